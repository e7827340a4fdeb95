import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../format/format.js';
import { ConditionChips } from '../../../ui/condition-chips.js';
import { useAssigneeNames } from './assignees.js';
import { conditionsSet, type FilterName, type WorklistFilter, without } from './worklist-filter.js';

interface Props {
  filter: WorklistFilter;
  onChange: (filter: WorklistFilter) => void;
  /** Leads to the field of a condition. */
  onEdit: (name: FilterName) => void;
}

/** The conditions that are set, each in words, to change or take away. */
export function WorklistChips({ filter, onChange, onEdit }: Props) {
  const { t } = useTranslation('desk');
  const words = useConditionWords(filter);
  const set = conditionsSet(filter);
  return (
    <ConditionChips
      set={set.map((name) => ({ name, words: words(name) }))}
      texts={{
        active: t('filter.active'),
        clear: t('filter.clear'),
        remove: (name) => t('filter.remove', { name }),
        change: (name) => t('filter.change', { name }),
      }}
      onRemove={(names) => onChange(without(filter, ...names))}
      onEdit={onEdit}
    />
  );
}

function useConditionWords(filter: WorklistFilter): (name: FilterName) => string {
  const { t } = useTranslation(['desk', 'words']);
  const nameOf = useAssigneeNames();
  const values: Record<Exclude<FilterName, 'action' | 'overdue' | 'nearDue'>, string> = {
    q: filter.q,
    status: filter.status.map((status) => t(`words:status.${status}`)).join(', '),
    procedure: filter.procedure.map((id) => t(`words:procedure.${id}`)).join(', '),
    capitalOrigin: filter.capitalOrigin.map((origin) => t(`origin.${origin}`)).join(', '),
    refusedFor: filter.refusedFor.map((ground) => t(`ground.${ground}`)).join(', '),
    assignee: nameOf(filter.assignee),
    from: formatDate(filter.from),
    to: formatDate(filter.to),
    dueFrom: formatDate(filter.dueFrom),
    dueTo: formatDate(filter.dueTo),
    silentBy: formatDate(filter.silentBy),
    decidedFrom: formatDate(filter.decidedFrom),
    decidedTo: formatDate(filter.decidedTo),
  };
  return (name) => {
    if (name === 'action' || name === 'overdue' || name === 'nearDue') return t(`quick.${name}`);
    if (name === 'q') return `“${values.q}”`;
    return t('filter.chip', { name: t(`filter.${name}`), value: values[name] });
  };
}
