import { type Chance } from './chance.js';
import { oddText } from './odd-values.js';

export interface Upload {
  payload: Buffer;
  contentType: string;
}
interface Part {
  name: string;
  fileName?: string;
  contentType?: string;
  content: Buffer;
}
export const BOUNDARY = '----fuzz-boundary';
const quoted = (text: string) => Buffer.from(text.replace(/[\r\n"\u0000]/g, '_'), 'utf8');

function bytesOf({ name, fileName, contentType, content }: Part): Buffer {
  const file = fileName === undefined ? [] : ['; filename="', quoted(fileName), '"'];
  const type = contentType === undefined ? [] : [`\r\ncontent-type: ${contentType}`];
  return Buffer.concat(
    [
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="`,
      quoted(name),
      '"',
      ...file,
      ...type,
      '\r\n\r\n',
      content,
      '\r\n',
    ].map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)),
  );
}
const END = Buffer.from(`--${BOUNDARY}--\r\n`);

/** A form with texts and one file, as an honest client sends it. */
export function form(
  fields: Readonly<Record<string, string>>,
  file: { name: string; type: string; content: Buffer },
): Upload {
  const texts = Object.entries(fields).map(([name, value]) => bytesOf({ name, content: Buffer.from(value) }));
  const part = bytesOf({
    name: 'file',
    fileName: file.name,
    contentType: file.type,
    content: file.content,
  });
  return {
    payload: Buffer.concat([...texts, part, END]),
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,
  };
}

/** A form that is odd in one way. */
export function oddForm(chance: Chance, honest: Upload): Upload {
  const { payload, contentType } = honest;
  const only = (...parts: Part[]): Upload => ({
    payload: Buffer.concat([...parts.map(bytesOf), END]),
    contentType,
  });
  const pdf = Buffer.from('%PDF-1.4\n');
  const ways: (() => Upload)[] = [
    () => ({ payload: payload.subarray(0, chance.whole(0, payload.length - 1)), contentType }),
    () => ({ payload, contentType: 'multipart/form-data' }),
    () => ({ payload, contentType: 'multipart/form-data; boundary=another' }),
    () => ({ payload, contentType: `multipart/form-data; boundary=${'x'.repeat(300)}` }),
    () => ({ payload, contentType: 'application/json' }),
    () => ({ payload: Buffer.alloc(0), contentType }),
    () => ({ payload: Buffer.from('no form at all'), contentType }),
    () => only(),
    () => only({ name: 'kind', content: Buffer.from('paper') }),
    () => only({ name: 'file', content: Buffer.from('a text, not a file') }),
    () => only({ name: 'file', fileName: 'x.pdf', content: Buffer.alloc(0) }),
    () => only({ name: 'file', fileName: oddText(chance), contentType: 'application/pdf', content: pdf }),
    () => only({ name: oddText(chance), fileName: 'x.pdf', contentType: 'application/pdf', content: pdf }),
    () =>
      only({
        name: 'file',
        fileName: 'x.csv',
        contentType: 'text/csv',
        content: Buffer.from('\ufeff;;;\n"'),
      }),
    () =>
      only({
        name: 'file',
        fileName: 'x.csv',
        contentType: 'text/csv',
        content: Buffer.from(oddText(chance)),
      }),
    () =>
      only({
        name: 'file',
        fileName: 'x.xlsx',
        contentType: 'x',
        content: Buffer.from('PK\u0003\u0004broken'),
      }),
    () =>
      only(
        { name: 'kind', content: Buffer.from(oddText(chance)) },
        { name: 'file', fileName: 'x.pdf', content: pdf },
      ),
    () => only(...Array.from({ length: 3 }, () => ({ name: 'file', fileName: 'x.pdf', content: pdf }))),
    () => only(...Array.from({ length: 30 }, (_, n) => ({ name: `f${n}`, content: Buffer.from('x') }))),
    () =>
      only(
        { name: 'kind', content: Buffer.alloc(20_000, 'k') },
        { name: 'file', fileName: 'x.pdf', content: pdf },
      ),
    () =>
      only(
        { name: '__proto__', content: Buffer.from('x') },
        { name: 'file', fileName: 'x.pdf', content: pdf },
      ),
  ];
  return chance.pick(ways)();
}
