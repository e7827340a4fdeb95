import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/states.js';
import { type Row } from '../draft/draft.types.js';
import { addRows, changeRow, newRowId } from '../draft/edit-rows.js';
import { FactField } from '../fields/fact.field.js';
import { type FieldName, LINE_FIELDS } from '../fields/field.types.js';
import { useAskedBy } from '../preview/use-draft-preview.js';
import { namedField } from './named-field.js';
import { SourceMark } from './source-mark.js';
import { TakenOverMark } from './taken-over-mark.js';
import { useEditing } from './draft.context.js';
import { useRemoval } from './use-removal.js';

/** Production lines with their technology, one sheet for each. */
export function LinesForm() {
  const { t } = useTranslation('investor');
  const { state, edit } = useEditing();
  const { lines } = state.draft;
  const askedBy = useAskedBy();
  const add = () => {
    const id = newRowId('line');
    edit((draft) => addRows(draft, 'lines', [{ id }]));
    requestAnimationFrame(() => document.getElementById(`${id}-name`)?.focus());
  };
  return (
    <Stack gap="lg">
      {lines.length === 0 && <EmptyState title={t('lines.none')}>{t('lines.noneText')}</EmptyState>}
      {lines.map((line, index) => (
        <LineSheet key={String(line['id'])} line={line} number={index + 1} askedBy={askedBy} />
      ))}
      <Group>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          {t('lines.add')}
        </Button>
      </Group>
    </Stack>
  );
}

/** What is asked of technology that has run already. */
const OF_USE: readonly FieldName[] = ['standardResults', 'oecdSites'];

/** The facts that are asked of a line: of a new one not those of its use, unless somebody gave them or is led there. */
const fieldsOf = (line: Row): FieldName[] =>
  LINE_FIELDS.filter((field) => {
    if (!OF_USE.includes(field) || line['condition'] !== 'new' || line[field] !== undefined) return true;
    const { row, field: named } = namedField();
    return row === line['id'] && named === field;
  });

interface SheetProps {
  line: Row;
  number: number;
  askedBy: ReturnType<typeof useAskedBy>;
}

function LineSheet({ line, number, askedBy }: SheetProps) {
  const { t } = useTranslation('investor');
  const { state, faults, edit } = useEditing();
  const id = String(line['id']);
  const name = typeof line['name'] === 'string' ? line['name'] : t('lines.number', { number });
  const machines = state.draft.equipment.filter((machine) => machine['lineRef'] === id).length;
  const removal = useRemoval('lines');
  const remove = () => removal({ gone: [line], message: t('lines.removed', { name, count: machines }) });
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={`${id}-title`}>
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2} id={`${id}-title`} size="h3">
            {name}
          </Title>
          <Button size="xs" variant="default" onClick={remove} aria-label={t('lines.removeNamed', { name })}>
            {t('lines.remove')}
          </Button>
        </Group>
        {machines > 0 && (
          <Text size="sm" c="dimmed">
            {t('lines.machines', { count: machines })}
          </Text>
        )}
        {fieldsOf(line).map((field) => (
          <Fragment key={field}>
            <FactField
              id={`${id}-${field}`}
              name={field}
              value={line[field]}
              note={askedBy(id, field)}
              fault={faults.find((fault) => fault.id === id && fault.field === field)}
              onChange={(value) => edit((draft) => changeRow(draft, 'lines', id, field, value))}
            />
            <TakenOverMark place={{ section: 'lines', id, field }} name={field} />
            <SourceMark place={{ section: 'lines', id, field }} name={t(`fields.${field}`)} />
          </Fragment>
        ))}
      </Stack>
    </Paper>
  );
}
