import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';

const PAUSE_MS = 150;
const SHOWN = 8;

/** Dossiers that the reader may see, by code or name. What was found for other words is never among them. */
export function useFoundDossiers(text: string, enabled: boolean) {
  const typed = text.trim();
  const [q] = useDebouncedValue(typed, PAUSE_MS);
  const wanted = enabled && typed.length > 1;
  const query = useQuery({
    queryKey: ['dossiers', 'palette', q],
    enabled: wanted && q === typed,
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/dossiers', { params: { query: { q, limit: SHOWN } }, signal })),
  });
  const answered = wanted && q === typed;
  const dossiers = answered ? (query.data?.items ?? []) : [];
  const failed = answered && query.isError;
  return { query, dossiers, failed, searching: wanted && !failed && (!answered || query.isPending) };
}
