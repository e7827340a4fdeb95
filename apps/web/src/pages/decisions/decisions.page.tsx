import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { ForbiddenPage } from '../../ui/forbidden.js';
import { Page } from '../../ui/page.js';
import { PagedList } from '../../ui/paged-list.js';
import { BulkPanel } from './bulk-panel.js';
import { QueueTable } from './queue-table.js';
import { queueQuery, type Waiting } from './queue.query.js';
import { beginRun, useBulkRun } from './use-bulk-run.js';

/** As the commands take it. */
const MOST_NOTE = 4000;

/** What waits for the reader to endorse or decide: one after the other, or the plain ones together. */
export function DecisionsPage() {
  const { t } = useTranslation('decisions');
  if (!hasRole(usePerson(), 'head', 'leader')) return <ForbiddenPage title={t('queue.title')} />;
  return <Queue />;
}

function Queue() {
  const { t } = useTranslation('decisions');
  const person = usePerson();
  const queue = useInfiniteQuery(queueQuery);
  const { run, items: running } = useBulkRun(person.id);
  const items = queue.data?.pages.flatMap((page) => page.items) ?? [];
  useEffect(() => {
    const listed = queue.data?.pages.flatMap((page) => page.items.map(({ dossier }) => dossier));
    if (listed) void run?.notice(new Map(listed.map(({ id, revision }) => [id, revision])));
  }, [run, running, queue.data]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const selected = items.filter(({ dossier, oneByOne }) => chosen.has(dossier.id) && oneByOne.length === 0);
  const look = () => {
    setChosen(new Set());
    void beginRun(
      person.id,
      selected.map((one) => taskOf(one, note.trim())),
    ).look();
    setNote('');
  };
  return (
    <Page title={t('queue.title')} lead={t('queue.lead')} wide>
      {run !== null && running.length > 0 && <BulkPanel run={run} items={running} />}
      <PagedList
        list={queue}
        empty={{ title: t('queue.none'), text: t('queue.noneText') }}
        shown={(count) => t('queue.shown', { count })}
      >
        {(waiting) => (
          <Stack gap="sm">
            <QueueTable items={waiting} chosen={chosen} onChoose={setChosen} busy={run !== null} />
            <SelectionBar
              count={selected.length}
              onLook={look}
              busy={run !== null}
              note={note}
              onNote={setNote}
            />
          </Stack>
        )}
      </PagedList>
    </Page>
  );
}

const taskOf = ({ dossier, step, proposal }: Waiting, note: string) => ({
  note,
  risks: proposal.acceptedRisks,
  dossierId: dossier.id,
  name: dossier.projectName,
  procedureId: dossier.procedureId,
  command: step === 'endorse' ? ('endorse' as const) : ('approve' as const),
  revision: dossier.revision,
});

interface SelectionProps {
  count: number;
  busy: boolean;
  /** Said of every dossier that is chosen, in its log and to whoever decides next. */
  note: string;
  onNote: (note: string) => void;
  onLook: () => void;
}

function SelectionBar({ count, busy, note, onNote, onLook }: SelectionProps) {
  const { t } = useTranslation('decisions');
  return (
    <Stack gap="xs">
      {count > 0 && !busy && (
        <Textarea
          maw={640}
          label={t('queue.note', { count })}
          description={t('queue.noteHint')}
          autosize
          minRows={1}
          maxLength={MOST_NOTE}
          value={note}
          onChange={({ currentTarget }) => onNote(currentTarget.value)}
        />
      )}
      <Group gap="sm">
        <Button disabled={count === 0 || busy} onClick={onLook}>
          {t('queue.look', { count })}
        </Button>
        <Text size="sm" c="dimmed">
          {t(busy ? 'queue.busy' : 'queue.selectHint')}
        </Text>
      </Group>
    </Stack>
  );
}
