import { type AskedItem } from '../dossiers/commands/command-fields.js';

/** What the clerk found of one item of the checklist. */
export const MARKS = ['there', 'missing', 'to_correct'] as const;
export type Mark = (typeof MARKS)[number];
/** Why an item is not as it has to be, by its mark. Our own convention: the law has no list of such reasons. */
export const REASONS = {
  missing: ['not_filed', 'other_paper', 'unreadable'],
  to_correct: [
    'unsigned',
    'incomplete',
    'inconsistent',
    'expired',
    'wrong_form',
    'untranslated',
    'hard_to_read',
  ],
} as const;
export type Reason = (typeof REASONS)[keyof typeof REASONS][number];
export interface ItemMark {
  mark: Mark;
  /** Empty until it is chosen, and for an item that is there. */
  reason: Reason | '';
  /** What exactly, in the words of the clerk. */
  detail: string;
}
/** Marks by the code of their item. */
export type Marks = Readonly<Record<string, ItemMark>>;
/** What is used of an item of the checklist. */
export interface CheckedItem {
  code: string;
  name: { vi: string; en: string };
  basis: string;
}

/** The words of the letter, which is written in Vietnamese whatever language the screen has. */
const IN_LETTER: Record<Reason, string> = {
  not_filed: 'chưa có trong hồ sơ',
  other_paper: 'tệp đã nộp là giấy tờ khác',
  unreadable: 'tệp đã nộp không mở được',
  unsigned: 'chưa có chữ ký hoặc con dấu',
  incomplete: 'nội dung chưa đầy đủ',
  inconsistent: 'nội dung chưa thống nhất với giấy tờ khác trong hồ sơ',
  expired: 'đã hết hiệu lực',
  wrong_form: 'chưa đúng mẫu',
  untranslated: 'chưa có bản dịch tiếng Việt',
  hard_to_read: 'bản nộp mờ, khó đọc',
};
const VERB = { missing: 'Bổ sung', to_correct: 'Chỉnh sửa' } as const;
/** Reasons that say nothing to the owner without the place that is meant. */
const NEEDS_DETAIL: readonly (Reason | '')[] = ['incomplete', 'inconsistent'];

/** A mark begins with the reason that is nearly always meant. */
export const newMark = (mark: Mark): ItemMark => ({
  mark,
  reason: mark === 'missing' ? 'not_filed' : '',
  detail: '',
});

/** What a mark still lacks before a letter can carry it. */
export function gapOf({ mark, reason, detail }: ItemMark): 'reason' | 'detail' | null {
  if (mark === 'there') return null;
  if (reason === '') return 'reason';
  return NEEDS_DETAIL.includes(reason) && detail.trim() === '' ? 'detail' : null;
}

/** The points of a request from the marks, in the order of the checklist, each on the basis of its item. */
export function askedFor(items: readonly CheckedItem[], marks: Marks): AskedItem[] {
  return items.flatMap(({ code, name, basis }) => {
    const given = marks[code];
    if (given === undefined || given.mark === 'there' || given.reason === '') return [];
    const detail = given.detail.trim();
    const what = `${VERB[given.mark]} “${name.vi}”: ${IN_LETTER[given.reason]}${detail === '' ? '.' : `. ${detail}`}`;
    return [{ what, basis, about: code }];
  });
}

/** How far the check has come. `demanded`: codes without which it is not whole; other marks may be made besides. */
export function progressOf(demanded: readonly string[], marks: Marks) {
  const made = Object.values(marks);
  const open = demanded.filter((code) => marks[code] === undefined).length;
  return {
    open,
    checked: demanded.length - open,
    /** Marks whose reason is not whole yet. */
    unclear: made.filter((mark) => gapOf(mark) !== null).length,
    faulty: made.filter(({ mark }) => mark !== 'there').length,
  };
}
export type Progress = ReturnType<typeof progressOf>;

export const ACTS = ['accept', 'request_supplement', 'return'] as const;
export type ReceptionAct = (typeof ACTS)[number];
/** Why the marks do not lead to an act yet; null when they do. The law itself is kept by the API. */
export function hindranceOf(
  act: ReceptionAct,
  { open, unclear, faulty }: Progress,
): 'open' | 'unclear' | 'faulty' | null {
  if (act !== 'return' && open > 0) return 'open';
  if (act !== 'accept' && unclear > 0) return 'unclear';
  return act === 'accept' && faulty > 0 ? 'faulty' : null;
}
/** The act that follows from a check that is whole. */
export const followingOf = ({ open, faulty }: Progress): ReceptionAct | null =>
  open > 0 ? null : faulty > 0 ? 'request_supplement' : 'accept';
