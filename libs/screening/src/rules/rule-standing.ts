import { type Finding, type ScreeningMode, type Severity, type Verdict } from '#contracts';
import { type CivilDate } from '#kernel';
import { type RuleMeta } from '#law';

export type MetaInSet = RuleMeta & { packId: string; reference: boolean };

const isSure = ({ verification }: Pick<RuleMeta, 'verification'>): boolean =>
  verification === 'text_read' || verification === 'secondary';
const isInForce = (meta: MetaInSet, on: CivilDate): boolean =>
  meta.validFrom <= on && (meta.validTo === null || on <= meta.validTo);

/** Why a rule may not act, as a note of its findings; `null` when it acts (design section 2, official mode). */
export function standingNote(meta: MetaInSet, mode: ScreeningMode, on: CivilDate): string | null {
  if (meta.verification === 'memory') return 'rule_from_memory';
  if (mode === 'demonstration') return null;
  return isSure(meta) && !meta.reference && isInForce(meta, on) ? null : 'not_acting_in_official_mode';
}

export interface Judgement {
  verdict: Verdict;
  severity: Severity;
  notes: string[];
  values: Finding['values'];
}

/** A rule that may not act decides nothing: its verdict is kept as advice beside `inconclusive`. */
export function judgementOf(verdict: Verdict, standing: string | null, analogy: boolean): Judgement {
  const decides = verdict === 'met' || verdict === 'breached';
  if (standing && decides) {
    return {
      verdict: 'inconclusive',
      severity: 'review',
      notes: [standing],
      values: { advisedVerdict: verdict },
    };
  }
  const notes = analogy && decides ? ['analogy_from_declaration'] : [];
  return { verdict, severity: severityOf(verdict, analogy), notes, values: {} };
}

function severityOf(verdict: Verdict, analogy: boolean): Severity {
  if (verdict === 'breached') return analogy ? 'review' : 'blocking';
  return verdict === 'inconclusive' ? 'review' : 'info';
}
