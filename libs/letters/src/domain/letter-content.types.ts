/** A column of a table; `share` is its part of the width, relative to the others. */
export interface TableColumn {
  title: string;
  share: number;
  align: 'left' | 'center' | 'right' | 'justify';
}
export type Block =
  | { kind: 'paragraph'; text: string; style?: 'normal' | 'bold' | 'italic'; indent?: boolean }
  | { kind: 'heading'; text: string }
  | { kind: 'field'; label: string; value: string }
  | { kind: 'table'; caption: string; columns: TableColumn[]; rows: string[][] }
  /** A QR code as its modules, `true` is dark, row by row; `alternative` says what it leads to. */
  | { kind: 'qr'; modules: boolean[][]; alternative: string };

export type LetterLang = 'vi';

/** A letter in words, laid out by nobody yet: everything that will be printed, in reading order. */
export interface LetterContent {
  lang: LetterLang;
  /** Title of the file and of the register entry. */
  documentTitle: string;
  /** Line that marks every page of a demonstration, and the word that marks a draft. */
  marking: string | null;
  draftMark: string | null;
  governingBody: string;
  body: string;
  country: string;
  motto: string;
  /** `Số: 05/SKHCN-QLCN`. */
  numberLine: string;
  placeAndDate: string;
  /** `V/v …` of an official letter (công văn), under the number; null for titled papers. */
  about: string | null;
  /** Name of the type and its subject, centred, of a titled paper; null for official letters. */
  heading: { title: string; subject: string | null } | null;
  addresseesLabel: string;
  addressees: string[];
  blocks: Block[];
  signature: { lines: string[]; name: string | null };
  recipientsLabel: string;
  recipients: string[];
  /** Civil date of issue; fixes the time in the file, so that equal letters are equal bytes. */
  datedOn: string | null;
}
