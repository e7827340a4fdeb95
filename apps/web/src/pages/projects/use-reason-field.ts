import { useTranslation } from 'react-i18next';
import { type FieldOfAct } from './act-field.js';

const LEAST = 5;
const MOST = 2000;

/** The reason that an act asks for. */
export function useReasonField(): FieldOfAct {
  const { t } = useTranslation('register');
  return { name: 'reason', label: t('act.reason'), kind: 'area', least: LEAST, most: MOST };
}

/** A remark that may be left out: the reason, or a note. */
export function useOptionalField(name: 'reason' | 'note'): FieldOfAct {
  const { t } = useTranslation('register');
  const label = name === 'reason' ? t('act.reasonOptional') : t('act.note');
  return { name, label, kind: 'area', most: MOST };
}
