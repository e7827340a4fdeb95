import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CommandPayloads } from '#contracts';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier, conclude, conclusion, examine, ITEM } from '../../support/dossier-builder.js';
import { type DossierDriver, personId, signer } from '../../support/dossier-driver.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'rounds' });
}, 60_000);
afterAll(() => api?.close());

const REOPEN = { complaintDecision: 'QĐ 12/QĐ-UBND', decidedOn: '2026-07-15' };
const codeOf = async (dossier: DossierDriver, who: string, command: string, payload: unknown = {}) =>
  (await dossier.send(who, command, payload)).body.code;
const lettersOf = async ({ id }: DossierDriver) =>
  runAs(
    api.db.superuser,
    `SELECT round, status, validity FROM letter WHERE dossier_id = $1 AND kind = 'decision' ORDER BY created_at, round`,
    [id],
  );

/** Screening, opinion, conclusion and endorsement of a round, up to the decision. */
async function reviewed(dossier: DossierDriver, given: Partial<CommandPayloads['conclude']> = {}) {
  await dossier.command('chuyenvien1', 'screen', {});
  await examine(dossier);
  await dossier.command('chuyenvien1', 'conclude', { ...(await conclusion(dossier)), ...given });
  // Before it is endorsed the letter can be looked at, with what becomes of the one under review.
  const letter = await (
    await dossier.person('truongphong1')
  ).post(
    dossier.url('/decision-letter'),
    { command: 'endorse', payload: {} },
    { 'if-match': `"${(await dossier.seen()).revision}"` },
  );
  expect([letter.status, letter.headers['content-type']]).toEqual([200, 'application/pdf']);
  await dossier.command('truongphong1', 'endorse', {});
}
const validitiesOf = async (dossier: DossierDriver) =>
  (await lettersOf(dossier)).map(({ validity }) => validity);

