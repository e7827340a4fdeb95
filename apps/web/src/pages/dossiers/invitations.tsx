import { Anchor, Alert, Button, Group, List, Text, Textarea, Title } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answer, api } from '../../api/client.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Card } from './bits.js';
import { useRefresh } from './use-act.js';
import { declareNoConflict } from './dossier.query.js';
import { useOnce } from '../../api/use-once.js';

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
const useInvitations = () => useOwnTasks().filter(({ declaration }) => declaration === null);

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

/** Before anything else the assignee says whether there is a conflict of interest. */
export function Declaration({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation('dossier');
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const refresh = useRefresh(dossierId);
  const invitation = useInvitations().find((one) => one.dossierId === dossierId);
  const declaring = useOnce({
    mutationFn: ({ id, conflict }: { id: string; conflict: boolean }) =>
      declareNoConflict(id, conflict, reason),
    onSuccess: () => Promise.all([refresh(), queries.invalidateQueries({ queryKey: ['assignments'] })]),
  });
  if (!invitation) return null;
  const { id, projectName, parties } = invitation;
  return (
    <Card>
      <Title order={2}>{t('declare.title')}</Title>
      <Text fw={500}>{projectName}</Text>
      <Text size="sm">{parties.map(({ name }) => name).join(', ')}</Text>
      <Text size="sm">{t('declare.text')}</Text>
      {declaring.isError && <ProblemAlert error={declaring.error} />}
      <Group align="flex-end">
        <Button loading={declaring.isPending} onClick={() => declaring.mutate({ id, conflict: false })}>
          {t('declare.none')}
        </Button>
        <Textarea
          label={t('declare.reason')}
          flex="1 1 16rem"
          autosize
          minRows={1}
          maxLength={4000}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
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
    </Card>
  );
}
