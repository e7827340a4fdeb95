import { type BasisStatement, type LetterFrame, type LetterItem, type LetterReference } from '#contracts';
import { type CivilDate, formatCivilDate } from '#kernel';
import { VERIFICATION_VI, FRAME_VI } from '../../catalogue/frame.vi.js';
import { REFERENCES_VI } from '../../catalogue/opinions.vi.js';
import { type Block, type TableColumn } from '../letter-content.types.js';

/** `dd/MM/yyyy` of a civil date in the data. */
export const day = (date: string): string => formatCivilDate(date as CivilDate);

/** A basis with its mark, so that nobody takes an unchecked citation for the law. */
export function basisText(basis: BasisStatement): string {
  const mark = basis.verification === null ? null : VERIFICATION_VI[basis.verification];
  const text = basis.text.replace(/[.;\s]+$/u, '');
  return mark === null ? text : `${text} (${mark})`;
}

export const referenceText = (letter: LetterReference): string =>
  REFERENCES_VI.letter(letter.number, day(letter.on), letter.from);

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** The dossier as a letter names it: the agency's request, or the investor's own dossier, with code and day. */
export function dossierText({ dossier }: LetterFrame): string {
  const { projectName, investorName, request, fileCode, receivedOn } = dossier;
  const procedureName = lowerFirst(dossier.procedureName);
  const what = request
    ? REFERENCES_VI.byRequest(referenceText(request), procedureName, projectName, investorName)
    : REFERENCES_VI.byInvestor(procedureName, projectName, investorName);
  const marks = [
    fileCode === null ? null : REFERENCES_VI.fileCode(fileCode),
    receivedOn === null ? null : REFERENCES_VI.receivedOn(day(receivedOn)),
  ].filter((mark) => mark !== null);
  return marks.length === 0 ? what : `${what} (${marks.join(', ')})`;
}

/** Longest project name in the line V/v, which is a summary; the text gives the name in full. */
const SHORT_NAME = 160;

/** A name cut at a word where it would fill the head of the letter. */
export function shortName(name: string): string {
  if (name.length <= SHORT_NAME) return name;
  const cut = name.slice(0, SHORT_NAME);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : SHORT_NAME)}…`;
}

const FULL_STOP = /[.!?…]$/u;
/** Ends a sentence that somebody else wrote. */
export const sentence = (text: string): string =>
  FULL_STOP.test(text.trim()) ? text.trim() : `${text.trim()}.`;

/** Paragraphs of a text in which people pressed Enter. */
export const paragraphs = (text: string): Block[] =>
  text
    .split(/\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => paragraph(sentence(part)));

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const statement = (basis: BasisStatement | null): Block[] =>
  basis ? [paragraph(sentence(basisText(basis)))] : [];

/** Headings `1. …`, `2. …`, counted over those sections that have something to say. */
export function sections(parts: { title: string; blocks: Block[] }[]): Block[] {
  const filled = parts.filter((part) => part.blocks.length > 0);
  return filled.flatMap((part, index) => [
    { kind: 'heading', text: `${index + 1}. ${part.title}` },
    ...part.blocks,
  ]);
}

/** A table whose first column counts the rows; nothing when there are none. */
export function numberedTable(caption: string, columns: TableColumn[], rows: string[][]): Block[] {
  if (rows.length === 0) return [];
  const counter: TableColumn = { title: FRAME_VI.tableNumber, share: 0.45, align: 'center' };
  return [
    {
      kind: 'table',
      caption,
      columns: [counter, ...columns],
      rows: rows.map((row, index) => [String(index + 1), ...row]),
    },
  ];
}

/** Columns from their titles and shares, left-aligned. */
export const columnsOf = (titles: readonly string[], shares: readonly number[]): TableColumn[] =>
  titles.map((title, index) => ({ title, share: shares[index] ?? 1, align: 'left' }));

/** Requested items, each with what it rests on. */
export const itemTable = (
  caption: string,
  titles: readonly string[],
  items: LetterItem[],
  none: string,
): Block[] =>
  numberedTable(
    caption,
    columnsOf(titles, [4, 2.4]),
    items.map((item) => [item.what, item.basis ? basisText(item.basis) : none]),
  );

/** The paragraphs `Căn cứ …;` in italics, above the text. */
export const basisBlocks = (bases: BasisStatement[]): Block[] =>
  bases.map((basis) => {
    const text = basisText(basis);
    return {
      kind: 'paragraph',
      style: 'italic',
      text: `${/^căn cứ/iu.test(text) ? text : `Căn cứ ${text}`};`,
    };
  });

/** The last sentence, which Vietnamese letters end with `./.` */
export const closing = (text: string): Block => paragraph(`${text}${FRAME_VI.end}`);
