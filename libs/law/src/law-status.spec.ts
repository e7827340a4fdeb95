import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadAllPacks } from './load-packs.js';
import { type Pack } from './pack.types.js';

const packs = loadAllPacks(join(import.meta.dirname, '../packs'));
const page = readFileSync(join(import.meta.dirname, '../../../docs/law-status.md'), 'utf8');
const linesOf = (heading: string): string[] =>
  (page.split(`## ${heading}\n`)[1] ?? '').split('\n## ')[0]!.split('\n');

/** `C14–C20` stands for every code between. */
const spread = (text: string): string =>
  text.replaceAll(/([A-Z]+)(\d+)–\1(\d+)/g, (_all, letter: string, from: string, to: string) =>
    Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_one, index) => letter + String(Number(from) + index).padStart(from.length, '0'),
    ).join(', '),
  );
const remembered = ({ listRows, rules, clocks, checklist, calendar, councils }: Pack): string[] => [
  ...listRows.filter(({ verification }) => verification === 'memory').map(({ code }) => code),
  ...[...rules, ...clocks].filter(({ verification }) => verification === 'memory').map(({ id }) => id),
  ...checklist.filter(({ verification }) => verification === 'memory').map(({ code }) => code),
  ...calendar.filter(({ verification }) => verification === 'memory').map(({ date }) => date),
  ...councils.filter(({ advice }) => advice.verification === 'memory').map(({ id }) => `\`${id}\``),
];

describe('the page on the state of the law data', () => {
  it.each(packs.map((pack) => [pack.manifest.id, pack] as const))('tells of %s', (id, { manifest }) => {
    const row = linesOf('Packs that ship').find((line) => line.startsWith(`| \`${id}\` |`));
    expect(row).toContain(
      `| ${manifest.kind} | ${manifest.validFrom} – ${manifest.validTo ?? 'open'} | ${manifest.verification} |`,
    );
  });

  it('lists every missing part, and none that is no longer missing', () => {
    const told = linesOf('Missing parts').flatMap(
      (line) => /^\| `([^`]+)` \| `([^`]+)` \|/.exec(line)?.slice(1, 3).join(' ') ?? [],
    );
    const known = packs.flatMap(({ manifest }) =>
      manifest.missing.map(({ code }) => `${manifest.id} ${code}`),
    );
    expect(told.sort()).toEqual(known.sort());
  });

  it('names everything that is only remembered', () => {
    const told = linesOf('What is memory').map(spread);
    for (const pack of packs) {
      const own = told.filter((line) => line.startsWith(`| \`${pack.manifest.id}\``)).join(' ');
      const words = new Set(own.split(/[\s,|()]+/));
      expect(remembered(pack).filter((item) => !words.has(item))).toEqual([]);
    }
  });

  it('names every clock that is shown or run by its register id', () => {
    const told = linesOf('Terms: where each one stands').join('\n');
    const register = packs.flatMap(({ clocks }) => clocks.map(({ id }) => /^T-\d+-\d+/.exec(id)?.[0] ?? ''));
    expect([...new Set(register)].filter((id) => !told.includes(id))).toEqual([]);
  });
});
