import { mkdirSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CORPUS, makeCorpus, readCorpus } from '../../../../test/support/screening-corpus.js';
import { replay } from './replay.js';

const made = process.env['SHELL_CORPUS'];
if (made) {
  mkdirSync(CORPUS, { recursive: true });
  await makeCorpus(made);
}

describe.each(readdirSync(CORPUS))('the screenings stored in %s', (file) => {
  const stored = readCorpus(file);
  beforeAll(() => expect(stored.length).toBeGreaterThan(100));

  it('are given byte for byte again', async () => {
    const differing: unknown[] = [];
    for (const { input, result } of stored) {
      const outcome = await replay({ ...input, engineVersion: result.engineVersion }, result);
      if (!outcome.same) differing.push(outcome.firstDifference);
    }
    expect(differing).toEqual([]);
  });

  it('hold what the rules can tell apart', () => {
    const results = stored.map(({ result }) => result);
    expect(results.filter(({ candidates }) => candidates.length > 0).length).toBeGreaterThan(50);
    const verdicts = results.flatMap(({ findings }) => findings.map(({ verdict }) => verdict));
    expect([...new Set(verdicts)]).toEqual(expect.arrayContaining(['met', 'breached', 'inconclusive']));
  });
});

it('were stored by shells 2 and 3, which do not answer alike', () => {
  const [older, newer] = ['shell-2.json.gz', 'shell-3.json.gz'].map((file) => readCorpus(file));
  const candidates = (of: typeof older) => of?.map(({ result }) => JSON.stringify(result.candidates));
  const other = candidates(newer);
  const differing = candidates(older)?.filter((line, at) => line !== other?.[at]);
  expect(differing?.length).toBeGreaterThan(10);
});

it('by a shell that this code never had are refused by name', async () => {
  const [{ input, result } = {} as ReturnType<typeof readCorpus>[number]] = readCorpus('shell-3.json.gz');
  const attempt = replay({ ...input, engineVersion: 'zen-engine@0.1.0+shell@999' }, result);
  await expect(attempt).rejects.toMatchObject({
    code: 'screening_unavailable',
    details: { reason: 'shell_unknown' },
  });
});
