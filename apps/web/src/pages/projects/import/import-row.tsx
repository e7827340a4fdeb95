import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Tag } from '../../../ui/status-tag.js';
import { type ProjectField } from '../project-draft.js';
import { useProjectValue } from '../use-project-value.js';
import { DuplicateDecision } from './duplicate-decision.js';
import {
  type ImportList,
  type ImportRow,
  type RowFilter,
  type RowKind,
  type RowOutcome,
} from './import.query.js';
import { MendRow } from './mend-row.js';

const TONES = {
  new: 'green',
  faulty: 'red',
  duplicate_of_register: 'amber',
  duplicate_in_file: 'amber',
  unchanged: 'grey',
} as const satisfies Record<RowKind, string>;
const OUTCOME_TONES = { inserted: 'green', updated: 'blue', skipped: 'grey', faulty: 'red' } as const;

interface Props {
  list: ImportList;
  row: ImportRow;
  filter: RowFilter;
}

/** A row of a list: what it is or what became of it, and what can be done with it while nothing was brought in. */
export function ImportRowCard({ list, row, filter }: Props) {
  const { t } = useTranslation('register');
  const kind = row.kind;
  const open = list.state === 'previewed';
  return (
    <Stack gap="xs">
      <Group gap={6}>
        <Text fw={600} component="span">
          {t('preview.rowNumber', { number: row.number })}
        </Text>
        {row.outcome === null ? (
          <Tag tone={TONES[kind]}>{t(`preview.kinds.${kind}`)}</Tag>
        ) : (
          <OutcomeTag outcome={row.outcome} />
        )}
        {row.hidden && <Tag tone="grey">{t('preview.hidden')}</Tag>}
      </Group>
      <RowValues row={row} />
      {row.skipReason !== null && <Text size="sm">{t(`run.skip.${row.skipReason as 'decided'}`)}</Text>}
      {row.faults.length > 0 &&
        (open ? <MendRow list={list} row={row} filter={filter} /> : <Faults row={row} />)}
      {open && kind.startsWith('duplicate') && <DuplicateDecision list={list} row={row} filter={filter} />}
    </Stack>
  );
}

function OutcomeTag({ outcome }: { outcome: RowOutcome }) {
  const { t } = useTranslation('register');
  return <Tag tone={OUTCOME_TONES[outcome]}>{t(`run.outcome.${outcome}`)}</Tag>;
}

const SHOWN = ['sectorVsic', 'capitalVnd', 'communeCode', 'registeredOn'] as const satisfies ProjectField[];

/** What the register would hold of the row, short. */
function RowValues({ row }: { row: ImportRow }) {
  const { t } = useTranslation('register');
  const words = useProjectValue();
  const project = row.project as Partial<Record<ProjectField, string | number | null>>;
  const name = String(project.name ?? '');
  const rest = SHOWN.map((field) => words(field, project[field])).filter(Boolean);
  return (
    <div>
      {row.projectId === null ? (
        <Text>{name}</Text>
      ) : (
        <Anchor component={Link} href={`/projects/${row.projectId}`}>
          {name}
        </Anchor>
      )}
      <Text size="sm" c="dimmed">
        {[project.investorName, project.investorTaxCode, ...rest].filter(Boolean).join(' · ')}
      </Text>
      {row.formulas.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('preview.formulas', { fields: row.formulas.map((field) => t(`fields.${field}`)).join(', ') })}
        </Text>
      )}
    </div>
  );
}

function Faults({ row }: { row: ImportRow }) {
  return row.faults.map(({ cell, label, message, code }) => (
    <Text size="sm" key={`${cell ?? ''} ${code}`}>
      {[cell, label].filter(Boolean).join(' · ')}: {message}
    </Text>
  ));
}
