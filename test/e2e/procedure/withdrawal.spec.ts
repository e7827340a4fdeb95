import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier, OLD_MACHINE_FACTS } from '../../support/dossier-builder.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'withdrawal', now: new Date('2026-07-15T02:00:00.000Z') });
}, 60_000);
afterAll(() => api?.close());

describe('a withdrawal', () => {
  it('voids what was drafted and not signed, and counts as one after notice', async () => {
    const dossier = await aDossier(api).withFacts(OLD_MACHINE_FACTS).underReview().open();
    const { findings } = await dossier.findings();
    const blocking = findings
      .filter(({ verdict, key }) => verdict === 'breached' && key.startsWith('U-'))
      .map(({ key }) => key);
    await dossier.command('truongphong1', 'notify_refusal', {
      grounds: 'Máy quá tuổi.',
      replyBy: '2026-07-20',
      findingKeys: blocking,
    });
    await dossier.command('gom', 'withdraw', {});
    expect(await dossier.seen()).toMatchObject({ status: 'withdrawn', withdrawnAfterNotice: true });
    const letters = (await dossier.get<{ items: { kind: string; status: string }[] }>('thanhtra', '/letters'))
      .body.items;
    expect(letters.map(({ kind, status }) => `${kind} ${status}`)).toEqual(['receipt draft']);
  });
});