describe('a second round after a complaint', () => {
  test('needs screening, opinion, conclusion and endorsement again; its letter takes the place of the first', async () => {
    const dossier = await aDossier(api).issued().open();
    await dossier.command('giamdoc', 'reopen', REOPEN);
    expect(await lettersOf(dossier)).toMatchObject([
      { round: 1, status: 'issued', validity: 'under_review' },
    ]);
    expect(await dossier.seen()).toMatchObject({ status: 'under_review', round: 2 });
    expect(await codeOf(dossier, 'chuyenvien1', 'conclude', await conclusion(dossier))).toBe(
      'opinion_missing',
    );
    await reviewed(dossier);
    expect(await codeOf(dossier, 'giamdoc', 'approve')).toBe('earlier_letter_unsettled');
    await dossier.command('giamdoc', 'approve', { earlierLetter: 'replace' });
    expect(await validitiesOf(dossier)).toEqual(['under_review', null]);
    expect((await dossier.issue('decision')).status).toBe(200);
    expect(await lettersOf(dossier)).toMatchObject([
      { round: 1, status: 'issued', validity: 'replaced' },
      { round: 2, status: 'issued', validity: 'valid' },
    ]);
  });

  test('is about a decision that has left the house', async () => {
    const dossier = await aDossier(api).approved().open();
    expect(await codeOf(dossier, 'giamdoc', 'reopen', REOPEN)).toBe('decision_not_issued');
    expect((await dossier.issue('decision')).status).toBe(200);
    expect((await dossier.send('giamdoc', 'reopen', REOPEN)).status).toBe(200);
  });

  test('needs a decision on the complaint that is not in the future, and a document of the dossier', async () => {
    const dossier = await aDossier(api).issued().open();
    expect(await codeOf(dossier, 'giamdoc', 'reopen', { ...REOPEN, decidedOn: '2026-07-16' })).toBe(
      'complaint_decision_missing',
    );
    expect(await codeOf(dossier, 'giamdoc', 'reopen', { ...REOPEN, decidedOn: '2026-07-14' })).toBe(
      'complaint_decided_before_letter',
    );
    expect(await codeOf(dossier, 'giamdoc', 'reopen', { ...REOPEN, replyBy: '2026-07-15' })).toBe(
      'reply_date_not_in_future',
    );
    expect(
      await codeOf(dossier, 'giamdoc', 'reopen', {
        ...REOPEN,
        documentId: '00000009-0000-4000-8000-000000000009',
      }),
    ).toBe('unknown_document');
    expect(await codeOf(dossier, 'truongphong1', 'reopen', REOPEN)).toBe('command_not_for_you');
  });

  test('has a date of its own: the one that the complaint decision names, else the internal target', async () => {
    const [named, unnamed] = [await aDossier(api).issued().open(), await aDossier(api).issued().open()];
    await named.command('giamdoc', 'reopen', { ...REOPEN, replyBy: '2026-08-14' });
    await unnamed.command('giamdoc', 'reopen', REOPEN);
    expect([(await named.seen()).dueOn, (await unnamed.seen()).dueOn]).toEqual(['2026-08-14', '2026-07-24']);
    const clock = (await named.clocks()).find(({ purpose }) => purpose === 'new_round');
    expect(clock).toMatchObject({ ruleId: 'REO-26-1', state: 'running', onExpire: 'overdue' });
    await reviewed(named);
    await named.command('giamdoc', 'approve', { earlierLetter: 'confirm' });
    await named.issue('decision');
    expect((await named.clocks()).filter(({ state }) => state === 'running')).toEqual([]);
    expect((await named.seen()).dueOn).toBeNull();
  });

  test('is told to the owner, and the timeline shows the round and the day of the complaint decision', async () => {
    const dossier = await aDossier(api).issued().open();
    const documentId = await dossier.upload('giamdoc', Buffer.from(PDF));
    await dossier.command('giamdoc', 'reopen', { ...REOPEN, documentId });
    const { body } = await dossier.get<{ items: { code: string; detail: object }[] }>('gom', '/timeline');
    expect(body.items.find(({ code }) => code === 'reopen')?.detail).toMatchObject({
      round: '2',
      complaintDecidedOn: '2026-07-15',
    });
    const rounds = await dossier.get<{ items: unknown[] }>('thanhtra', '/rounds');
    expect(rounds.body.items[0]).toMatchObject({ round: 2, reopening: { documentId } });
    const news = await runAs(
      api.db.superuser,
      `SELECT 1 FROM notification WHERE dossier_id = $1 AND kind = 'dossier.reopen' AND recipient_id = $2`,
      [dossier.id, personId('gom')],
    );
    expect(news).toHaveLength(1);
  });

  test('ends by a decision: it is neither withdrawn nor returned, except to the authority that is to decide', async () => {
    const dossier = await aDossier(api).issued().open();
    await dossier.command('giamdoc', 'reopen', REOPEN);
    expect(await codeOf(dossier, 'gom', 'withdraw')).toBe('letter_under_review');
    const explanation = 'Không thuộc đối tượng.';
    expect(await codeOf(dossier, 'truongphong1', 'return', { reason: 'not_subject', explanation })).toBe(
      'letter_under_review',
    );
  });

  test('recalls by a notice that the decider signs; the letter falls when the notice leaves', async () => {
    const dossier = await aDossier(api).issued().open();
    await dossier.command('giamdoc', 'reopen', REOPEN);
    await reviewed(dossier);
    const answer = await dossier.command('giamdoc', 'approve', { earlierLetter: 'recall' });
    expect(answer.letters.map(({ kind }) => kind)).toEqual(['decision', 'recall_notice']);
    expect((await dossier.issue('decision')).status).toBe(200);
    expect(await validitiesOf(dossier)).toEqual(['under_review', 'valid']);
    const other = { ...signer, name: 'Kiều Thu Trang' };
    expect((await dossier.issue('recall_notice', other)).body).toMatchObject({
      code: 'signer_is_not_decider',
    });
    expect((await dossier.issue('recall_notice')).status).toBe(200);
    expect(await validitiesOf(dossier)).toEqual(['recalled', 'valid']);
  });
});

