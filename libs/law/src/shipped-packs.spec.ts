import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { digestOf } from '#kernel';
import { loadAllPacks, loadPack } from './load-packs.js';
import { readPackFolder } from './loading/pack-folder.reader.js';

const ROOT = join(import.meta.dirname, '../packs');
const packs = loadAllPacks(ROOT);
function pack(id: string) {
  const found = packs.find(({ manifest }) => manifest.id === id);
  if (found === undefined) throw new Error(`${id} is not shipped`);
  return found;
}
const codes = (prefix: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${String(from + index).padStart(2, '0')}`);

describe('the packs that are shipped', () => {
  it('load without a fault', () => {
    expect(packs.map(({ manifest }) => manifest.id)).toEqual(
      expect.arrayContaining([
        'LT-2018',
        'INV-2026',
        'USED-2019',
        'DET-2023',
        'STRAT-2026',
        'REF',
        'LT-2026A',
        'CAL-2025',
        'CAL-2026',
        'CAL-2027',
      ]),
    );
  });

  it('hold every sourced list entry, and every remembered one as a draft', () => {
    const rows = packs.flatMap(({ listRows }) => listRows);
    const active = new Set(rows.filter(({ state }) => state === 'active').map(({ code }) => code));
    expect([...active].sort()).toEqual(
      [...codes('C', 1, 13), ...codes('H', 1, 17), ...codes('K', 1, 24), ...codes('CL', 1, 30)].sort(),
    );
    const drafts = rows.filter(({ state }) => state === 'draft');
    expect(drafts.map(({ code }) => code).sort()).toEqual(
      [...codes('C', 14, 20), ...codes('H', 18, 23), ...codes('K', 25, 40)].sort(),
    );
    expect(drafts.every(({ verification }) => verification === 'memory')).toBe(true);
  });

  it('give every row a name in both languages and synonyms in both', () => {
    for (const row of packs.flatMap(({ listRows }) => listRows)) {
      expect(row.nameVi).not.toBe(row.nameEn);
      expect(row.synonyms.length).toBeGreaterThanOrEqual(1);
      expect(row.synonyms.some((synonym) => row.negativeTerms.includes(synonym))).toBe(false);
    }
  });

  it('hold the checklist D1 to D18 and both appraisal grids', () => {
    const items = new Set(packs.flatMap(({ checklist }) => checklist.map(({ code }) => code)));
    for (let number = 1; number <= 18; number += 1) expect(items).toContain(`D${number}`);
    const law = pack('LT-2018').criteria.find(({ id }) => id === 'law-2017-art-19');
    expect(law?.criteria.map(({ code }) => code)).toEqual([
      'A1',
      'A2',
      'A3',
      'A4',
      'A5',
      'A6',
      'A7',
      'B1',
      'B2',
      'B3',
      'B4',
      'B5',
    ]);
  });

  it('never state more than was read: marks of single facts', () => {
    const rule = (packId: string, id: string) =>
      pack(packId).rules.find((one) => one.id === id)?.verification;
    expect(['U-2b', 'U-2c', 'U-2d', 'U-4', 'X-1'].map((id) => rule('USED-2019', id))).toEqual(
      Array(5).fill('memory'),
    );
    expect(rule('INV-2026', 'OUT-2')).toBe('text_read');
    expect(pack('LT-2026A').listVersions[0]).toMatchObject({
      id: 'ND-101-2026',
      loaded: false,
      verification: 'inference',
    });
    const dayOff = (date: string) =>
      packs.flatMap(({ calendar }) => calendar).find((row) => row.date === date)?.verification;
    expect(['2026-02-16', '2026-08-31', '2026-04-27'].map(dayOff)).toEqual([
      'secondary',
      'memory',
      'inference',
    ]);
  });

  it('are frozen through all levels and carry the digest of their content', () => {
    const { digest, ...content } = pack('INV-2026');
    expect(digest).toBe(digestOf(content));
    expect(() => ((pack('INV-2026').clocks[0] as { value: number }).value = 99)).toThrow(TypeError);
  });

  it('change their digest with a single character', () => {
    const copy = mkdtempSync(join(tmpdir(), 'pack-'));
    cpSync(join(ROOT, 'strat-2026'), copy, { recursive: true });
    const files = readPackFolder(copy);
    const manifest = files.find(({ path }) => path === 'pack.yaml')?.text ?? '';
    writeFileSync(join(copy, 'pack.yaml'), manifest.replace('First release', 'First  release'));
    const changed = loadPack('strat-2026', readPackFolder(copy)).pack?.digest;
    rmSync(copy, { recursive: true });
    expect(changed).toMatch(/^[0-9a-f]{64}$/);
    expect(changed).not.toBe(pack('STRAT-2026').digest);
  });
});
