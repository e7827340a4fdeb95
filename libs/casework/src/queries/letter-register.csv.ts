import { type LetterValidity } from '#contracts';
import { LETTER_NAMES } from '#letters';
import { csvLine } from '#kernel';
import { type RegisteredLetter } from './letter-register.query.js';

const VALIDITIES: Record<LetterValidity, string> = {
  valid: 'Có hiệu lực',
  under_review: 'Đang được xem xét lại',
  confirmed: 'Được giữ nguyên',
  replaced: 'Đã được thay thế',
  recalled: 'Đã thu hồi',
};
const COLUMNS: readonly (readonly [title: string, cell: (letter: RegisteredLetter) => string | null])[] = [
  ['Số, ký hiệu', ({ number }) => number],
  ['Ngày ban hành', ({ issuedOn }) => issuedOn],
  ['Loại văn bản', ({ kind }) => LETTER_NAMES[kind].vi],
  ['Mã hồ sơ', ({ fileCode }) => fileCode],
  ['Tên dự án', ({ projectName }) => projectName],
  ['Nơi nhận', ({ addressees }) => addressees.join('; ')],
  ['Người ký', ({ signedName }) => signedName],
  ['Tình trạng', ({ validity }) => VALIDITIES[validity]],
];

/** Byte order mark, by which spreadsheets know UTF-8, and the titles. */
export const LETTER_CSV_HEAD = `\uFEFF${csvLine(COLUMNS.map(([title]) => title))}`;
/** One issued letter as a line of the export. */
export const letterCsvLine = (letter: RegisteredLetter): string =>
  csvLine(COLUMNS.map(([, cell]) => cell(letter)));
