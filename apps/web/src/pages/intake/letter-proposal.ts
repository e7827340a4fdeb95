import { type PdfLine, type PdfMark } from '../../ui/pdf/pdf.types.js';

/** A value that was read, and the place where it stands. */
export interface Read {
  value: string;
  mark: PdfMark;
}
/** What an official letter says of itself; null where it says nothing, or two different things: nothing is guessed. */
export interface LetterProposal {
  /** Number and symbol: `123/STC-TĐ`. */
  number: Read | null;
  /** Day on the letter, yyyy-MM-dd. */
  on: Read | null;
  sender: Read | null;
  subject: Read | null;
  projectName: Read | null;
  taxCode: Read | null;
}

const MOTTO = /CỘNG H[ÒO][ÀA]? XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc/giu;
const ADDRESSED = /^\s*Kính gửi/iu;
const NUMBER =
  /(?:^|\s)Số\s*:?\s*(\d{1,6})\s*\/\s*((?:20\d{2}\s*\/\s*)?[\p{Lu}][\p{Lu}\d]*(?:\s*[-–&]\s*[\p{Lu}][\p{L}\d]*)*)/iu;
const DAY = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu;
const SUBJECT = /^\s*(?:V\s*\/\s*v|Về việc)\s*:?\s*(.*)$/iu;
/** Words with which the name of an office or company begins below the one that governs it. */
const BODY =
  /^(SỞ|BAN|CỤC|CHI CỤC|PHÒNG|VĂN PHÒNG|CÔNG TY|TỔNG CÔNG TY|TẬP ĐOÀN|TRUNG TÂM|VIỆN|TRƯỜNG|THANH TRA|HỢP TÁC XÃ|DOANH NGHIỆP)\s/u;
const QUOTED = /dự\s+án\s*:?\s*[“"«]([^”"»]{3,300})[”"»]/giu;
const NAMED = /tên\s+dự\s+án\s*:\s*(.{3,300})/giu;
const TAX =
  /(?:mã\s+số\s+thuế|MST|mã\s+số\s+doanh\s+nghiệp)\s*:?\s*(?:số\s*:?\s*)?(\d{10}(?:\s*-\s*\d{3})?)(?!\d)/giu;
/** The head of a letter without an addressee ends somewhere here. */
const HEAD_LINES = 14;
/** A line further below than that many heights belongs to something else. */
const NEAR = 2.2;

/** Reads what an official letter says of itself from the lines of its pages, in the order in which they stand. */
export function proposalOf(given: readonly PdfLine[]): LetterProposal {
  const lines = given.map((line) => ({ ...line, text: line.text.normalize('NFC') }));
  const addressed = lines.findIndex(({ text }) => ADDRESSED.test(text));
  const head = lines.slice(0, addressed < 0 ? HEAD_LINES : addressed).filter(({ page }) => page === 1);
  const left = head.filter(isLeft).flatMap(withoutMotto);
  return {
    number: numberIn(head),
    on: dayIn(head),
    sender: senderIn(left),
    subject: subjectIn(left),
    projectName: onlyOne([...found(lines, QUOTED), ...namedIn(lines)]),
    taxCode: onlyOne(found(lines, TAX).map((read) => ({ ...read, value: read.value.replaceAll(/\s/g, '') }))),
  };
}

const markOf = ({ page, box }: PdfMark): PdfMark => ({ page, box });
const isLeft = ({ box }: PdfLine): boolean => box.x + box.width / 2 < 0.5 || box.x < 0.25;

function withoutMotto(line: PdfLine): PdfLine[] {
  const text = line.text.replace(MOTTO, '').trim();
  return text === '' ? [] : [{ ...line, text }];
}

function numberIn(head: readonly PdfLine[]): Read | null {
  for (const line of head) {
    const [, number, symbol] = NUMBER.exec(line.text) ?? [];
    if (number !== undefined && symbol !== undefined)
      return { value: `${number}/${symbol.replaceAll(/\s/g, '').replaceAll('–', '-')}`, mark: markOf(line) };
  }
  return null;
}

function dayIn(head: readonly PdfLine[]): Read | null {
  for (const line of head) {
    const [, day, month, year] = DAY.exec(line.text) ?? [];
    const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
    if (day !== undefined && isDay(date)) return { value: date, mark: markOf(line) };
  }
  return null;
}
const isDay = (date: string): boolean => {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(date);
};

/** The office in the left column above the number, without the one that governs it. */
function senderIn(left: readonly PdfLine[]): Read | null {
  const end = left.findIndex(({ text }) => /^\s*Số\s*:?/iu.test(text));
  const names = left.slice(0, Math.max(0, end)).filter(({ text }) => text === text.toUpperCase());
  const from = names.findLastIndex(({ text }) => BODY.test(text));
  const own = from < 0 ? names : names.slice(from);
  return own[0] === undefined ? null : joinedRead(own);
}

function subjectIn(left: readonly PdfLine[]): Read | null {
  const at = left.findIndex(({ text }) => SUBJECT.test(text));
  const first = left[at];
  if (first === undefined) return null;
  const own = [{ ...first, text: SUBJECT.exec(first.text)?.[1] ?? '' }];
  for (const line of left.slice(at + 1)) {
    const last = own.at(-1) ?? first;
    if (line.box.y - last.box.y > NEAR * last.box.height) break;
    own.push(line);
  }
  return joinedRead(own);
}

/** Several lines as one value; the place is that of all of them. */
function joinedRead(lines: readonly PdfLine[]): Read | null {
  const value = lines
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const [first] = lines;
  if (value === '' || first === undefined) return null;
  const x = Math.min(...lines.map(({ box }) => box.x));
  const right = Math.max(...lines.map(({ box }) => box.x + box.width));
  const bottom = Math.max(...lines.map(({ box }) => box.y + box.height));
  const box = { x, y: first.box.y, width: right - x, height: bottom - first.box.y };
  return { value, mark: { page: first.page, box } };
}

/** Every match over the ends of lines, with the line on which it begins. */
function found(lines: readonly PdfLine[], pattern: RegExp): Read[] {
  const starts: number[] = [];
  let text = '';
  for (const line of lines) {
    starts.push(text.length);
    text += `${line.text} `;
  }
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [whole, value = ''] = match;
    const at = match.index + whole.indexOf(value);
    const line = lines[starts.findLastIndex((start) => start <= at)];
    return line ? [{ value: value.replaceAll(/\s+/g, ' ').trim(), mark: markOf(line) }] : [];
  });
}

/** A name after a colon ends with its line, since nothing else says where it ends. */
const namedIn = (lines: readonly PdfLine[]): Read[] =>
  lines.flatMap((line) =>
    found([line], NAMED).map(({ value, mark }) => ({ mark, value: value.replace(/[.;,]+$/, '') })),
  );

/** The value when only one is said, however often. */
function onlyOne(reads: readonly Read[]): Read | null {
  const values = new Set(reads.map(({ value }) => value.toLocaleLowerCase('vi')));
  return values.size === 1 ? (reads[0] ?? null) : null;
}
