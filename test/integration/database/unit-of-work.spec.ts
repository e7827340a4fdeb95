import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Tx, UnitOfWork } from '#database';
import { DEMO_AUTHORITY } from '#identity';
import { systemActor } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'unit_of_work' });
}, 60_000);
afterAll(() => api?.close());

const actor = systemActor(DEMO_AUTHORITY.id);
const units = () => api.app.get(UnitOfWork);
const COUNTER = `INSERT INTO number_counter (scope, year, next) VALUES ($1, 2026, 1)`;
const counted = async (scope: string) =>
  units().ask(actor, (tx) => tx.query('SELECT next FROM number_counter WHERE scope = $1', [scope]));

describe('a statement that comes after its transaction has ended', () => {
  test.each([
    ['was stored', (work: (tx: Tx) => Promise<unknown>) => units().run(actor, work)],
    ['was a rehearsal', (work: (tx: Tx) => Promise<unknown>) => units().rehearse(actor, work)],
    ['was a question', (work: (tx: Tx) => Promise<unknown>) => units().ask(actor, work)],
  ])('is not sent, whether what it belonged to %s', async (how, within) => {
    let left: Tx | null = null;
    await within((tx) => {
      left = tx;
      return tx.query('SELECT 1');
    });
    await expect((left as Tx | null)?.query(COUNTER, [`late ${how}`])).rejects.toThrow('is over');
    expect(await counted(`late ${how}`)).toEqual([]);
  });

  test('of a branch that went on while another failed writes nothing into what comes next', async () => {
    let goOn: () => void = () => undefined;
    const paused = new Promise<void>((resolve) => (goOn = resolve));
    let late: Promise<unknown> = Promise.resolve();
    const failed = units().run(actor, (tx) => {
      late = paused.then(() => tx.query(COUNTER, ['left over']));
      late.catch(() => undefined);
      return Promise.all([late, Promise.reject(new Error('this branch fails'))]);
    });
    await expect(failed).rejects.toThrow('this branch fails');
    goOn();
    await expect(late).rejects.toThrow('is over');
    expect(await counted('left over')).toEqual([]);
  });
});

test('a transaction in which a statement failed stores nothing, even when its caller did not look', async () => {
  const blind = units().run(actor, async (tx) => {
    await tx.query(COUNTER, ['blind']);
    await tx.query('SELECT 1/0').catch(() => undefined);
  });
  await expect(blind).rejects.toThrow('nothing was stored');
  expect(await counted('blind')).toEqual([]);
});

test('a rehearsal leaves nothing', async () => {
  await units().rehearse(actor, (tx) => tx.query(COUNTER, ['rehearsed']));
  expect(await counted('rehearsed')).toEqual([]);
});
