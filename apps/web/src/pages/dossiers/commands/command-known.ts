import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type CommandName } from '#contracts';
import { type Known } from './command-beginning.js';
import { COMMAND_FIELDS } from './command-fields.js';
import { findingsQuery, roundsQuery } from '../dossier.query.js';
import { type DossierView } from '../dossier.types.js';

const FOLLOWS: readonly CommandName[] = ['approve_with_conditions', 'refuse'];

/** What is known is not there yet, or could not be had: nothing begins without it. */
type Asking = { known: null; failed: (Pick<UseQueryResult, 'error'> & { again: () => void }) | null };

/** What a form begins with, from the record. */
export function useKnown(
  dossier: DossierView,
  command: CommandName,
): { known: Known; failed: null } | Asking {
  const judges = COMMAND_FIELDS[command].some(({ kind }) => kind === 'findings' || kind === 'inconclusive');
  const follows = FOLLOWS.includes(command);
  const findings = useQuery({ ...findingsQuery(dossier.id), enabled: judges });
  const rounds = useQuery({ ...roundsQuery(dossier.id), enabled: follows });
  const missing = [judges && findings, follows && rounds].filter(
    (query) => query !== false && query.data === undefined,
  ) as UseQueryResult[];
  const failed = missing.find(({ isError }) => isError);
  const again = () => missing.forEach((query) => void query.refetch());
  if (missing.length > 0) return { known: null, failed: failed ? { error: failed.error, again } : null };
  const round = rounds.data?.items.find(({ round }) => round === dossier.round);
  const conclusion = round?.conclusions.filter(({ sentBackAt }) => sentBackAt === null).at(-1) ?? null;
  const found = findings.data?.findings ?? [];
  const keysOf = (verdict: 'inconclusive' | 'breached') =>
    found.filter((one) => one.verdict === verdict && !one.overturned).map(({ key }) => key);
  const known: Known = {
    conclusion,
    ...{ inconclusive: keysOf('inconclusive'), breached: keysOf('breached') },
    asked: dossier.openRequest?.content.items?.length ?? 0,
  };
  return { known, failed: null };
}
