import { Anchor, Alert, Button, Group, List, Text, Textarea, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { answer, api } from '../../api/client.js';
import { forgetDossier } from '../../api/lost-access.js';
import { useActKey } from '../../api/use-act-key.js';
import { useOnce } from '../../api/use-once.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { ReasonDialog } from '../../ui/act-dialog.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { Card } from '../../ui/card.js';
import { useAct, useRefresh } from './commands/use-act.js';
import { declareNoConflict, declineAssignment } from './dossier.query.js';

const MOST_REASON = 2000;
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
  const [declines, setDeclines] = useState(false);
  const queries = useQueryClient();
  const refresh = useRefresh(dossierId);
  const leave = useLeave();
  const key = useActKey();
  const entry = useKeptEntry(`declaration.${dossierId}`, '');
  const reason = entry.value;
  const invitation = useInvitations().find((one) => one.dossierId === dossierId);
  const declaring = useOnce({
    mutationFn: ({ id, conflict }: { id: string; conflict: boolean }) =>
      declareNoConflict(id, { conflict, reason }, key.of({ id, conflict, reason })),
    onSuccess: async ({ state }) => {
      entry.forget();
      if (state === 'declined') {
        leave('declare.steppedAside', 'declare.steppedAsideText');
        return forgetDossier(queries, dossierId);
      }
      await Promise.all([refresh(), queries.invalidateQueries({ queryKey: ['assignments'] })]);
    },
  });
  if (!invitation) return null;
  const { id, projectName, parties } = invitation;
  return (
    <Card>
      <Title order={2}>{t('declare.title')}</Title>
      <Text fw={500}>{projectName}</Text>
      <Text size="sm">{parties.map(({ name }) => name).join(', ')}</Text>
      <Text size="sm">{t('declare.text')}</Text>
      {declaring.isError && <SubmitProblem error={declaring.error} />}
      <Group align="flex-end">
        <Button loading={declaring.isPending} onClick={() => declaring.mutate({ id, conflict: false })}>
          {t('declare.none')}
        </Button>
        <Textarea
          label={t('declare.reason')}
          flex="1 1 16rem"
          autosize
          minRows={1}
          maxLength={MOST_REASON}
          value={reason}
          onChange={({ currentTarget }) => entry.set(currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={reason.trim() === ''}
          loading={declaring.isPending}
          onClick={() => declaring.mutate({ id, conflict: true })}
        >
          {t('declare.conflict')}
        </Button>
      </Group>
      <div>
        <Button variant="subtle" px={0} onClick={() => setDeclines(true)}>
          {t('declare.decline')}
        </Button>
      </div>
      {declines && (
        <DeclineDialog dossierId={dossierId} assignmentId={id} onClose={() => setDeclines(false)} />
      )}
    </Card>
  );
}

/** After an answer that ends the own work the dossier may be closed to its reader: the list is, where it goes on. */
export function useLeave() {
  const { t } = useTranslation('dossier');
  const [, navigate] = useLocation();
  return (title: 'declare.declined' | 'declare.steppedAside', text: `${typeof title}Text`) => {
    notifications.show({ color: 'green', title: t(title), message: t(text) });
    navigate('/dossiers');
  };
}

interface DeclineProps {
  dossierId: string;
  assignmentId: string;
  onClose: () => void;
}

function DeclineDialog({ dossierId, assignmentId, onClose }: DeclineProps) {
  const { t } = useTranslation('dossier');
  const queries = useQueryClient();
  const leave = useLeave();
  const entry = useKeptEntry(`decline.${assignmentId}`, '');
  const declining = useAct(
    dossierId,
    (reason: string, key) => declineAssignment(assignmentId, reason, key),
    () => {
      entry.forget();
      leave('declare.declined', 'declare.declinedText');
      void queries.invalidateQueries({ queryKey: ['assignments'] });
    },
  );
  return (
    <ReasonDialog
      title={t('declare.declineTitle')}
      lead={t('declare.declineLead')}
      label={t('declare.declineReason')}
      submit={t('declare.declineSend')}
      entry={entry}
      pending={declining.isPending}
      error={declining.error}
      onClose={onClose}
      onReason={(reason) => declining.mutate(reason)}
    />
  );
}