describe('conditions in a round after a complaint', () => {
  const A_CONDITION = {
    what: 'Thay bộ lọc bụi',
    deadlineOn: '2026-12-31',
    proof: 'Biên bản nghiệm thu',
    responsible: 'Chủ đầu tư',
  };
  const concludedWith = { outcome: 'agree_with_conditions' as const, conditions: [A_CONDITION] };
  const approved = () =>
    aDossier(api)
      .examined()
      .and(async (dossier) =>
        dossier.command('chuyenvien1', 'conclude', { ...(await conclusion(dossier)), ...concludedWith }),
      )
      .and((dossier) => dossier.command('truongphong1', 'endorse', {}))
      .and((dossier) => dossier.command('giamdoc', 'approve_with_conditions', { conditions: [A_CONDITION] }))
      .and((dossier) => dossier.issue('decision'))
      .open();
  const states = async (dossier: DossierDriver) =>
    (
      await runAs(
        api.db.superuser,
        'SELECT round, state, imposed_on IS NOT NULL AS told FROM condition_task WHERE dossier_id = $1 ORDER BY round, number',
        [dossier.id],
      )
    ).map(({ round, state, told }) => [round, state, told]);
  const prove = async (dossier: DossierDriver) => {
    const documentIds = [await dossier.upload('gom', Buffer.from(`${PDF}%p`))];
    return (await dossier.person('gom')).post(dossier.url('/conditions/1/proof'), { documentIds });
  };

  test('wait while the letter is under review and live on when it is confirmed, even after their day', async () => {
    const dossier = await approved();
    expect((await prove(dossier)).status).toBe(200);
    await dossier.command('giamdoc', 'reopen', REOPEN);
    expect(await states(dossier)).toEqual([[1, 'suspended', true]]);
    const waiting = await (await dossier.person('chuyenvien2')).post(dossier.url('/conditions/1/accept'), {});
    expect(waiting.body).toMatchObject({ code: 'condition_not_permitted_now', state: 'suspended' });
    await reviewed(dossier, concludedWith);
    const other = { conditions: [{ ...A_CONDITION, deadlineOn: '2027-01-31' }], earlierLetter: 'confirm' };
    expect(await codeOf(dossier, 'giamdoc', 'approve_with_conditions', other)).toBe('earlier_letter_differs');
    await dossier.command('giamdoc', 'approve_with_conditions', {
      conditions: [A_CONDITION],
      earlierLetter: 'confirm',
    });
    expect(await states(dossier)).toEqual([[1, 'suspended', true]]);
    await dossier.issue('decision');
    expect(await states(dossier)).toEqual([[1, 'proof_submitted', true]]);
    expect(await validitiesOf(dossier)).toEqual(['confirmed', 'valid']);
    expect(
      (await (await dossier.person('chuyenvien2')).post(dossier.url('/conditions/1/accept'), {})).status,
    ).toBe(200);
  });

  test('are superseded when the letter is replaced; the new ones are the owner’s from the new letter', async () => {
    const dossier = await approved();
    await dossier.command('giamdoc', 'reopen', REOPEN);
    const conditions = [{ ...A_CONDITION, deadlineOn: '2027-03-31' }];
    await reviewed(dossier, { ...concludedWith, conditions });
    await dossier.command('giamdoc', 'approve_with_conditions', { conditions, earlierLetter: 'replace' });
    expect(await states(dossier)).toEqual([
      [1, 'suspended', true],
      [2, 'open', false],
    ]);
    await dossier.issue('decision');
    expect(await states(dossier)).toEqual([
      [1, 'superseded', true],
      [2, 'open', true],
    ]);
    expect((await prove(dossier)).body).toMatchObject({ condition: { round: 2, state: 'proof_submitted' } });
  });
});

describe('any sequence of rounds', () => {
  const CHOICES = ['confirm', 'replace', 'recall'] as const;
  const PAIRS = CHOICES.flatMap((second) => CHOICES.map((third) => [second, third] as const));

  test.each(PAIRS)(
    '%s, then %s: never two valid letters, and none under review in the end',
    async (...choices) => {
      const dossier = await aDossier(api).issued().open();
      const valid = async () =>
        (await validitiesOf(dossier)).filter((validity) => validity === 'valid').length;
      for (const earlierLetter of choices) {
        await dossier.command('giamdoc', 'reopen', REOPEN);
        expect(await valid()).toBe(0);
        await reviewed(dossier);
        await dossier.command('giamdoc', 'approve', { earlierLetter });
        for (const kind of ['decision', ...(earlierLetter === 'recall' ? ['recall_notice'] : [])]) {
          expect((await dossier.issue(kind)).status).toBe(200);
          expect(await valid()).toBe(1);
        }
      }
      const ended = { confirm: 'confirmed', replace: 'replaced', recall: 'recalled' };
      const [second, third] = choices.map((choice) => ended[choice]);
      const first = second === 'confirmed' ? third : second;
      expect(await validitiesOf(dossier)).toEqual([first, third, 'valid']);
    },
  );
});

