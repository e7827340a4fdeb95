import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keyed, seenAt } from '../../../api/act-headers.js';
import { answer, api, newActKey } from '../../../api/client.js';
import { useOnce } from '../../../api/use-once.js';
import { commandsQuery, type EditedDossier } from '../draft/dossier.query.js';

interface Reason {
  code: string;
  details?: { faults?: string[] };
}
/** Whether the dossier could be submitted as it is saved, and what stands against it. */
export function useSubmission({ id }: EditedDossier, revision: number) {
  const commands = useQuery(commandsQuery(id, revision));
  const option = commands.data?.items.find(({ command }) => command === 'submit');
  const reasons = (option?.reasons ?? []) as unknown as Reason[];
  return {
    commands,
    permitted: option?.permitted === true,
    formal: reasons.flatMap(({ details }) => details?.faults ?? []),
  };
}

const send = (id: string, revision: number, key: string, dryRun: boolean) =>
  answer(
    api.POST('/api/v1/dossiers/{id}/commands/{command}', {
      params: {
        path: { id, command: 'submit' },
        query: dryRun ? { dryRun: 'true' } : {},
        header: { ...seenAt(revision), ...keyed(key) },
      },
      body: {},
    }),
  );

/** What submitting would do, asked before it is done. */
export const useRehearsal = (id: string, revision: number, enabled: boolean) =>
  useQuery({
    queryKey: ['dossiers', 'rehearsal', id, revision],
    enabled,
    queryFn: () => send(id, revision, newActKey(), true),
  });

/** Submits once, however often it is pressed or repeated. */
export function useSubmit(id: string, revision: number, onSubmitted: () => void) {
  const queries = useQueryClient();
  const [key] = useState(newActKey);
  return useOnce({
    mutationFn: () => send(id, revision, key, false),
    onSuccess: async () => {
      onSubmitted();
      await queries.invalidateQueries({ queryKey: ['dossiers'] });
    },
  });
}
