import {
  type ConsultationRequestData,
  type ConsultedParty,
  type DeterminationData,
  type LetterProof,
} from '#contracts';
import { CONSULTATION_REQUEST_VI, DETERMINATION_VI, POSITIONS_VI } from '../../catalogue/determination.vi.js';
import { DECISION_VI } from '../../catalogue/opinions.vi.js';
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
  sentence,
  shortName,
  statement,
} from './wording.js';

/** The question to one agency or body: what, on what basis, until when, and what is enclosed. */
export function consultationRequestText(data: ConsultationRequestData): LetterText {
  const words = CONSULTATION_REQUEST_VI;
  const basis = { ...data.basis, text: words.basis(data.basis.text) };
  return {
    about: words.about(shortName(data.dossier.projectName)),
    heading: null,
    blocks: [
      ...basisBlocks(data.legalBasis),
      paragraph(words.opening(data.issuer.body, dossierText(data))),
      paragraph(words.ask),
      ...sections([
        { title: words.questionHeading, blocks: [...paragraphs(data.question), ...statement(basis)] },
        { title: words.timeHeading, blocks: timeToAnswer(data) },
        {
          title: words.enclosedHeading,
          blocks: data.enclosed.map((name) => paragraph(`- ${sentence(name)}`)),
        },
      ]),
      closing(words.closing(data.issuer.body)),
    ],
  };
}

const timeToAnswer = (data: ConsultationRequestData): Block[] => [
  ...statement(data.lawTerm),
  ...(data.replyBy === null ? [] : [paragraph(CONSULTATION_REQUEST_VI.replyBy(day(data.replyBy)))]),
  paragraph(CONSULTATION_REQUEST_VI.replyTo(data.replyTo)),
];

/** The written determination: the result, each test with value, limit and evidence, and what the consulted said. */
export function determinationText(data: DeterminationData): LetterText {
  const words = DETERMINATION_VI;
  return {
    about: words.about(shortName(data.dossier.projectName)),
    heading: null,
    blocks: [
      ...basisBlocks(data.legalBasis),
      paragraph(words.opening(data.issuer.body, dossierText(data))),
      ...sections([
        { title: words.resultHeading, blocks: result(data) },
        { title: words.reasonsHeading, blocks: data.reasons.flatMap(paragraphs) },
        { title: words.testsHeading, blocks: tests(data) },
        { title: words.consultedHeading, blocks: consulted(data.consulted) },
        { title: words.remediesHeading, blocks: statement(data.remedies) },
      ]),
      ...(data.lateness === null ? [] : paragraphs(DECISION_VI.lateness(data.lateness))),
      closing(words.closing(data.issuer.body, readers(data.addressees))),
    ],
  };
}

const readers = (addressees: string[]): string =>
  addressees.length > 2 ? DETERMINATION_VI.allReaders : addressees.join(' và ');

function result({ outcome, summary, earlier }: DeterminationData): Block[] {
  const said: Block = { kind: 'paragraph', style: 'bold', text: DETERMINATION_VI.outcomes[outcome] };
  const { confirmed, replaced, recalled } = DETERMINATION_VI;
  const effects = { confirmed, replaced, recalled };
  const before = earlier ? [paragraph(effects[earlier.effect](referenceText(earlier)))] : [];
  return [said, ...paragraphs(summary), ...before];
}

const tests = ({ findings }: DeterminationData): Block[] =>
  numberedTable(
    DETERMINATION_VI.testsCaption,
    columnsOf(DETERMINATION_VI.testColumns, [1.2, 2.1, 1.6, 0.7, 0.9, 1.7]),
    findings.map((finding) => [
      finding.subject,
      `${finding.test}\n${basisText(finding.basis)}`,
      finding.lookedUp ? DETERMINATION_VI.lookedUp : finding.found,
      finding.limit,
      DETERMINATION_VI.verdicts[finding.verdict],
      proofsText(finding),
    ]),
  );

function proofsText({ lookedUp, proofs }: DeterminationData['findings'][number]): string {
  if (lookedUp) return DETERMINATION_VI.lookedUpProof;
  return proofs.length === 0 ? DETERMINATION_VI.noProof : proofs.map(proofText).join('\n');
}

function proofText({ kind, number, issuedOn, body }: LetterProof): string {
  const { proof, proofKinds, otherProof, notStated } = DETERMINATION_VI;
  return proof(
    proofKinds[kind] ?? otherProof,
    number ?? notStated,
    issuedOn === null ? notStated : day(issuedOn),
    body ?? notStated,
  );
}

const consulted = (parties: ConsultedParty[]): Block[] =>
  numberedTable(
    DETERMINATION_VI.consultedCaption,
    columnsOf(DETERMINATION_VI.consultedColumns, [1.8, 3, 1.8]),
    parties.map((party) => [party.organisation, party.question, answerOf(party)]),
  );

function answerOf({ position, answeredOn, closedOn }: ConsultedParty): string {
  if (position !== null && answeredOn !== null)
    return DETERMINATION_VI.answered(POSITIONS_VI[position], day(answeredOn));
  return closedOn === null ? DETERMINATION_VI.noProof : DETERMINATION_VI.silent(day(closedOn));
}
