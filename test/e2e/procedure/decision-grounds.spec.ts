import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier, conclusion } from '../../support/dossier-builder.js';
import { type DossierDriver, personId } from '../../support/dossier-driver.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'grounds' });
  api.clock.set(new Date('2026-07-15T02:00:00.000Z'));
}, 60_000);
afterAll(() => api?.close());

const refusalOf = async (dossier: DossierDriver, who: string, command: string, payload: unknown) =>
  (await dossier.send(who, command, payload)).body;

describe('what a decision may rest on', () => {
  test('a refusal against an agreement is sent back, and a criterion that was met is no ground', async () => {
    const dossier = await aDossier(api).endorsed().open();
    const refuse = { reasons: 'Không đạt.', failedCriteria: ['I.1'] };
    expect(await refusalOf(dossier, 'giamdoc', 'refuse', refuse)).toMatchObject({
      code: 'decision_against_conclusion',
      concluded: 'agree',
    });
    await dossier.command('giamdoc', 'send_back', { reason: 'Xem lại tiêu chí I.1.' });
    const other = { ...(await conclusion(dossier)), outcome: 'disagree_other' };
    const conclude = (given: object) => refusalOf(dossier, 'chuyenvien1', 'conclude', { ...other, ...given });
    expect(await conclude({})).toMatchObject({ code: 'refusal_grounds_missing' });
    expect(await conclude({ failedCriteria: ['I.1'] })).toMatchObject({
      code: 'criterion_not_failed',
      criteria: ['I.1'],
      failed: [],
    });
    expect(await conclude({ outcome: 'disagree_outdated' })).toMatchObject({
      code: 'outcome_unsupported',
      needs: 'used_or_outdated',
    });
  });

  test('a conflict that the concluder or the endorser turns out to have stops the decision until it is sent back', async () => {
    for (const [person, who] of [
      ['chuyenvien1', 'concluder'],
      ['truongphong1', 'endorser'],
    ] as const) {
      const dossier = await aDossier(api).endorsed().open();
      await runAs(
        api.db.superuser,
        `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'recorded', 'họ hàng', now())`,
        [dossier.id, personId(person)],
      );
      expect(await refusalOf(dossier, 'giamdoc', 'approve', {})).toMatchObject({
        code: 'conflict_of_interest',
        who,
      });
      const back = await dossier.send('giamdoc', 'send_back', { reason: 'Có xung đột lợi ích.' });
      expect(back.body.status).toBe('under_review');
    }
  });

  test('a check by hand counts only where the annex was looked up', async () => {
    const dossier = await aDossier(api).examined().open();
    const usual = await conclusion(dossier);
    const byHand = usual.inconclusive.map((answer) => ({ ...answer, answer: 'manual_check' as const }));
    expect(byHand.length).toBeGreaterThan(0);
    expect(byHand.every(({ findingKey }) => findingKey.startsWith('list.'))).toBe(true);
    const conclude = (inconclusive: object[]) =>
      dossier.send('chuyenvien1', 'conclude', { ...usual, inconclusive });
    const invented = { findingKey: 'U-9:lines[x]', answer: 'manual_check', reason: 'Đã xem.' };
    expect((await conclude([...byHand, invented])).body).toMatchObject({
      code: 'inconclusive_unanswered',
      keys: ['U-9:lines[x]'],
    });
    expect((await conclude(byHand)).status).toBe(200);
  });
});
