import { type Candidate, type Confirmation, type ListKind, type TechnologyFacts } from '#contracts';
import { type CivilDate } from '#kernel';
import { type ScreeningLaw } from '#law';
import { type RuleShell } from '../engine-version.js';
import { type ListMatch, matchLists } from '../matcher/match-lists.js';
import { rowActs } from '../matcher/row-standing.js';
import { supersede } from './supersede.js';
import { technologyTextOf } from './technology-text.js';

/** A prohibited match refuses a project: two people have to stand behind it. */
const PEOPLE_NEEDED: Record<ListKind, number> = { prohibited: 2, restricted: 1, encouraged: 1, strategic: 1 };
const keyOf = ({ lineId, list, code }: Pick<Confirmation, 'lineId' | 'list' | 'code'>): string =>
  `${lineId}|${list}|${code}`;

/** People behind a confirmation that no later rejection took back; a tie in time leaves the candidate open. */
function decisionOf(entries: readonly Confirmation[], list: ListKind): Candidate['decision'] {
  const timeOf = ({ at = '' }: Confirmation): string => at;
  const latest = (decision: Confirmation['decision']) =>
    entries
      .filter((entry) => entry.decision === decision)
      .map(timeOf)
      .sort()
      .at(-1);
  const [confirmedAt, rejectedAt] = [latest('confirmed'), latest('rejected')];
  if (confirmedAt === undefined) return rejectedAt === undefined ? 'open' : 'rejected';
  if (rejectedAt !== undefined && rejectedAt >= confirmedAt)
    return rejectedAt > confirmedAt ? 'rejected' : 'open';
  const standing = entries.filter(
    (entry) => entry.decision === 'confirmed' && (rejectedAt === undefined || timeOf(entry) > rejectedAt),
  );
  const people = new Set(standing.flatMap(({ by }) => by));
  return people.size >= PEOPLE_NEEDED[list] ? 'confirmed' : 'awaiting_second_person';
}

/** A person found a row that the matcher did not propose: it counts like a candidate. */
function foundByPerson(entry: Confirmation, lawSet: ScreeningLaw, on: CivilDate): ListMatch[] {
  return lawSet.lists.rows
    .filter(({ list, code }) => list === entry.list && code === entry.code)
    .map((row) => ({
      list: row.list,
      code: row.code,
      listVersion: row.versionId,
      nameVi: row.nameVi,
      score: 0,
      method: 'name' as const,
      verification: row.verification,
      standing: rowActs(row, lawSet, lawSet.mode, on) ? ('acts' as const) : ('advice' as const),
    }));
}

/** The day whose law counts, and the code that compares names. */
export interface CandidateRule {
  on: CivilDate;
  shell?: RuleShell;
}

function proposedFor(
  line: { id: string; text: string; hs: string[] },
  vsic: string[],
  lawSet: ScreeningLaw,
  { on, shell }: CandidateRule,
): Map<string, Candidate> {
  const matches = matchLists(line.text, lawSet, { on, mode: lawSet.mode, shell, hs: line.hs, vsic });
  return new Map(
    matches.map((match) => [
      `${keyOf({ ...match, lineId: line.id })}|${match.listVersion}`,
      { ...match, lineId: line.id, decision: 'open' as const },
    ]),
  );
}

function linesOf(facts: TechnologyFacts): { id: string; text: string; hs: string[] }[] {
  return (facts.lines ?? []).map(({ id = '', ...line }) => ({
    id,
    text: technologyTextOf(line),
    hs: (facts.equipment ?? [])
      .filter(({ lineRef }) => lineRef === id)
      .flatMap(({ hsCode }) => (hsCode ? [hsCode.replace(/[.\s]/g, '')] : [])),
  }));
}

const byLineThenScore = (a: Candidate, b: Candidate): number =>
  a.lineId === b.lineId
    ? b.score - a.score || (`${keyOf(a)}|${a.listVersion}` < `${keyOf(b)}|${b.listVersion}` ? -1 : 1)
    : a.lineId < b.lineId
      ? -1
      : 1;

/** All candidates of all lines with what people decided about them, by line and score. */
export function decideCandidates(
  facts: TechnologyFacts,
  confirmations: readonly Confirmation[],
  lawSet: ScreeningLaw,
  rule: CandidateRule,
): Candidate[] {
  const vsic = facts.project?.sectorVsic ? [facts.project.sectorVsic.replace(/^[A-U]/, '')] : [];
  const candidates = linesOf(facts).flatMap((line) => {
    const proposed = proposedFor(line, vsic, lawSet, rule);
    for (const entry of confirmations.filter(({ lineId }) => lineId === line.id)) {
      for (const match of foundByPerson(entry, lawSet, rule.on)) {
        const key = `${keyOf(entry)}|${match.listVersion}`;
        if (!proposed.has(key)) proposed.set(key, { ...match, lineId: line.id, decision: 'open' });
      }
    }
    return [...proposed.values()];
  });
  const decided = candidates.map((candidate) => {
    const entries = confirmations.filter((entry) => keyOf(entry) === keyOf(candidate));
    return { ...candidate, decision: decisionOf(entries, candidate.list) };
  });
  return supersede(decided, lawSet, rule.shell).sort(byLineThenScore);
}

/** Confirmations of the facts' lines whose code stands in no loaded list: found by a person in an annex on paper. */
export function confirmedOutsideTheSet(
  confirmations: readonly Confirmation[],
  facts: TechnologyFacts,
  lawSet: ScreeningLaw,
): Confirmation[] {
  const lines = new Set((facts.lines ?? []).map(({ id }) => id));
  const known = new Set(lawSet.lists.rows.map(({ list, code }) => `${list}|${code}`));
  return confirmations.filter(
    ({ lineId, list, code, decision }) =>
      decision === 'confirmed' && lines.has(lineId) && !known.has(`${list}|${code}`),
  );
}
