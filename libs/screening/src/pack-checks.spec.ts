import { fileURLToPath } from 'node:url';
import { type Pack, loadAllPacks } from '#law';
import { screeningPackChecks } from './pack-checks.js';

const PACKS = loadAllPacks(fileURLToPath(new URL('../../law/packs', import.meta.url)));
const CASES = PACKS.flatMap((pack) => pack.cases);
const USED = PACKS.find(({ manifest }) => manifest.id === 'USED-2019') as Pack;

describe('the screening checks of the shipped packs', () => {
  it('have cases for the used-machinery and the outdated rules', () => {
    const count = (prefix: string) => CASES.filter(({ id }) => id.startsWith(prefix)).length;
    expect([count('used-'), count('out-')].every((cases) => cases >= 6)).toBe(true);
  });
  it.each(CASES.map((one) => [one.id, one.note, one] as const))('%s: %s', async (_id, _note, one) => {
    expect(await screeningPackChecks.runGoldenCase(one, PACKS)).toEqual([]);
  });
  it('pass every decision model', async () => {
    const models = PACKS.flatMap((pack) => pack.models.map((model) => ({ pack, model })));
    expect(models.length).toBeGreaterThanOrEqual(4);
    for (const { pack, model } of models) {
      expect(
        await screeningPackChecks.checkModel(model.content, { id: pack.manifest.id }, { id: model.id }),
      ).toEqual([]);
    }
  });
  it('say why a case fails', async () => {
    const first = USED.cases.find(({ id }) => id === 'used-01');
    if (!first) throw new Error('USED-2019 has no case used-01');
    const wrong = { ...first, expect: { blocking: true, notice: 'no_such_notice' } };
    expect(await screeningPackChecks.runGoldenCase(wrong, PACKS)).toEqual([
      'blocking: expected true, found false',
      'notice no_such_notice: not given',
    ]);
    const facts = { equipment: [{ hsCode: '7700' }] };
    const impossible = {
      ...first,
      input: { procedure: 'opinion', receivedOn: '2026-05-04', facts },
      expect: {},
    };
    expect((await screeningPackChecks.runGoldenCase(impossible, PACKS))[0]).toMatch(
      /^refused: impossible_value/,
    );
  });
});
