import { mock } from 'node:test';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ProblemError, UNREACHABLE } from '../../../api/problem.js';
import { DraftSaver } from './draft-saver.js';
import { draftOf, withValue } from './draft.types.js';

const START = draftOf({ project: { name: 'A' } });
const NAME = { section: 'project', id: null, field: 'name' } as const;
const SIGNED_OUT = new ProblemError({ code: 'not_signed_in', status: 401, title: '', detail: '' });
const GONE = new ProblemError(UNREACHABLE);
/** What the saver uses of a browser. */
const BROWSER = ['addEventListener', 'removeEventListener', 'document', 'localStorage'] as const;

const before = new Map<string, PropertyDescriptor | undefined>();
const heard = new Map<string, () => void>();
const stored = new Map<string, string>();

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
  for (const name of BROWSER) before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
  const events = {
    addEventListener: (name: string, listener: () => void) => void heard.set(name, listener),
    removeEventListener: (name: string) => void heard.delete(name),
  };
  const localStorage = {
    setItem: (name: string, text: string) => void stored.set(name, text),
    removeItem: (name: string) => void stored.delete(name),
  };
  for (const [name, value] of Object.entries({ ...events, document: events, localStorage }))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
});
afterEach(() => {
  mock.timers.reset();
  for (const [name, own] of before)
    if (own === undefined) Reflect.deleteProperty(globalThis, name);
    else Object.defineProperty(globalThis, name, own);
  heard.clear();
  stored.clear();
});

/** Time goes on, and what was asked meanwhile is answered. */
async function later(ms: number): Promise<void> {
  mock.timers.tick(ms);
  await new Promise((resolve) => setImmediate(resolve));
}

/** A saver whose server refuses so many times before it takes what it is sent. */
function scene(refusals: ProblemError[]) {
  const sent: { key: string; at: number }[] = [];
  const session = { isMine: true };
  const saver = new DraftSaver({
    ...{ personId: 'p', dossierId: 'd', draft: START, revision: 3, faultsOf: () => [] },
    transport: {
      save: (_, { key, facts }) => {
        sent.push({ key, at: Date.now() - 1_000_000 });
        const refused = refusals.shift();
        return refused ? Promise.reject(refused) : Promise.resolve({ facts, revision: 4 } as never);
      },
      read: () => Promise.reject(GONE),
      speaksFor: () => session.isMine,
      resume: () => Promise.resolve(),
    },
  });
  const type = (name: string) => saver.edit((draft) => withValue(draft, NAME, name));
  const times = () => sent.map(({ at }) => at);
  return { saver, sent, session, type, times };
}

describe('the saver of a draft', () => {
  test('waits for a pause in typing, but not for ever; meanwhile what is typed is kept on this device', async () => {
    const { saver, type, times } = scene([]);
    for (let at = 0; at < 10_000; at += 1000) {
      type(`B${at}`);
      await later(1000);
    }
    expect(times()).toEqual([8000]);
    expect(stored.size).toBe(1);
    await later(1200);
    await later(300);
    expect([times().length, saver.read().phase, stored.size]).toEqual([2, 'saved', 0]);
  });

  test('asks a server that went away again and again, more and more rarely, until it is back: nobody has to tell it', async () => {
    const { saver, sent, type, times } = scene([GONE, GONE, GONE, GONE, GONE, GONE, GONE]);
    type('B');
    await later(1200);
    expect([saver.read().phase, stored.size]).toEqual(['unreachable', 1]);
    for (let second = 0; second < 120; second += 0.5) await later(500);
    const waits = times().map((at, index) => at - (times()[index - 1] ?? 0));
    expect(waits).toEqual([1200, 1500, 3000, 6000, 12_000, 24_000, 30_000, 30_000]);
    // One act, whatever came of its earlier tries.
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    expect([saver.read().phase, saver.read().tries, stored.size]).toEqual(['saved', 0, 0]);
  });

  test('does not wait where the browser tells that it is connected again, and hears nothing once it is closed', async () => {
    const { saver, type, times } = scene([GONE, GONE, GONE]);
    type('B');
    await later(1200);
    heard.get('online')?.();
    await later(0);
    expect(times()).toEqual([1200, 1200]);
    expect(saver.close()).toBe(false);
    await later(0);
    await later(10_000);
    expect([saver.read().phase, saver.close(), heard.size]).toEqual(['saved', true, 0]);
  });

  test('sends nothing in the name of somebody else, and goes on when its own person is there again', async () => {
    const { saver, session, type, times } = scene([SIGNED_OUT]);
    type('B');
    await later(1200);
    session.isMine = false;
    for (let tick = 0; tick < 10; tick += 1) await later(700);
    expect([times(), saver.read().phase]).toEqual([[1200], 'signed_out']);
    session.isMine = true;
    await later(700);
    expect([times().length, saver.read().phase]).toEqual([2, 'saved']);
  });

  test.each([0, 1200])(
    'keeps and sends nothing more once it is discarded, %i ms after a change',
    async (ms) => {
      const { saver, type, times } = scene([GONE, GONE]);
      type('B');
      await later(ms);
      const sent = times().length;
      saver.discard();
      heard.get('pagehide')?.();
      await later(0);
      await later(60_000);
      expect([saver.close(), stored.size, times().length, heard.size]).toEqual([true, 0, sent, 0]);
    },
  );
});
