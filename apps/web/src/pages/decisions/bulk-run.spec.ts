import { describe, expect, test } from '@jest/globals';
import { ProblemError, UNREACHABLE } from '../../api/problem.js';
import { type CommandAnswer } from '../dossiers/dossier.types.js';
import { BulkRun, type SendBulk } from './bulk-run.js';

const tasks = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ dossierId: `d${index}`, name: `Hồ sơ ${index}`, procedureId: 'opinion' },
    ...{ command: 'endorse' as const, revision: 1, note: 'Đã thống nhất.', risks: [] },
  }));
const answerTo = (dryRun: boolean) => ({ status: 'endorsed', dryRun }) as CommandAnswer;
const refused = new ProblemError({ code: 'stale_revision', status: 412, title: 'Cũ', detail: '' });

interface Sent {
  id: string;
  key: string;
  dryRun: boolean;
  revision: number;
  payload: object;
}
/** A run against doors that note what is sent; `fail` says with what an act is met. */
function aRun(count: number, fail: (sent: Sent) => Error | null = () => null) {
  const [sent, open] = [[] as Sent[], { now: 0, most: 0 }];
  const session = { token: 'a' };
  const send: SendBulk = async (id, { key, dryRun, revision, payload }) => {
    const made = { id, key, dryRun, revision, payload };
    sent.push(made);
    open.most = Math.max(open.most, ++open.now);
    await new Promise((resolve) => setTimeout(resolve, 1));
    open.now -= 1;
    const error = fail(made);
    if (error) throw error;
    return answerTo(dryRun);
  };
  const doors = { send, revisionOf: async () => Promise.resolve(7), session: () => session.token };
  return { run: new BulkRun(tasks(count), doors), sent, open, session };
}
const statesOf = (run: BulkRun) => run.items().map(({ state }) => state);

describe('the same step on several dossiers', () => {
  test('is looked at before it is done, three at a time, with one key for each dossier', async () => {
    const { run, sent, open } = aRun(7);
    await run.look();
    expect([statesOf(run), open.most]).toEqual([Array(7).fill('ready'), 3]);
    expect(sent.every(({ dryRun }) => dryRun)).toBe(true);
    await run.act();
    expect(statesOf(run)).toEqual(Array(7).fill('done'));
    const keys = new Map(sent.map(({ id, key }) => [id, key]));
    expect(new Set(keys.values()).size).toBe(7);
    expect(sent.every(({ id, key }) => keys.get(id) === key)).toBe(true);
    expect(sent.every(({ payload }) => 'note' in payload)).toBe(true);
  });

  test('one that is refused leaves the others alone, and is looked at anew before it is repeated', async () => {
    const { run, sent } = aRun(3, ({ id, dryRun, revision }) =>
      id === 'd1' && !dryRun && revision === 1 ? refused : null,
    );
    await run.look();
    await run.act();
    expect(statesOf(run)).toEqual(['done', 'failed', 'done']);
    expect(run.items()[1]?.problem?.code).toBe('stale_revision');
    await run.again();
    expect(statesOf(run)).toEqual(['done', 'ready', 'done']);
    await run.act();
    expect([statesOf(run), sent.at(-1)?.revision]).toEqual([['done', 'done', 'done'], 7]);
  });

  test('what somebody changed after it was looked at is left out, and looked at anew when asked for', async () => {
    const { run, sent } = aRun(3);
    await run.look();
    // d0 stands in the queue as it was, d1 moved, d2 is on no page of it but did.
    await run.notice(
      new Map([
        ['d0', 1],
        ['d1', 7],
      ]),
    );
    expect(statesOf(run)).toEqual(['ready', 'moved', 'moved']);
    await run.act();
    expect(sent.filter(({ dryRun }) => !dryRun).map(({ id }) => id)).toEqual(['d0']);
    await run.again();
    expect(statesOf(run)).toEqual(['done', 'ready', 'ready']);
    await run.notice(new Map());
    expect(statesOf(run)).toEqual(['done', 'ready', 'ready']);
  });

  test('an act without an answer is sent again as it was, under its key', async () => {
    let lost = true;
    const { run, sent } = aRun(1, ({ dryRun }) => {
      const fails = lost && !dryRun;
      if (fails) lost = false;
      return fails ? new ProblemError(UNREACHABLE) : null;
    });
    await run.look();
    await run.act();
    expect(statesOf(run)).toEqual(['failed']);
    await run.again();
    expect(statesOf(run)).toEqual(['done']);
    expect(sent.slice(1).map(({ key, revision, dryRun }) => [key, revision, dryRun])).toEqual([
      [sent[0]?.key, 1, false],
      [sent[0]?.key, 1, false],
    ]);
  });

  test('nothing is sent in the session of somebody else', async () => {
    const { run, sent, session } = aRun(5);
    await run.look();
    const acting = run.act();
    session.token = 'b';
    await acting;
    expect(statesOf(run).filter((state) => state === 'failed')).toHaveLength(2);
    expect(sent.filter(({ dryRun }) => !dryRun)).toHaveLength(3);
  });
});
