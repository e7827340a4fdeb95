import { type HoldingReplyData } from '#contracts';
import { HOLDING_REPLY_VI as WORDS } from '../../catalogue/holding-reply.vi.js';
import { type Block } from '../letter-content.types.js';
import { findingTable } from './judgement.letters.js';
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
  sections,
  sentence,
  shortName,
} from './wording.js';

/** The holding reply: what was done, found and is missing, until when, and that it is no agreement. */
export function holdingReplyText(data: HoldingReplyData): LetterText {
  return {
    about: WORDS.about(shortName(data.dossier.projectName)),
    heading: null,
    blocks: [
      ...basisBlocks(data.legalBasis),
      paragraph(WORDS.opening(data.issuer.body, dossierText(data))),
      ...sections([
        { title: WORDS.doneHeading, blocks: done(data) },
        { title: WORDS.findingsHeading, blocks: [...findingTable(data.findings), ...matches(data)] },
        { title: WORDS.missingHeading, blocks: missing(data) },
        { title: WORDS.waitingHeading, blocks: waiting(data) },
        { title: WORDS.termHeading, blocks: term(data) },
      ]),
      closing(WORDS.closing(data.issuer.body)),
    ],
  };
}

function done({ screening }: HoldingReplyData): Block[] {
  if (screening === null) return [paragraph(WORDS.notScreened)];
  const { on, current, law, lists } = screening;
  return [
    paragraph(WORDS.screened(day(on))),
    ...(law.length > 0 ? [paragraph(WORDS.screeningLaw(law.map(basisText).join('; ')))] : []),
    paragraph(lists.length > 0 ? WORDS.screeningLists(lists.join('; ')) : WORDS.noLists),
    ...(current ? [] : [paragraph(WORDS.screeningStale)]),
  ];
}

const matches = ({ confirmedMatches }: HoldingReplyData): Block[] =>
  numberedTable(
    WORDS.matchesCaption,
    columnsOf(WORDS.matchColumns, [2, 1.4, 2.6]),
    confirmedMatches.map(({ line, list, entry }) => [line, WORDS.lists[list] ?? list, entry]),
  );

const missing = ({ openQuestions, undecidedMatches }: HoldingReplyData): Block[] => [
  ...numberedTable(
    WORDS.questionsCaption,
    columnsOf(WORDS.questionColumns, [1.6, 2.6, 2.4]),
    openQuestions.map((question) => [
      question.subject,
      `${question.test}\n${basisText(question.basis)}`,
      question.missing,
    ]),
  ),
  ...(undecidedMatches > 0 ? [paragraph(WORDS.undecided(undecidedMatches))] : []),
];

const waiting = ({ consultations, expertsAskedOn, openRequest }: HoldingReplyData): Block[] => [
  ...consultations.map(({ agency, askedOn }) => paragraph(WORDS.consultation(agency, day(askedOn)))),
  ...(expertsAskedOn === null ? [] : [paragraph(WORDS.experts(day(expertsAskedOn)))]),
  ...(openRequest === null
    ? []
    : [
        paragraph(WORDS.requested[openRequest.kind](day(openRequest.replyBy))),
        ...openRequest.items.map((item) => paragraph(`- ${sentence(item)}`)),
      ]),
];

const term = ({ term, silence, expectedOn }: HoldingReplyData): Block[] => [
  paragraph(
    term.dueOn === null
      ? WORDS.termOpen(term.name, basisText(term.basis))
      : WORDS.term(term.name, day(term.dueOn), basisText(term.basis)),
  ),
  ...(silence === null ? [] : [paragraph(WORDS.silence(basisText(silence)))]),
  paragraph(expectedOn === null ? WORDS.expectedOpen : WORDS.expected(day(expectedOn))),
  { kind: 'paragraph', style: 'bold', text: WORDS.notAgreement },
];
