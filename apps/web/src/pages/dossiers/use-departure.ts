import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { newActKey } from '../../api/client.js';
import { forgetDossier } from '../../api/lost-access.js';
import { useActKey } from '../../api/use-act-key.js';
import { useOnce } from '../../api/use-once.js';
import { type KeptEntry } from '../../ui/use-kept-entry.js';
import { type ActCall } from './commands/acts.query.js';

type Departure = 'declare.declined' | 'declare.steppedAside';

/**
 * An act that ends the own work on a dossier, with its try. Afterwards the dossier may be closed to its reader, so nothing
 * of it is asked for again: the list is, where it goes on.
 */
export function useDeparture<Result>(
  dossierId: string,
  entry: KeptEntry<string>,
  said: Departure,
  send: (reason: string, call: ActCall) => Promise<Result>,
) {
  const { t } = useTranslation('dossier');
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const key = useActKey();
  const previewing = useOnce({
    mutationFn: (reason: string) => send(reason, { key: newActKey(), dryRun: true }),
  });
  const acting = useOnce({
    mutationFn: (reason: string) => send(reason, { key: key.of(reason), dryRun: false }),
    onSuccess: () => {
      entry.forget();
      notifications.show({ color: 'green', title: t(said), message: t(`${said}Text`) });
      navigate('/dossiers');
      forgetDossier(queries, dossierId);
      void queries.invalidateQueries({ queryKey: ['assignments'] });
    },
  });
  return { previewing, acting };
}
