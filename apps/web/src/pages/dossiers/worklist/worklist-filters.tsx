import { MultiSelect, NativeSelect, Paper, SimpleGrid } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { PROCEDURES, STATUSES } from '#contracts';
import { DateField } from '../../../ui/date-field.js';
import { useAssigneeChoices } from './assignees.js';
import {
  fieldIdOf,
  type FilterName,
  ORIGINS,
  REFUSAL_GROUNDS,
  type WorklistFilter,
} from './worklist-filter.js';

const DAYS = ['from', 'to', 'dueFrom', 'dueTo'] as const;
/** What is asked inside the house alone. */
const HOUSE_DAYS = ['decidedFrom', 'decidedTo', 'silentBy'] as const;

interface Props {
  filter: WorklistFilter;
  onChange: (filter: WorklistFilter) => void;
  /** Whether the reader is of the house, where it is known who works on what. */
  house: boolean;
  /** The condition that is to be changed: its field gets the focus. */
  editing: FilterName | null;
}

/** The conditions that have values; each acts at once. */
export function WorklistFilters({ filter, onChange, house, editing }: Props) {
  const { t } = useTranslation(['desk', 'words']);
  const assignees = useAssigneeChoices();
  useEffect(() => {
    if (editing !== null) document.getElementById(fieldIdOf(editing))?.focus();
  }, [editing]);
  const change = (part: Partial<WorklistFilter>) => onChange({ ...filter, ...part });
  return (
    <Paper withBorder p="md" role="region" aria-label={t('filter.label')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="md">
        <MultiSelect
          id={fieldIdOf('status')}
          label={t('filter.status')}
          data={STATUSES.map((value) => ({ value, label: t(`words:status.${value}`) }))}
          value={filter.status}
          onChange={(status) => change({ status: status })}
          clearable={false}
        />
        <MultiSelect
          id={fieldIdOf('procedure')}
          label={t('filter.procedure')}
          data={PROCEDURES.map((value) => ({ value, label: t(`words:procedure.${value}`) }))}
          value={filter.procedure}
          onChange={(procedure) => change({ procedure: procedure })}
        />
        <MultiSelect
          id={fieldIdOf('capitalOrigin')}
          label={t('filter.capitalOrigin')}
          data={ORIGINS.map((value) => ({ value, label: t(`origin.${value}`) }))}
          value={filter.capitalOrigin}
          onChange={(capitalOrigin) => change({ capitalOrigin: capitalOrigin })}
        />
        {house && (
          <NativeSelect
            id={fieldIdOf('assignee')}
            label={t('filter.assignee')}
            data={assignees}
            value={filter.assignee}
            onChange={({ currentTarget }) => change({ assignee: currentTarget.value })}
          />
        )}
        {house && (
          <MultiSelect
            id={fieldIdOf('refusedFor')}
            label={t('filter.refusedFor')}
            data={REFUSAL_GROUNDS.map((value) => ({ value, label: t(`ground.${value}`) }))}
            value={filter.refusedFor}
            onChange={(refusedFor) => change({ refusedFor: refusedFor })}
          />
        )}
        {(house ? [...DAYS, ...HOUSE_DAYS] : DAYS).map((name) => (
          <DateField
            key={name}
            id={fieldIdOf(name)}
            label={t(`filter.${name}`)}
            value={filter[name]}
            onChange={(day) => change({ [name]: day })}
          />
        ))}
      </SimpleGrid>
    </Paper>
  );
}
