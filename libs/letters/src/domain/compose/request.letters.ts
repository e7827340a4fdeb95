import { type ClarificationRequestData, type SupplementRequestData } from '#contracts';
import { CLARIFICATION_VI, SUPPLEMENT_VI } from '../../catalogue/requests.vi.js';
import { type LetterText } from './letter-parts.js';
import {
  basisBlocks,
  closing,
  day,
  dossierText,
  itemTable,
  paragraph,
  shortName,
  statement,
} from './wording.js';

type Words = Pick<typeof SUPPLEMENT_VI, 'caption' | 'ask'> | Pick<typeof CLARIFICATION_VI, 'caption' | 'ask'>;

const askedFor = (data: SupplementRequestData, words: Words, columns: readonly string[], reply: string) => [
  ...basisBlocks(data.legalBasis),
  paragraph(SUPPLEMENT_VI.opening(data.issuer.body, dossierText(data))),
  paragraph(words.ask),
  ...itemTable(words.caption, columns, data.items, SUPPLEMENT_VI.ownBasis),
  ...statement(data.oneRequest),
  ...statement(data.ifSilent),
  closing(reply.replace(/\.$/u, '')),
];

/** Form 02: what is missing, each item with its basis, until when, and the one-request notice from the data. */
export function supplementText(data: SupplementRequestData): LetterText {
  const reply = SUPPLEMENT_VI.reply(data.replyTo, day(data.replyBy));
  return {
    about: null,
    heading: { title: SUPPLEMENT_VI.title, subject: SUPPLEMENT_VI.subject(data.dossier.projectName) },
    blocks: askedFor(data, SUPPLEMENT_VI, SUPPLEMENT_VI.columns, reply),
  };
}

/** An official letter with questions. */
export function clarificationText(data: ClarificationRequestData): LetterText {
  const reply = CLARIFICATION_VI.reply(data.replyTo, day(data.replyBy));
  return {
    about: CLARIFICATION_VI.about(shortName(data.dossier.projectName)),
    heading: null,
    blocks: askedFor(data, CLARIFICATION_VI, CLARIFICATION_VI.columns, reply),
  };
}
