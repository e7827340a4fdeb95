import { type DecisionData, type LetterData, type LetterDataOf, type LetterKind } from '#contracts';

type Check<Data> = [part: string, isMissing: (data: Data) => boolean];
const blank = (text: string | null | undefined): boolean => (text ?? '').trim() === '';

const EVERY_LETTER: Check<LetterData>[] = [
  ['issuer', ({ issuer }) => [issuer.body, issuer.bodyCode, issuer.unitCode, issuer.place].some(blank)],
  ['dossier.projectName', ({ dossier }) => blank(dossier.projectName)],
  ['dossier.investorName', ({ dossier }) => blank(dossier.investorName)],
];
const ADDRESSED: Check<LetterData> = [
  'addressees',
  ({ addressees }) => addressees.length === 0 || addressees.some(blank),
];
const ASKS: Check<LetterDataOf['supplement_request']>[] = [
  ADDRESSED,
  ['items', ({ items }) => items.length === 0 || items.some((item) => blank(item.what))],
  ['replyBy', ({ replyBy }) => blank(replyBy)],
  ['replyTo', ({ replyTo }) => blank(replyTo)],
];
const refuses = ({ outcome }: DecisionData): boolean => outcome.startsWith('disagree');

const CHECKS: { [Kind in LetterKind]: Check<LetterDataOf[Kind]>[] } = {
  receipt: [
    ['dossier.fileCode', ({ dossier }) => blank(dossier.fileCode)],
    ['dossier.receivedOn', ({ dossier }) => blank(dossier.receivedOn)],
    ['applicant.name', ({ applicant }) => blank(applicant.name)],
  ],
  supplement_request: ASKS,
  clarification_request: ASKS,
  return_notice: [
    ADDRESSED,
    ['explanation', ({ explanation }) => blank(explanation)],
    ['competentAuthority', (data) => data.reason === 'not_competent' && blank(data.competentAuthority)],
  ],
  discontinuance: [
    ADDRESSED,
    ['basis', ({ basis }) => blank(basis.text)],
    ['replyBy', ({ replyBy }) => blank(replyBy)],
  ],
  intended_refusal: [
    ADDRESSED,
    ['grounds', ({ grounds }) => blank(grounds)],
    ['replyBy', ({ replyBy }) => blank(replyBy)],
    ['replyTo', ({ replyTo }) => blank(replyTo)],
  ],
  recall_notice: [
    ADDRESSED,
    ['recalled', ({ recalled }) => blank(recalled.number) || blank(recalled.on)],
    ['complaint', ({ complaint }) => complaint === null || blank(complaint.decision)],
  ],
  decision: [
    ADDRESSED,
    ['reasons', (data) => refuses(data) && data.reasons.every(blank) && data.findings.length === 0],
    ['conditions', (data) => (data.outcome === 'agree_with_conditions') !== data.conditions.length > 0],
  ],
  holding_reply: [ADDRESSED, ['term.basis', ({ term }) => blank(term.basis.text)]],
  council_decision: [
    ['councilName', ({ councilName }) => blank(councilName)],
    ['members', ({ members }) => members.length === 0],
  ],
  council_minutes: [
    ['attendance', ({ attendance }) => attendance.length === 0],
    ['secretary', ({ secretary }) => blank(secretary)],
  ],
  consultation_request: [
    ADDRESSED,
    ['question', ({ question }) => blank(question)],
    ['basis', ({ basis }) => blank(basis.text)],
    ['replyBy', ({ replyBy, lawTerm }) => blank(replyBy) && lawTerm === null],
    ['replyTo', ({ replyTo }) => blank(replyTo)],
  ],
  determination: [
    ADDRESSED,
    ['findings', ({ findings }) => findings.length === 0],
    ['consulted', ({ consulted }) => consulted.length === 0],
  ],
};

/** Parts without which a letter of this kind may not leave: names of fields; empty when it is complete. */
export function missingParts<Kind extends LetterKind>(kind: Kind, data: LetterDataOf[Kind]): string[] {
  const checks: Check<LetterDataOf[Kind]>[] = [...EVERY_LETTER, ...CHECKS[kind]];
  return checks.filter(([, isMissing]) => isMissing(data)).map(([part]) => part);
}
