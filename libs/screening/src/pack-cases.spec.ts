import { readFileSync } from 'node:fs';
import { type GoldenCase } from '#law';
import { lawSetFromPacks } from '../../../test/support/law-set-from-packs.js';
import { runGoldenCase } from './golden-case.js';

const casesOf = (file: string): GoldenCase[] =>
  JSON.parse(readFileSync(new URL(`../../law/packs/${file}`, import.meta.url), 'utf8')) as GoldenCase[];
const CASES = ['used-2019/cases/used.json', 'inv-2026/cases/outdated.json'].flatMap(casesOf);

describe('golden cases of the screening packs', () => {
  it.each(CASES.map((one) => [one.id, one.note, one] as const))('%s: %s', async (_id, _note, one) => {
    expect(await runGoldenCase(one, lawSetFromPacks)).toEqual([]);
  });

  it('a case that expects something else fails with a reason that names it', async () => {
    const wrong = { input: CASES[0]?.input, expect: { blocking: true, notice: 'no_such_notice' } };
    expect(await runGoldenCase(wrong, lawSetFromPacks)).toEqual([
      'blocking: expected true, found false',
      'notice no_such_notice: not given',
    ]);
  });
  it('a case with impossible facts fails with the refusal', async () => {
    const facts = { equipment: [{ hsCode: '7700' }] };
    const reasons = await runGoldenCase(
      { input: { procedure: 'opinion', receivedOn: '2026-05-04', facts }, expect: {} },
      lawSetFromPacks,
    );
    expect(reasons[0]).toMatch(/^refused: impossible_value/);
  });
});