describe('three people', () => {
  test('the leader who endorsed does not decide', async () => {
    const dossier = await aDossier(api).concluded().open();
    expect(await codeOf(dossier, 'giamdoc', 'endorse')).toBe('command_not_for_you');
    await dossier.command('truongphong2', 'endorse', {});
    expect((await dossier.send('giamdoc', 'approve')).status).toBe(200);
  });
  test('what was sent back is concluded and endorsed anew', async () => {
    const dossier = await aDossier(api).endorsed().open();
    await dossier.command('giamdoc', 'send_back', { reason: 'Nêu rõ nguồn gốc thiết bị.' });
    expect(await codeOf(dossier, 'giamdoc', 'approve')).toBe('command_not_permitted_now');
    await conclude(dossier);
    expect(await codeOf(dossier, 'giamdoc', 'approve')).toBe('command_not_permitted_now');
    await dossier.command('truongphong2', 'endorse', {});
    await dossier.command('giamdoc', 'approve', {});
    const rows = await runAs(
      api.db.superuser,
      'SELECT sent_back_at IS NULL AS stands FROM conclusion WHERE dossier_id = $1 ORDER BY concluded_at, sent_back_at NULLS LAST',
      [dossier.id],
    );
    expect(rows).toEqual([{ stands: false }, { stands: true }]);
  });
});

describe('facts that change after the screening', () => {
  test('make it stale: no conclusion, no approval until a new one', async () => {
    const dossier = await aDossier(api).onPaper('2026-07-13').underReview().and(examine).open();
    const documentId = await dossier.upload('chuyenvien1', Buffer.from(PDF));
    const facts = { project: { name: 'Tên khác', stage: 'policy' as const } };
    expect((await dossier.saveFacts('chuyenvien1', facts)).body).toMatchObject({
      code: 'source_missing',
      status: 422,
    });
    const sources = { 'project.name': { documentId, page: 2 } };
    expect((await dossier.saveFacts('motcua1', { ...facts, sources })).body.code).toBe('facts_not_editable');
    const saved = await dossier.saveFacts('chuyenvien1', { ...facts, sources });
    expect(saved.body.errors).toBeUndefined();
    expect(saved.body.facts.sources).toEqual({
      'project.name': { documentId, page: 2, enteredBy: personId('chuyenvien1') },
    });
    expect(await codeOf(dossier, 'chuyenvien1', 'conclude', await conclusion(dossier))).toBe(
      'screening_stale',
    );
    await dossier.command('chuyenvien1', 'screen', {});
    await conclude(dossier);
    const versions = (
      await dossier.get<{ items: { version: number; byAgency: boolean; changes: { path: string }[] }[] }>(
        'thanhtra',
        '/facts',
      )
    ).body.items;
    expect(versions.map(({ version, byAgency }) => [version, byAgency])).toEqual([
      [2, true],
      [1, true],
    ]);
    expect(versions[0]?.changes.map(({ path }) => path)).toEqual(expect.arrayContaining(['project.name']));
  });

  test('an answer to the clarification may bring new facts, which need a new screening', async () => {
    const dossier = await aDossier(api).underReview().and(examine).open();
    await dossier.command('chuyenvien1', 'request_clarification', {
      items: [ITEM],
      replyBy: '2026-07-20',
      headConsent: { headId: personId('truongphong1') },
    });
    expect(
      (await dossier.saveFacts('gom', { project: { name: 'Sau giải trình', stage: 'policy' } })).status,
    ).toBe(200);
    await dossier.command('gom', 'clarify', { answers: ['Đã sửa tên.'] });
    expect((await dossier.saveFacts('gom', { project: { name: 'Muộn rồi' } })).body.code).toBe(
      'facts_not_editable',
    );
    expect(await codeOf(dossier, 'chuyenvien1', 'conclude', await conclusion(dossier))).toBe(
      'screening_stale',
    );
  });
});

const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
