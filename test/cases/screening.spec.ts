import { acceptanceCases } from '../support/acceptance-cases.js';
import { lawSetFromPacks } from '../support/law-set-from-packs.js';
import { runGoldenCase } from '#screening';

const { cases } = acceptanceCases('screening');

describe('acceptance cases of screening, as they are', () => {
  it('are there', () => expect(cases.length).toBeGreaterThanOrEqual(21));

  it.each(cases.map((one) => [one.id, one.note, one] as const))('%s: %s', async (_id, _note, one) => {
    expect(await runGoldenCase({ input: one, expect: one.expect }, lawSetFromPacks)).toEqual([]);
  });
});
