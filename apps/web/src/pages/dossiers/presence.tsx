import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { sessionState } from '../../api/session-state.js';

const EVERY_MS = 15_000;

/** Says that one is here, and who else is. */
export function Presence({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation(['dossier', 'words']);
  const query = useQuery({
    queryKey: ['presence', dossierId],
    queryFn: () =>
      answer(
        api.POST('/api/v1/dossiers/{id}/presence', {
          params: { path: { id: dossierId } },
          body: { activity: 'looking' },
        }),
      ),
    refetchInterval: EVERY_MS,
    staleTime: 0,
    retry: false,
  });
  useEffect(() => {
    const leave = () => {
      const headers = { 'x-csrf-token': sessionState.csrfToken ?? '' };
      void fetch(`/api/v1/dossiers/${dossierId}/presence`, {
        method: 'DELETE',
        keepalive: true,
        headers,
      }).catch(() => undefined);
    };
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [dossierId]);
  const others = query.data?.others ?? [];
  return (
    <Text size="sm" c="dimmed" role="status" className="tg-no-print">
      {others.length > 0 &&
        t('presence', {
          names: others.map(({ name, role }) => `${name} (${t(`words:role.${role as 'clerk'}`)})`).join(', '),
        })}
    </Text>
  );
}
