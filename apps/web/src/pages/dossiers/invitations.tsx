import { Anchor, Alert, Button, Group, List, Text, Title } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answer, api } from '../../api/client.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { TriedReasonDialog } from '../../ui/tried-dialog.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { Card } from '../../ui/card.js';
import { type ActCall } from './commands/acts.query.js';
import { useAct } from './commands/use-act.js';
import { declareForTask, declineAssignment } from './dossier.query.js';
import { useDeparture } from './use-departure.js';

const mineQuery = queryOptions({
  queryKey: ['assignments', 'mine'],
  queryFn: () => answer(api.GET('/api/v1/assignments')),
});

/** The open tasks of the reader, which an expert sees too; the people of a dossier are for the house alone. */
function useOwnTasks() {
  const invited = hasRole(usePerson(), 'appraiser', 'expert', 'head', 'leader', 'council_secretary');
  return useQuery({ ...mineQuery, enabled: invited }).data?.items ?? [];
}
/** Tasks that wait for the reader's word about conflicts of interest; before it only the parties are told. */
export const useInvitations = () => useOwnTasks().filter(({ declaration }) => declaration === null);

/** Above a worklist: the dossiers that cannot be seen before the declaration. */
export function Invitations() {
  const { t } = useTranslation('dossier');
  const invitations = useInvitations();
  if (invitations.length === 0) return null;
  return (
    <Alert
      variant="outline"
      color="yellow"
      role="note"
      title={t('declare.waiting', { count: invitations.length })}
    >
      <List size="sm">
        {invitations.map(({ id, dossierId, projectName }) => (
          <List.Item key={id}>
            <Anchor component={Link} href={`/dossiers/${dossierId}`}>
              {projectName}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** Whether the reader was asked to work on a dossier that they may not see before having answered. */
export const useIsInvited = (dossierId: string): boolean =>
  useInvitations().some((one) => one.dossierId === dossierId);

/** Before anything else the assignee says whether there is a conflict of interest, or declines for another reason. */
export function Declaration({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation('dossier');
  const queries = useQueryClient();
  const invitation = useInvitations().find((one) => one.dossierId === dossierId);
  const accepting = useAct(
    dossierId,
    (id: string, key) => declareForTask(id, null, { key, dryRun: false }),
    () => void queries.invalidateQueries({ queryKey: ['assignments'] }),
  );
  if (!invitation) return null;
  const { id, projectName, parties } = invitation;
  return (
    <Card>
      <Title order={2}>{t('declare.title')}</Title>
      <Text fw={500}>{projectName}</Text>
      <Text size="sm">{parties.map(({ name }) => name).join(', ')}</Text>
      <Text size="sm">{t('declare.text')}</Text>
      {accepting.isError && <SubmitProblem error={accepting.error} />}
      <Group>
        <Button loading={accepting.isPending} onClick={() => accepting.mutate(id)}>
          {t('declare.none')}
        </Button>
        <Departure
          {...{ dossierId, id }}
          kind="conflict"
          said="declare.steppedAside"
          send={(reason, call) => declareForTask(id, reason, call)}
        />
        <Departure
          {...{ dossierId, id }}
          kind="decline"
          said="declare.declined"
          send={(reason, call) => declineAssignment(id, reason, call)}
        />
      </Group>
    </Card>
  );
}

interface DepartureProps {
  dossierId: string;
  id: string;
  kind: 'conflict' | 'decline';
  said: Parameters<typeof useDeparture>[2];
  send: (reason: string, call: ActCall) => Promise<unknown>;
}

/** A way out of an invitation, with its reason: the heads hear that somebody else is needed. */
function Departure({ dossierId, id, kind, said, send }: DepartureProps) {
  const { t } = useTranslation('dossier');
  const [asked, setAsked] = useState(false);
  const entry = useKeptEntry(`${kind}.${id}`, '');
  const leaving = useDeparture(dossierId, entry, said, send);
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t(`declare.way.${kind}.open`)}
      </Button>
      {asked && (
        <TriedReasonDialog
          title={t(`declare.way.${kind}.title`)}
          lead={t(`declare.way.${kind}.lead`)}
          label={t(`declare.way.${kind}.reason`)}
          name={t(`declare.way.${kind}.submit`)}
          entry={entry}
          act={leaving}
          saying={() => [t(`declare.way.${kind}.saying`), t('declare.saying.heads')]}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}
