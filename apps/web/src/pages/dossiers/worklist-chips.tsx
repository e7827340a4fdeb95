import { ActionIcon, Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../format/format.js';
import { Tag } from '../../ui/status-tag.js';
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
  if (set.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={t('filter.active')}>
      <Text size="sm" c="dimmed">
        {t('filter.active')}
      </Text>
      {set.map((name) => {
        const label = words(name);
        return (
          <Group key={name} gap={2} wrap="nowrap">
            <UnstyledButton
              mih={24}
              onClick={() => onEdit(name)}
              aria-label={t('filter.change', { name: label })}
            >
              <Tag tone="blue">{label}</Tag>
            </UnstyledButton>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={t('filter.remove', { name: label })}
              onClick={() => onChange(without(filter, name))}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </Group>
        );
      })}
      <Button size="compact-sm" variant="subtle" onClick={() => onChange(without(filter, ...set))}>
        {t('filter.clear')}
      </Button>
    </Group>
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
