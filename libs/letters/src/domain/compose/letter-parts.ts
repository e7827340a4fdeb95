import { type LetterFrame, type LetterKind, type LetterSigner } from '#contracts';
import { CAPACITIES_VI, FRAME_VI } from '../../catalogue/frame.vi.js';
import { type Block, type LetterContent, type LetterLang } from '../letter-content.types.js';
import { printedNumber, symbolOf } from '../letter-register.js';

/** What a kind of letter adds to the frame that all letters share. */
export interface LetterText {
  about: string | null;
  heading: LetterContent['heading'];
  blocks: Block[];
}
const upper = (text: string): string => text.toLocaleUpperCase('vi');

/** Puts the text of one letter into the frame of NĐ 30/2020: issuer, number, place and date, signature, recipients. */
export function framed(
  kind: LetterKind,
  data: LetterFrame,
  text: LetterText,
  lang: LetterLang,
): LetterContent {
  const imprint = data.imprint ?? null;
  return {
    lang,
    documentTitle: documentTitle(text),
    marking: data.mode === 'demonstration' ? FRAME_VI.demonstration : null,
    draftMark: imprint === null ? FRAME_VI.draft : null,
    governingBody: upper(data.issuer.governingBody),
    body: upper(data.issuer.body),
    country: FRAME_VI.country,
    motto: FRAME_VI.motto,
    numberLine: numberLine(kind, data),
    placeAndDate: placeAndDate(data),
    about: text.about === null ? null : FRAME_VI.about(text.about),
    heading: text.heading,
    addresseesLabel: FRAME_VI.addressees,
    addressees: data.addressees,
    blocks: text.blocks,
    signature: {
      lines: imprint ? signatureLines(imprint.signedBy) : [],
      name: imprint?.signedBy.name ?? null,
    },
    recipientsLabel: FRAME_VI.recipients,
    recipients: recipientLines(data),
    datedOn: imprint?.issuedOn ?? null,
  };
}

function documentTitle({ about, heading }: LetterText): string {
  if (about !== null) return FRAME_VI.about(about);
  return [heading?.title, heading?.subject].filter((part) => part).join(' – ');
}

function numberLine(kind: LetterKind, { issuer, imprint }: LetterFrame): string {
  const symbol = symbolOf(kind, issuer);
  return imprint ? FRAME_VI.number(printedNumber(imprint.number, symbol)) : FRAME_VI.openNumber(symbol);
}

/** Days below 10 and the months 1 and 2 take a leading zero (NĐ 30/2020, Annex I). */
function placeAndDate({ issuer, imprint }: LetterFrame): string {
  if (!imprint) return FRAME_VI.openPlaceAndDate(issuer.place);
  const [year = '', month = '', date = ''] = imprint.issuedOn.split('-');
  const shownMonth = Number(month) <= 2 ? month : String(Number(month));
  return FRAME_VI.placeAndDate(issuer.place, date, shownMonth, year);
}

function signatureLines({ capacity, principal, title }: LetterSigner): string[] {
  if (capacity === 'own' || principal === null) return [upper(title)];
  return [`${CAPACITIES_VI[capacity]} ${upper(principal)}`, upper(title)];
}

function recipientLines({ addressees, recipients, issuer }: LetterFrame): string[] {
  const others = recipients.map((name) => `${name.replace(/[;.\s]+$/u, '')};`);
  return [...(addressees.length > 0 ? [FRAME_VI.asAbove] : []), ...others, FRAME_VI.filed(issuer.unitCode)];
}
