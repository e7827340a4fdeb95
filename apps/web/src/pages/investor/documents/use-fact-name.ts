import { useTranslation } from 'react-i18next';
import { nameOfRow } from '../draft/draft.types.js';
import { type Provable } from './provable.js';

/** A fact as a person knows it: the name of its line or machine, and its own. */
export function useFactName(): (fact: Pick<Provable, 'row' | 'number' | 'field'>) => string {
  const { t } = useTranslation('investor');
  return ({ row, number, field }) => `${nameOfRow(row, `#${number}`)} · ${t(`fields.${field}`)}`;
}
