import { type Finding, type Status, type Candidate, type TechnologyFacts } from '#contracts';
import { type Records } from './records.js';

type Row = Record<string, unknown>;
export interface Letter extends Row {
  id: string;
  kind: string;
  status: 'draft' | 'issued' | 'void';
  round: number;
}
export interface Assigned extends Row {
  id: string;
  assignee_id: string;
  kind: 'lead' | 'expert' | 'council';
  state: 'invited' | 'accepted' | 'declined' | 'released';
}
export interface MatchRow extends Row {
  id: string;
  line_id: string;
  list: string;
  code: string;
  state: string;
  decision: 'confirmed' | 'rejected';
  decided_by: string;
  seconded_by: string | null;
  withdrawal_proposed_by: string | null;
  withdrawal_seconded_by: string | null;
}
export interface ClockRowSeen extends Row {
  id: string;
  rule_id: string;
  purpose: string;
  state: string;
  due_on: string | null;
  movement: number;
}

/** What a player sees in the rows of a dossier; plain reading, no rule of the product. */
export interface CaseView {
  records: Records;
  id: string;
  status: Status;
  round: number;
  revision: number;
  procedureId: string;
  facts: TechnologyFacts;
  lead: Assigned | undefined;
  screening: { findings: Finding[]; candidates: Candidate[]; stale: boolean } | null;
  matches: MatchRow[];
  documents: string[];
  letters: Letter[];
  council: Row | undefined;
  conclusion: Row | undefined;
  clocks: ClockRowSeen[];
}

export const countingMatches = (records: Records): MatchRow[] =>
  (records.list_decision as MatchRow[]).filter(({ state }) => !['withdrawn', 'reopened'].includes(state));

const keyOfMatch = ({ line_id, list, code, decision, seconded_by }: MatchRow): string =>
  [line_id, list, code, decision, seconded_by === null ? 1 : 2].join('|');
interface StoredConfirmation {
  lineId: string;
  list: string;
  code: string;
  decision: string;
  by: string[];
}
const keyOfStored = ({ lineId, list, code, decision, by }: StoredConfirmation): string =>
  [lineId, list, code, decision, by.length].join('|');

export const newestOf = (rows: readonly Row[], column = 'number'): Row | undefined =>
  [...rows].sort((a, b) => Number(a[column]) - Number(b[column])).at(-1);

/** Whether the newest screening speaks of this round, these facts and these decisions on candidates. */
export function isStale(records: Records): boolean {
  const [dossier] = records.dossier;
  const newest = newestOf(records.screening);
  if (!dossier || !newest) return true;
  const now = countingMatches(records).map(keyOfMatch).sort();
  const then = (newest['confirmations'] as StoredConfirmation[]).map(keyOfStored).sort();
  return (
    newest['facts_version'] !== dossier['facts_version'] ||
    newest['round'] !== dossier['round'] ||
    newest['law_set_digest'] !== dossier['law_set_digest'] ||
    JSON.stringify(now) !== JSON.stringify(then)
  );
}

const OPEN = ['invited', 'accepted'];

export function viewOf(records: Records): CaseView {
  const [row] = records.dossier as [Row];
  const round = row['round'] as number;
  const newest = newestOf(records.screening)?.['result'] as CaseView['screening'] | undefined;
  const facts = records.facts_version.find(({ version }) => version === row['facts_version']);
  return {
    records,
    id: row['id'] as string,
    status: row['status'] as Status,
    round,
    revision: row['revision'] as number,
    procedureId: row['procedure_id'] as string,
    facts: facts?.['facts'] ?? {},
    lead: (records.assignment as Assigned[]).find(
      ({ kind, state }) => kind === 'lead' && OPEN.includes(state),
    ),
    screening: newest
      ? { findings: newest.findings, candidates: newest.candidates, stale: isStale(records) }
      : null,
    matches: countingMatches(records),
    documents: records.document
      .filter(({ withdrawn_at }) => withdrawn_at === null)
      .map(({ id }) => id as string),
    letters: records.letter as Letter[],
    council: [...records.council]
      .filter((council) => council['round'] === round)
      .sort((a, b) => String(a['established_at']).localeCompare(String(b['established_at'])))
      .at(-1),
    conclusion: records.conclusion.find(
      (conclusion) => conclusion['round'] === round && conclusion['sent_back_at'] === null,
    ),
    clocks: records.clock as ClockRowSeen[],
  };
}

/** Blocking findings that nobody has overturned, by their keys. */
export function standingBlocks(view: CaseView): Finding[] {
  const overturned = new Set(
    view.records.finding_overturn
      .filter(({ seconded_by }) => seconded_by !== null)
      .map(({ finding_key }) => finding_key),
  );
  return (view.screening?.findings ?? []).filter(
    ({ verdict, severity, key }) => verdict === 'breached' && severity === 'blocking' && !overturned.has(key),
  );
}

/** A running term that its law lets somebody extend, and that nobody has extended. */
export const extendable = ({ clocks }: CaseView): ClockRowSeen | undefined =>
  clocks.find(
    ({ state, rule, extension_days }) =>
      state === 'running' && extension_days === 0 && Boolean((rule as { extension?: object }).extension),
  );
