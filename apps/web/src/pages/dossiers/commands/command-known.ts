import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type CommandName } from '#contracts';
import { type Schema } from '../../../api/schema-names.js';
import { usePerson } from '../../../session/session.provider.js';
import { type Known } from './command-beginning.js';
import { COMMAND_FIELDS } from './command-fields.js';
import { findingsQuery, opinionsQuery, roundsQuery } from '../dossier.query.js';
import { type DossierView } from '../dossier.types.js';
import { failedCriteria } from '../opinions/failed-criteria.js';
import { type Screened, takenOverOf } from './taken-over.js';

const FOLLOWS: readonly CommandName[] = ['approve_with_conditions', 'refuse'];

/** What is known is not there yet, or could not be had: nothing begins without it. */
type Asking = { known: null; failed: (Pick<UseQueryResult, 'error'> & { again: () => void }) | null };

/** What a form begins with, from the record. */
export function useKnown(
  dossier: DossierView,
  command: CommandName,
): { known: Known; failed: null } | Asking {
  const { id: personId } = usePerson();
  const judges = COMMAND_FIELDS[command].some(({ kind }) => kind === 'findings' || kind === 'inconclusive');
  const concludes = command === 'conclude';
  const follows = FOLLOWS.includes(command) || concludes;
  const findings = useQuery({ ...findingsQuery(dossier.id), enabled: judges });
  const rounds = useQuery({ ...roundsQuery(dossier.id), enabled: follows });
  const opinions = useQuery({ ...opinionsQuery(dossier.id), enabled: concludes });
  const missing = [judges && findings, follows && rounds, concludes && opinions].filter(
    (query) => query !== false && query.data === undefined,
  ) as UseQueryResult[];
  const failed = missing.find(({ isError }) => isError);
  const again = () => missing.forEach((query) => void query.refetch());
  if (missing.length > 0) return { known: null, failed: failed ? { error: failed.error, again } : null };
  const { conclusions = [] } = rounds.data?.items.find(({ round }) => round === dossier.round) ?? {};
  const own = opinions.data?.items.find(
    ({ authorId, round, state }) => authorId === personId && round === dossier.round && state === 'recorded',
  );
  const unmet = failedCriteria(opinions.data?.items ?? [], dossier.round);
  const screened = { ...screenedOf(findings.data), failed: unmet };
  const known: Known = {
    conclusion: conclusions.filter(({ sentBackAt }) => sentBackAt === null).at(-1) ?? null,
    takenOver: concludes ? takenOverOf(conclusions, own ?? null, screened) : null,
    ...{ inconclusive: screened.inconclusive, breached: screened.breached },
    failed: concludes ? unmet : null,
    asked: dossier.openRequest?.content.items?.length ?? 0,
  };
  return { known, failed: null };
}

function screenedOf(answer: Schema<'FindingsDto'> | undefined): Omit<Screened, 'failed'> {
  const keysOf = (verdict: 'inconclusive' | 'breached') =>
    (answer?.findings ?? [])
      .filter((one) => one.verdict === verdict && !one.overturned)
      .map(({ key }) => key);
  const at = answer?.current === true ? (answer.screening?.performedAt ?? null) : null;
  return { at, inconclusive: keysOf('inconclusive'), breached: keysOf('breached') };
}
