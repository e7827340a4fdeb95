import { useTranslation } from 'react-i18next';
import { formatDate } from '../../format/format.js';
import { useMoney } from './money.js';
import { type ProjectField } from './project-draft.js';

/** A value of a project in words, as a person reads it; null for what is unknown. */
export function useProjectValue(): (field: ProjectField, value: unknown) => string | null {
  const { t, i18n } = useTranslation('register');
  const money = useMoney();
  return (field, value) => {
    if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return null;
    const word = String(value);
    switch (field) {
      case 'capitalVnd':
        return money(Number(value));
      case 'capitalOrigin':
        return t(`origin.${word as 'fdi'}`);
      case 'projectAuthority':
        return t(`authority.${word as 'zone_board'}`);
      case 'projectGroup':
        return t(`group.${word as 'A'}`);
      case 'investorCountry':
        return new Intl.DisplayNames(i18n.language, { type: 'region' }).of(word) ?? word;
      case 'registeredOn':
      case 'policyDecidedOn':
      case 'certificateOn':
        return formatDate(word);
      default:
        return word;
    }
  };
}
