import { Paper, Radio, Table, Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { type Schema } from '../../../api/schema-names.js';
import { formatNumber } from '../../../format/format.js';
import classes from '../../../ui/row-cards.module.css';
import { Answer } from '../../../ui/states.js';
import { Tag } from '../../../ui/status-tag.js';
import { type AssignedTask, choosableFirst, hasRoleFor } from './assignee-fit.js';
import { fieldIdOf, type FieldProps } from './command-field.js';
import { dossierKey } from '../dossier.query.js';

const LOAD = ['leading', 'advising', 'unanswered', 'overdue'] as const;

const assigneesQuery = (id: string) =>
  queryOptions({
    queryKey: dossierKey(id, 'assignees'),
    queryFn: () => answer(api.GET('/api/v1/dossiers/{id}/assignees', { params: { path: { id } } })),
  });

interface Props extends FieldProps {
  /** To what somebody is assigned; null: not chosen yet. */
  task: AssignedTask | null;
}
/** Who could be assigned, with the work of each; whoever cannot be chosen is named with the reason. */
export function AssigneeField({ dossier, field, label, value, task, onChange, error }: Props) {
  const { t } = useTranslation('dossier');
  const query = useQuery(assigneesQuery(dossier.id));
  const chosen = query.data?.items.find(({ userId }) => userId === value);
  const isUnfit = chosen !== undefined && !hasRoleFor(chosen, task);
  return (
    <Radio.Group
      id={fieldIdOf(field.name)}
      tabIndex={-1}
      label={label}
      description={t('assignees.hint')}
      required={field.required ?? false}
      error={isUnfit ? t('assignees.chooseAnother', { name: chosen.name }) : error}
      value={(value as string | undefined) ?? null}
      onChange={onChange}
    >
      <Answer query={query}>
        {({ items }) => <People people={choosableFirst(items, task)} task={task} />}
      </Answer>
    </Radio.Group>
  );
}

function People({ people, task }: { people: Schema<'AssigneeDto'>[]; task: AssignedTask | null }) {
  const { t } = useTranslation('dossier');
  return (
    <Paper withBorder mt="xs">
      <Table.ScrollContainer
        minWidth={620}
        mah={340}
        style={{ overflowY: 'auto' }}
        tabIndex={0}
        role="region"
        aria-label={t('assignees.list')}
        className={classes.cards}
      >
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('assignees.person')}</Table.Th>
              {LOAD.map((name) => (
                <Table.Th key={name} ta="right" style={{ whiteSpace: 'nowrap' }}>
                  {t(`assignees.${name}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {people.map((person) => (
              <Person key={person.userId} person={person} task={task} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Person({ person, task }: { person: Schema<'AssigneeDto'>; task: AssignedTask | null }) {
  const { t } = useTranslation(['dossier', 'words']);
  const { userId, name, roles, conflict, tasks, leftBefore } = person;
  const isUnfit = !hasRoleFor(person, task);
  const notes = [
    roles
      .filter((role) => role === 'appraiser' || role === 'expert')
      .map((role) => t(`words:role.${role}`))
      .join(', '),
    ...tasks.map((task) => t('assignees.works', { kind: t(`overview.kind.${task}`) })),
    leftBefore && t('assignees.leftBefore'),
  ];
  return (
    <Table.Tr>
      <Table.Td>
        <Radio value={userId} label={name} disabled={conflict !== null || isUnfit} />
        <Text size="xs" c="dimmed" pl={32}>
          {notes.filter((note) => note !== false).join(' · ')}
        </Text>
        {isUnfit && task !== null && (
          <Text size="xs" pl={32}>
            {t(`assignees.unfit.${task}`)}
          </Text>
        )}
        {conflict !== null && (
          <Text size="xs" pl={32} component="div">
            <Tag tone="red">{t('assignees.conflict')}</Tag>{' '}
            {t(`assignees.ground.${conflict.ground}`, { organisation: conflict.organisation ?? '' })}
          </Text>
        )}
      </Table.Td>
      {LOAD.map((load) => (
        <Table.Td key={load} ta="right" className="tg-number" data-label={t(`dossier:assignees.${load}`)}>
          {formatNumber(person[load])}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
