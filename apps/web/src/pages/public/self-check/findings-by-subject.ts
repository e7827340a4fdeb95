import { type PreviewFinding } from './preview.query.js';

export interface SubjectFindings {
  kind: PreviewFinding['subject']['kind'];
  id: string | null;
  /** Breached or undecided, breached first. */
  open: PreviewFinding[];
  /** Met, or not applicable. */
  others: PreviewFinding[];
}
const RANK: Record<PreviewFinding['verdict'], number> = {
  breached: 0,
  inconclusive: 1,
  met: 2,
  not_applicable: 3,
};
const worst = ({ open }: SubjectFindings): number => (open[0] ? RANK[open[0].verdict] : RANK.met);

/** Findings by what they speak of: what is breached stands first, everything else in the order of the API. */
export function findingsBySubject(findings: readonly PreviewFinding[]): SubjectFindings[] {
  const groups = new Map<string, SubjectFindings>();
  for (const finding of findings) {
    const { kind, id } = finding.subject;
    const key = `${kind} ${id ?? ''}`;
    const group = groups.get(key) ?? { kind, id, open: [], others: [] };
    groups.set(key, group);
    group[RANK[finding.verdict] < RANK.met ? 'open' : 'others'].push(finding);
  }
  const subjects = [...groups.values()];
  for (const { open } of subjects) open.sort((a, b) => RANK[a.verdict] - RANK[b.verdict]);
  return subjects.sort((a, b) => worst(a) - worst(b));
}

export interface ChangeText {
  path: string;
  to: number | string;
  text: string;
}
/** Changes of a finding that make it pass, and those that would break it, with their sentences. */
export function changesOf({ wouldChange, texts }: PreviewFinding): {
  helping: ChangeText[];
  harming: ChangeText[];
} {
  const changes = wouldChange.map(({ path, to, becomes }, index) => ({
    ...{ path, to, text: texts.wouldChange[index] ?? '' },
    helps: RANK[becomes] >= RANK.met,
  }));
  return {
    helping: changes.filter(({ helps }) => helps),
    harming: changes.filter(({ helps }) => !helps),
  };
}
