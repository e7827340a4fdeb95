import { type TechnologyFacts } from '#contracts';
import { bareText } from '../../../format/bare-text.js';
import { type FindingView } from '../dossier.types.js';

/** What a finding asks of its reader, worst first. */
export const FINDING_KINDS = ['refuses', 'weigh', 'answer', 'info', 'passes', 'not_applicable'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];
/** What somebody has to look at. */
const ATTENTION: readonly FindingKind[] = ['refuses', 'weigh', 'answer', 'info'];
export const SHOWN = ['attention', ...FINDING_KINDS] as const;
/** What the reader wants to see. */
export type Shown = (typeof SHOWN)[number];

export const isShown = (kind: FindingKind, shown: Shown): boolean =>
  shown === 'attention' ? ATTENTION.includes(kind) : kind === shown;

/** A breached finding refuses, is to be weighed or only tells something, by its severity; an overturned one passes. */
export function kindOf({
  verdict,
  severity,
  overturned,
}: Pick<FindingView, 'verdict' | 'severity' | 'overturned'>): FindingKind {
  if (verdict === 'not_applicable') return 'not_applicable';
  if (verdict === 'inconclusive') return 'answer';
  if (verdict === 'met' || overturned) return 'passes';
  if (severity === 'info') return 'info';
  return severity === 'blocking' ? 'refuses' : 'weigh';
}

export type Tally = Record<FindingKind, number>;
/** How many findings there are of each kind. */
export function tallyOf(findings: readonly FindingView[]): Tally {
  const tally = Object.fromEntries(FINDING_KINDS.map((kind) => [kind, 0])) as Tally;
  for (const finding of findings) tally[kindOf(finding)] += 1;
  return tally;
}
export const countOf = (tally: Tally, shown: Shown): number =>
  FINDING_KINDS.filter((kind) => isShown(kind, shown)).reduce((sum, kind) => sum + tally[kind], 0);

/** Everything that was found about one line, one machine or the project. */
export interface SubjectGroup {
  kind: FindingView['subject']['kind'];
  id: string | null;
  /** As the facts call it; null for the project and for what has no name. */
  name: string | null;
  findings: FindingView[];
  tally: Tally;
}

const worst = ({ tally }: SubjectGroup): number => FINDING_KINDS.findIndex((kind) => tally[kind] > 0);

function nameIn({ lines = [], equipment = [] }: TechnologyFacts, id: string | null): string | null {
  const item = [...lines, ...equipment].find((one) => one.id === id);
  return item?.name ?? null;
}

/** The findings by what they are about: the worst subject first, then in the order in which they were found. */
export function groupBySubject(findings: readonly FindingView[], facts: TechnologyFacts): SubjectGroup[] {
  const groups = new Map<string, FindingView[]>();
  for (const finding of findings) {
    const key = `${finding.subject.kind} ${finding.subject.id ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()]
    .map((own): SubjectGroup => {
      const { kind, id } = (own[0] as FindingView).subject;
      const sorted = [...own].sort(
        (a, b) => FINDING_KINDS.indexOf(kindOf(a)) - FINDING_KINDS.indexOf(kindOf(b)),
      );
      return { kind, id, name: nameIn(facts, id), findings: sorted, tally: tallyOf(own) };
    })
    .sort((a, b) => worst(a) - worst(b));
}

/** The groups that hold something of what is wanted, by name where one was typed; marks of tone do not matter. */
export const groupsShown = (groups: readonly SubjectGroup[], shown: Shown, typed: string): SubjectGroup[] =>
  groups.filter(
    ({ tally, name }) => countOf(tally, shown) > 0 && bareText(name ?? '').includes(bareText(typed)),
  );
