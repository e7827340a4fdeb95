import { type ConsultationRequestData, type LetterFrame } from '#contracts';
import { type DossierRow, factsOf } from '#dossiers';
import { type Tx } from '#database';
import { type ClockRule, type FromPack, type LawSet } from '#law';
import { CONSULTATION_REQUEST_VI } from '#letters';
import { type CaseworkSettings } from '../casework-settings.js';
import { legalBasisOf, letterFrame, ruleBasis } from '../letters/letter-frame.js';
import { papersOf } from '../letters/receipt.letter-data.js';

/** What a letter to a consulted organisation asks. */
export interface AskedInLetter {
  organisationName: string;
  question: string;
  legalBasis: string;
  replyBy: string | null;
  /** The term of the law with the days that a complex project adds; null where the asker gave a day. */
  term: { rule: FromPack<ClockRule>; addedDays: number } | null;
}

/** The letter that asks one agency or body: to it alone, with the papers of the dossier enclosed. */
export async function consultationRequestData(
  tx: Tx,
  row: DossierRow,
  lawSet: LawSet,
  settings: CaseworkSettings,
  asked: AskedInLetter,
): Promise<ConsultationRequestData> {
  const bases = asked.term ? [ruleBasis(asked.term.rule)] : legalBasisOf(lawSet, row);
  const frame: LetterFrame = await letterFrame(tx, row, lawSet, settings, bases);
  const papers = papersOf(lawSet, await factsOf(tx, row.id, row.factsVersion), row);
  return {
    ...frame,
    addressees: [asked.organisationName],
    recipients: [],
    question: asked.question,
    basis: { text: asked.legalBasis, verification: null },
    lawTerm: termStatement(asked.term),
    replyBy: asked.replyBy,
    replyTo: settings.replyTo,
    enclosed: papers.map(({ name }) => name),
  };
}

function termStatement(term: AskedInLetter['term']): ConsultationRequestData['lawTerm'] {
  if (term === null || term.rule.value === null) return null;
  const { rule, addedDays } = term;
  const days = (rule.value ?? 0) + addedDays;
  return { text: CONSULTATION_REQUEST_VI.term(days, rule.basis), verification: rule.verification };
}
