import { type XlsxPackage } from './package.js';

/** Excel writes characters that XML cannot hold as `_x000D_`, and an underscore that looks like it as `_x005F_`. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The texts that cells point to by number, in order; the runs of a rich text joined, without reading aids. */
export async function readSharedStrings(xlsx: XlsxPackage, part: string | null): Promise<string[]> {
  const texts: string[] = [];
  if (part === null) return texts;
  let current = '';
  let inText = false;
  let inPhonetic = false;
  await xlsx.read(part, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') inPhonetic = true;
      inText = name === 't';
    },
    text: (text) => {
      if (inText && !inPhonetic) current += text;
    },
    close: (name) => {
      if (name === 'si') texts.push(unescaped(current));
      if (name === 'rPh') inPhonetic = false;
      inText = false;
    },
  });
  return texts;
}
