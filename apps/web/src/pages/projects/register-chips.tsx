import { useTranslation } from 'react-i18next';
import { formatDate } from '../../format/format.js';
import { ConditionChips } from '../../ui/condition-chips.js';
import { conditionsSet, type FilterName, type RegisterFilter, withoutConditions } from './register-filter.js';

interface Props {
  filter: RegisterFilter;
  onChange: (filter: RegisterFilter) => void;
}

/** The conditions that are set, each in words, to take away. */
export function RegisterChips({ filter, onChange }: Props) {
  const { t } = useTranslation('register');
  const words = useConditionWords(filter);
  const set = conditionsSet(filter);
  return (
    <ConditionChips
      set={set.map((name) => ({ name, words: words(name) }))}
      texts={{
        active: t('filter.active'),
        clear: t('filter.clear'),
        remove: (name) => t('filter.remove', { name }),
      }}
      onRemove={(names) => onChange(withoutConditions(filter, ...names))}
    />
  );
}

function useConditionWords(filter: RegisterFilter): (name: FilterName) => string {
  const { t } = useTranslation(['register', 'app']);
  const valueText = useConditionValue();
  const basis = t(`basis.${(filter.conditions.dateBasis?.[0] ?? 'registered') as 'registered'}`);
  return (name) => {
    const values = filter.conditions[name] ?? [];
    if (name === 'q') return `“${values.join(' ')}”`;
    if (name === 'duplicates') return t('filter.duplicates');
    const label =
      name === 'from' || name === 'to' ? `${t(`filter.${name}`)} (${basis})` : t(`filter.${name}`);
    return t('filter.chip', { name: label, value: values.map((value) => valueText(name, value)).join(', ') });
  };
}

/** A value of a condition in words. */
export function useConditionValue(): (name: FilterName, value: string) => string {
  const { t } = useTranslation(['register', 'app']);
  return (name, value) => {
    if (value === 'none' && name !== 'standing') return t('unknown');
    switch (name) {
      case 'standing':
        return t(`standing.${value as 'none'}`);
      case 'followed':
        return t(`followed.${value as 'followed'}`);
      case 'capitalOrigin':
        return t(`origin.${value as 'fdi'}`);
      case 'authority':
        return t(`authority.${value as 'zone_board'}`);
      case 'source':
        return t(`source.${value as 'manual'}`);
      case 'awaiting':
        return t(`waits.${value as 'match'}`);
      case 'late':
      case 'undated':
        return t(`app:actions.${value === 'true' ? 'yes' : 'no'}`);
      case 'from':
      case 'to':
        return formatDate(value);
      case 'import':
        return t('filter.thisImport');
      default:
        return value;
    }
  };
}
