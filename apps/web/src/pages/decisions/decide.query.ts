import { queryOptions } from '@tanstack/react-query';
import { newActKey } from '../../api/client.js';
import { dossierKey, sendCommand } from '../dossiers/dossier.query.js';
import { type Asked } from '../dossiers/letters/rehearsed-letter.query.js';

/** What a choice would do; nothing is changed by asking. */
export const rehearsalQuery = (id: string, asked: Asked | null) =>
  queryOptions({
    queryKey: dossierKey(id, 'rehearsal', JSON.stringify(asked)),
    enabled: asked !== null,
    retry: false,
    // Of a text that is being written nobody asks twice.
    gcTime: 0,
    queryFn: ({ signal }) => sendCommand(id, { ...(asked as Asked), key: newActKey(), dryRun: true }, signal),
  });
