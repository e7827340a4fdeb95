import { inflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { letterContent, renderLetterPdf } from '#letters';
import { SAMPLES } from '../../support/letter-samples.js';
import { textOfQr } from '../../support/qr-reader.js';

/** Everything that a PDF draws, as the operators of its pages. */
function operatorsOf(pdf: Uint8Array): string {
  const file = Buffer.from(pdf).toString('latin1');
  return [...file.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, stream = '']) => {
      try {
        return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
}

/** The modules of the figure of a page, from the bars that are filled there. */
function modulesOf(pdf: Uint8Array): boolean[][] {
  const [, figure = ''] = /\/Figure[\s\S]*?BDC([\s\S]*?)EMC/.exec(operatorsOf(pdf)) ?? [];
  const bars = [...figure.matchAll(/([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re/g)].map((bar) =>
    bar.slice(1).map(Number),
  ) as [number, number, number, number][];
  const [left, top] = [Math.min(...bars.map(([x]) => x)), Math.min(...bars.map(([, y]) => y))];
  const module = bars[0]?.[3] ?? 1;
  const at = (length: number) => Math.round(length / module);
  const size = at(Math.max(...bars.map(([x, , width]) => x + width)) - left);
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [x, y, width] of bars)
    for (let column = at(x - left); column < at(x - left + width); column += 1)
      (modules[at(y - top)] ?? [])[column] = true;
  return modules;
}

describe('the code on the receipt', () => {
  test('read back from the paper it opens the page of the dossier, with code and secret behind the #', async () => {
    const pdf = await renderLetterPdf(letterContent('receipt', SAMPLES.receipt));
    const link = new URL(textOfQr(modulesOf(pdf)));
    expect(`${link.origin}${link.pathname}${link.search}`).toBe(SAMPLES.receipt.trackingAddress);
    expect(Object.fromEntries(new URLSearchParams(link.hash.slice(1)))).toEqual({
      code: SAMPLES.receipt.dossier.fileCode,
      secret: SAMPLES.receipt.trackingSecret,
    });
  });

  test('a draft has none, and the file says to whoever cannot see it what it is for', async () => {
    const { trackingSecret: _secret, ...draft } = SAMPLES.receipt;
    expect(operatorsOf(await renderLetterPdf(letterContent('receipt', draft)))).not.toContain('/Figure');
    const file = Buffer.from(await renderLetterPdf(letterContent('receipt', SAMPLES.receipt))).toString(
      'latin1',
    );
    expect(file).toMatch(/\/S \/Figure[\s\S]{0,200}\/Alt|\/Alt[\s\S]{0,400}\/S \/Figure/);
  });
});
