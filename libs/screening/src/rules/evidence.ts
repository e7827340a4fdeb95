import { Temporal } from 'temporal-polyfill';
import { type EvidenceFacts, type TechnologyFacts } from '#contracts';
import { type CivilDate, isCivilDate } from '#kernel';
import { type ScreeningLaw } from '#law';
import { judgeRows } from './decision-engine.js';

export const CERTIFICATE_MODEL = 'determination-certificate';

/** How well a value is proven: by an accepted, valid certificate, or why not (codes for the notes of a finding). */
export interface Proof {
  proven: boolean;
  notes: string[];
}
export type ProofOf = (path: string) => Proof;

/** A paper issued on 2025-07-01 and valid for 12 months still proves on 2026-07-01. */
function isFresh(issuedOn: string, months: number, receivedOn: CivilDate): boolean {
  return isCivilDate(issuedOn) && Temporal.PlainDate.from(issuedOn).add({ months }).toString() >= receivedOn;
}

/**
 * The last day on which a paper can have been issued: that of its acceptance, so that a certificate of the supplement
 * counts; where no day of acceptance is stored, the day of receipt.
 */
const lastIssue = ({ acceptedOn }: EvidenceFacts, receivedOn: CivilDate): string =>
  acceptedOn !== undefined && acceptedOn > receivedOn ? acceptedOn : receivedOn;

interface Weighed extends Proof {
  covers: readonly string[];
}

function weigh(paper: EvidenceFacts, judged: Record<string, unknown>, receivedOn: CivilDate): Weighed {
  const { covers, issuedOn } = paper;
  const notes = Array.isArray(judged['notes'])
    ? judged['notes'].filter((note) => typeof note === 'string')
    : [];
  const months = judged['validMonths'];
  if (judged['proof'] !== 'proves' || typeof months !== 'number' || !issuedOn)
    return { covers, proven: false, notes };
  if (issuedOn > lastIssue(paper, receivedOn))
    return { covers, proven: false, notes: ['certificate_from_the_future'] };
  const proven = isFresh(issuedOn, months, receivedOn);
  return { covers, proven, notes: proven ? [] : ['certificate_expired'] };
}

function proofFrom(papers: readonly Weighed[]): ProofOf {
  const byPath = new Map<string, Weighed[]>();
  for (const paper of papers) {
    for (const path of paper.covers) byPath.set(path, [...(byPath.get(path) ?? []), paper]);
  }
  return (path) => {
    const covering = byPath.get(path) ?? [];
    if (covering.some(({ proven }) => proven)) return { proven: true, notes: [] };
    const notes = covering.flatMap((paper) => paper.notes);
    return { proven: false, notes: notes.length > 0 ? [...new Set(notes)].sort() : ['certificate_missing'] };
  };
}

/**
 * Weighs the evidence of a determination by the certificate table of the law set (QĐ 29/2023): kind, acceptance and
 * age on the day of receipt. Without that table nothing is proven.
 */
export async function weighEvidence(
  facts: TechnologyFacts,
  lawSet: ScreeningLaw,
  receivedOn: CivilDate,
): Promise<ProofOf> {
  const model = lawSet.rules.models.find(({ id }) => id === CERTIFICATE_MODEL);
  const papers = facts.evidence ?? [];
  if (!model) return proofFrom([]);
  const rows = papers.map(({ kind, acceptedBy, issuedOn }) => ({
    kind,
    accepted: Boolean(acceptedBy),
    dated: issuedOn !== undefined,
  }));
  const judged = await judgeRows(model, rows);
  return proofFrom(papers.map((paper, index) => weigh(paper, judged[index] ?? {}, receivedOn)));
}
