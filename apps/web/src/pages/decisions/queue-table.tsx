import { Anchor, Checkbox, Group, Paper, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { DueLabel } from '../../ui/due-label.js';
import { OutcomeTag, Tag } from '../../ui/status-tag.js';
import { type Waiting } from './queue.query.js';

interface Props {
  items: readonly Waiting[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  /** A run is open: nothing else is chosen meanwhile. */
  busy: boolean;
}
const isPlain = ({ oneByOne }: Waiting): boolean => oneByOne.length === 0;

/** The queue: what is proposed, what stands against it, how long is left. Only the plain ones can be chosen together. */
export function QueueTable({ items, chosen, onChoose, busy }: Props) {
  const { t } = useTranslation('decisions');
  const plain = items.filter(isPlain).map(({ dossier }) => dossier.id);
  const all = plain.length > 0 && plain.every((id) => chosen.has(id));
  const some = plain.some((id) => chosen.has(id));
  const toggle = (id: string) =>
    onChoose(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={820} tabIndex={0} role="region" aria-label={t('queue.title')}>
        <Table verticalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={44}>
                <Checkbox
                  aria-label={t('queue.all', { count: plain.length })}
                  checked={all}
                  indeterminate={some && !all}
                  disabled={plain.length === 0 || busy}
                  onChange={() => onChoose(new Set(all ? [] : plain))}
                />
              </Table.Th>
              {(['dossier', 'proposal', 'notes', 'due'] as const).map((column) => (
                <Table.Th key={column}>{t(`queue.columns.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <Table.Tr key={item.dossier.id}>
                <Table.Td>
                  {isPlain(item) && (
                    <Checkbox
                      aria-label={t('queue.choose', { name: item.dossier.projectName })}
                      checked={chosen.has(item.dossier.id)}
                      disabled={busy}
                      onChange={() => toggle(item.dossier.id)}
                    />
                  )}
                </Table.Td>
                <QueueCells item={item} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function QueueCells({ item }: { item: Waiting }) {
  const { t } = useTranslation(['decisions', 'dossier']);
  const { dossier, proposal, step } = item;
  const { outcome, concludedBy, endorsedBy } = proposal;
  return (
    <>
      <Table.Td miw={220}>
        <Anchor component={Link} href={`/dossiers/${dossier.id}/decide`} fw={500}>
          {dossier.projectName}
        </Anchor>
        <Text size="sm" c="dimmed">
          {[dossier.fileCode, dossier.investorName].filter(Boolean).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td miw={190}>
        <OutcomeTag outcome={outcome} of={dossier} />
        <Text size="sm" c="dimmed">
          {t(step === 'endorse' ? 'by.concluded' : 'by.endorsed', {
            name: (step === 'endorse' ? concludedBy : endorsedBy) ?? '',
          })}
        </Text>
      </Table.Td>
      <Table.Td miw={210}>
        <Notes item={item} />
      </Table.Td>
      <Table.Td>
        <DueLabel dueOn={dossier.dueOn} />
      </Table.Td>
    </>
  );
}

/** What to know before opening it, each in words. */
function Notes({ item }: { item: Waiting }) {
  const { t } = useTranslation('decisions');
  const { standing, dissent, acceptedRisks, sentBack, outcome } = item.proposal;
  const notes: [string, 'red' | 'amber' | 'grey'][] = [];
  if (standing.outdated > 0) notes.push([t('note.outdated', { count: standing.outdated }), 'red']);
  else if (standing.blocking > 0) notes.push([t('note.blocking', { count: standing.blocking }), 'red']);
  if (dissent.length > 0) notes.push([t('note.dissent', { count: dissent.length }), 'amber']);
  if (acceptedRisks.length > 0) notes.push([t('note.risks', { count: acceptedRisks.length }), 'amber']);
  if (sentBack > 0) notes.push([t('note.sentBack', { count: sentBack }), 'grey']);
  const alone = item.oneByOne.filter((reason) => reason !== 'dissent' && reason !== 'blocking');
  const why = alone.filter((reason) => reason !== 'outdated' || outcome.startsWith('agree'));
  return (
    <>
      <Group gap={6}>
        {notes.map(([text, tone]) => (
          <Tag key={text} tone={tone}>
            {text}
          </Tag>
        ))}
      </Group>
      {item.oneByOne.length > 0 ? (
        <Text size="sm" c="dimmed">
          {t('alone.text', {
            why: (why.length > 0 ? why : item.oneByOne).map((reason) => t(`alone.${reason}`)).join(', '),
          })}
        </Text>
      ) : (
        notes.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('note.nothing')}
          </Text>
        )
      )}
    </>
  );
}
