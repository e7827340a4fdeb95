import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Pack } from '#law';
import { ProvenLaw, runningEngine } from './proven-law.js';

const pack = (id: string, digest: string) => ({ manifest: { id }, digest }) as Pack;
const LAW = [pack('LT-2018', 'a'.repeat(64)), pack('INV-2026', 'b'.repeat(64))];

describe('law whose golden cases held', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'techgate-proofs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const on = (engine: string | null, place = folder) => new ProvenLaw(place, engine);

  test('is not run again on the same engine, whoever asks', async () => {
    expect(await on('one').holds(LAW)).toBe(false);
    await on('one').remember(LAW);
    expect(await on('one').holds(LAW)).toBe(true);
  });
  test.each([
    ['another content of a pack', [pack('LT-2018', 'c'.repeat(64)), pack('INV-2026', 'b'.repeat(64))]],
    ['another pack', [pack('LT-2019', 'a'.repeat(64)), pack('INV-2026', 'b'.repeat(64))]],
    ['one pack more', [...LAW, pack('REF', 'c'.repeat(64))]],
    ['one pack less', LAW.slice(1)],
  ])('is another law with %s', async (_what, other) => {
    await on('one').remember(LAW);
    expect(await on('one').holds(other)).toBe(false);
  });
  test('is proven anew on another engine, and only the last proof is kept', async () => {
    await on('one').remember(LAW);
    expect(await on('two').holds(LAW)).toBe(false);
    await on('two').remember(LAW);
    expect(await on('one').holds(LAW)).toBe(false);
    expect(readdirSync(folder)).toEqual(['golden-cases.sha256']);
  });
  test('is proven anew when the proof was cut off', async () => {
    await on('one').remember(LAW);
    const file = join(folder, 'golden-cases.sha256');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -1));
    expect(await on('one').holds(LAW)).toBe(false);
  });
  test('is never remembered where programs run from their sources', async () => {
    expect(await runningEngine()).toBeNull();
    await on(null).remember(LAW);
    expect(await on(null).holds(LAW)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });
  test('is used all the same where nothing can be kept', async () => {
    const place = join(folder, 'file', 'in-a-file');
    writeFileSync(join(folder, 'file'), '');
    await on('one', place).remember(LAW);
    expect(await on('one', place).holds(LAW)).toBe(false);
  });
});
