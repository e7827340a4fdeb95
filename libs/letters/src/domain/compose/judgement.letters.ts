import {
  type DecisionData,
  type IntendedRefusalData,
  type LetterFinding,
  type LetterFrame,
} from '#contracts';
import { ACTS_VI, DECISION_VI, FINDINGS_VI, INTENDED_REFUSAL_VI } from '../../catalogue/opinions.vi.js';
import { INTENDED_DETERMINATION_VI } from '../../catalogue/determination.vi.js';
import { type Block } from '../letter-content.types.js';
import { type LetterText } from './letter-parts.js';
import {
  basisBlocks,
  basisText,
  closing,
  columnsOf,
  day,
  dossierText,
  numberedTable,
  paragraph,
  paragraphs,
  referenceText,
  sections,
  shortName,
  statement,
} from './wording.js';

/** Every finding with its article, the value found, the limit and what would change it. */
export const findingTable = (findings: LetterFinding[]): Block[] =>
  numberedTable(
    FINDINGS_VI.caption,
    columnsOf(FINDINGS_VI.columns, [1.4, 2.1, 2.1, 0.8, 1.5]),
    findings.map(({ subject, test, basis, found, limit, wouldChange }) => [
      subject,
      `${test}\n${basisText(basis)}`,
      found,
      limit,
      wouldChange ?? FINDINGS_VI.nothingHelps,
    ]),
  );

/** The words of the act: an opinion where the data do not say. */
const wordsOf = ({ dossier }: LetterFrame) => ACTS_VI[dossier.act ?? 'opinion'];

/** Notice of an intended refusal, with its grounds and the time to answer. */
export function intendedRefusalText(data: IntendedRefusalData): LetterText {
  const { title, reply } = INTENDED_REFUSAL_VI;
  const { subject, intended, intendedNotFinal } = data.determines
    ? INTENDED_DETERMINATION_VI
    : { ...wordsOf(data), subject: INTENDED_REFUSAL_VI.subject };
  const replies = [paragraph(reply(data.replyTo, day(data.replyBy))), ...statement(data.rightOfReply)];
  return {
    about: null,
    heading: { title, subject: subject(data.dossier.projectName) },
    blocks: [
      ...basisBlocks(data.legalBasis),
      paragraph(intended(data.issuer.body, dossierText(data))),
      ...sections([
        { title: INTENDED_REFUSAL_VI.groundsHeading, blocks: paragraphs(data.grounds) },
        { title: INTENDED_REFUSAL_VI.findingsHeading, blocks: findingTable(data.findings) },
        { title: INTENDED_REFUSAL_VI.replyHeading, blocks: replies },
      ]),
      closing(intendedNotFinal.replace(/\.$/u, '')),
    ],
  };
}

/** The opinion itself: agreement, agreement with conditions, or refusal. Each part stands only where it belongs. */
export function decisionText(data: DecisionData): LetterText {
  const words = wordsOf(data);
  const about = data.dossier.changes ? words.aboutChange : words.about;
  return {
    about: about(shortName(data.dossier.projectName)),
    heading: null,
    blocks: [
      ...basisBlocks(data.legalBasis),
      ...changes(data),
      paragraph(words.opening(data.issuer.body, dossierText(data))),
      ...sections([
        { title: words.conclusionHeading, blocks: conclusion(data) },
        { title: DECISION_VI.conditionsHeading, blocks: conditions(data) },
        { title: DECISION_VI.reasonsHeading, blocks: data.reasons.flatMap(paragraphs) },
        { title: DECISION_VI.councilHeading, blocks: paragraphs(data.councilConclusion ?? '') },
        { title: DECISION_VI.findingsHeading, blocks: findingTable(data.findings) },
        { title: DECISION_VI.remediesHeading, blocks: statement(data.remedies) },
      ]),
      ...(data.lateness === null ? [] : paragraphs(DECISION_VI.lateness(data.lateness))),
      closing(DECISION_VI.closing(data.issuer.body, readers(data.addressees))),
    ],
  };
}

const changes = ({ dossier }: DecisionData): Block[] =>
  dossier.changes ? [paragraph(DECISION_VI.changes(referenceText(dossier.changes)))] : [];

const readers = (addressees: string[]): string =>
  addressees.length > 2 ? DECISION_VI.allReaders : addressees.join(' và ');

function conclusion(data: DecisionData): Block[] {
  const said: Block = { kind: 'paragraph', style: 'bold', text: wordsOf(data).outcomes[data.outcome] };
  const { replaced, recalled } = DECISION_VI;
  const effects = { confirmed: wordsOf(data).confirmed, replaced, recalled };
  const earlier = data.earlier ? [paragraph(effects[data.earlier.effect](referenceText(data.earlier)))] : [];
  return [said, ...paragraphs(data.summary), ...earlier];
}

const conditions = (data: DecisionData): Block[] =>
  numberedTable(
    wordsOf(data).conditionsCaption,
    columnsOf(DECISION_VI.conditionColumns, [2.8, 1.15, 2, 1.6]),
    data.conditions.map(({ what, deadlineOn, proof, responsible }) => [
      what,
      day(deadlineOn),
      proof,
      responsible,
    ]),
  );
