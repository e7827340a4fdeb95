import { Refusal } from '#kernel';
import { observed, observeOperations, type Operation, type Outcome } from './operation.js';

const act: Operation = { kind: 'act', name: 'accept' };

describe('observed', () => {
  const seen: Omit<Outcome, 'seconds'>[] = [];
  let forget: () => void;
  beforeEach(() => {
    seen.length = 0;
    forget = observeOperations((operation) =>
      operation.name === 'unwatched' ? null : { ended: ({ kind, code }) => seen.push({ kind, code }) },
    );
  });
  afterEach(() => forget());

  it('returns what the work returns and tells how it ended', async () => {
    expect(await observed(act, async () => 7)).toBe(7);
    await observed({ ...act, rehearsal: true }, async () => undefined);
    await observed({ ...act, name: 'unwatched' }, async () => undefined);
    expect(seen).toEqual([
      { kind: 'done', code: null },
      { kind: 'rehearsed', code: null },
    ]);
  });

  it('throws what the work throws, and tells a refusal from a fault', async () => {
    const refusal = new Refusal('not_found');
    await expect(observed(act, () => Promise.reject(refusal))).rejects.toBe(refusal);
    await expect(observed(act, () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(seen).toEqual([
      { kind: 'refused', code: 'not_found' },
      { kind: 'failed', code: null },
    ]);
  });

  it('runs the work inside of what an observer keeps around it', async () => {
    const order: string[] = [];
    const forgetContext = observeOperations(() => ({
      within: async (work) => {
        order.push('before');
        const result = await work();
        order.push('after');
        return result;
      },
      ended: () => order.push('ended'),
    }));
    await observed(act, async () => order.push('work'));
    forgetContext();
    await observed(act, async () => order.push('alone'));
    expect(order).toEqual(['before', 'work', 'after', 'ended', 'alone']);
  });
});
