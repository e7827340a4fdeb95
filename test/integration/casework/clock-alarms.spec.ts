import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { civilDate, instantAt } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier, supplementRequest } from '../../support/dossier-builder.js';
import { type DossierDriver } from '../../support/dossier-driver.js';
import { tick } from '../../support/procedure-steps.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'alarms' });
}, 60_000);
afterAll(() => api?.close());

const on = (day: string, hour = 9, minute = 0) =>
  api.clock.set(new Date(instantAt(civilDate(day), hour).getTime() + minute * 60_000));
const sql = (text: string, ...values: unknown[]) => runAs(api.db.superuser, text, values);
const fired = async ({ id }: DossierDriver, kind: string) =>
  (
    await sql(
      `SELECT a.id FROM clock_alarm a JOIN clock c ON c.id = a.clock_id WHERE a.dossier_id = $1 AND a.kind = $2 AND c.purpose = 'reply' AND a.fired_at IS NOT NULL`,
      id,
      kind,
    )
  ).length;
const silences = ({ id }: DossierDriver) =>
  sql('SELECT effect, basis, due_on, recorded_at FROM silence_record WHERE dossier_id = $1', id);
const entries = async ({ id }: DossierDriver, action: string) =>
  (await sql('SELECT seq FROM audit_entry WHERE chain_id = $1 AND action = $2', id, action)).length;

describe('warnings of a term of seven working days', () => {
  test('fire at 08:00 of days 4, 6 and 7, once each, even with two workers', async () => {
    on('2026-11-20');
    const dossier = await aDossier(api).asRequest().submitted().open();
    const history: [string, number, number][] = [
      ['2026-11-27', 7, 0],
      ['2026-11-27', 8, 1],
      ['2026-11-30', 9, 1],
      ['2026-12-01', 7, 1],
      ['2026-12-01', 8, 2],
      ['2026-12-02', 7, 2],
      ['2026-12-02', 8, 3],
      ['2026-12-02', 23, 3],
    ];
    for (const [day, hour, warned] of history) {
      on(day, hour, hour === 7 ? 59 : 0);
      const rounds = await Promise.all([tick({ api }), tick({ api })]);
      expect(rounds.map(({ failed }) => failed)).toEqual([0, 0]);
      expect({ day, hour, warned: await entries(dossier, 'clock.warned') }).toEqual({ day, hour, warned });
    }
    expect(await silences(dossier)).toEqual([]);
    const told = await sql(
      `SELECT u.email, n.params->>'percent' AS percent FROM notification n JOIN app_user u ON u.id = n.recipient_id WHERE n.dossier_id = $1 AND n.kind = 'clock.warning' ORDER BY 2, 1`,
      dossier.id,
    );
    expect(told.filter(({ percent }) => percent === '75').map(({ email }) => email)).toEqual(
      expect.arrayContaining(['giamdoc@demo.techgate.vn', 'truongphong1@demo.techgate.vn']),
    );
  });

  test('are planned anew after a stop, and one that fired does not fire again', async () => {
    on('2026-11-20');
    const dossier = await aDossier(api).asRequest().submitted().open();
    on('2026-11-27', 8);
    await tick({ api });
    expect(await fired(dossier, 'warning_50')).toBe(1);
    await dossier.command('motcua1', 'request_supplement', supplementRequest('2026-12-18'));
    on('2026-12-08');
    await tick({ api });
    expect(await fired(dossier, 'warning_75')).toBe(0);
    await dossier.command('taichinh', 'resubmit', {});
    expect((await dossier.clock('T-26-2')).dueOn).toBe('2026-12-11');
    on('2026-12-10', 8);
    await tick({ api });
    on('2026-12-11', 8);
    await tick({ api });
    expect([
      await fired(dossier, 'warning_50'),
      await fired(dossier, 'warning_75'),
      await fired(dossier, 'warning_90'),
    ]).toEqual([1, 1, 1]);
  });
});

describe('a supplement that nobody answered', () => {
  const discontinued = async () => {
    on('2026-11-20');
    const dossier = await aDossier(api).asRequest().submitted().open();
    on('2026-11-25');
    await dossier.command('motcua1', 'request_supplement', supplementRequest('2026-12-03'));
    on('2026-12-03', 23);
    await tick({ api });
    expect((await dossier.seen()).status).toBe('supplement_requested');
    on('2026-12-04', 0);
    await Promise.all([tick({ api }), tick({ api })]);
    return dossier;
  };
  const document = readFileSync(new URL('../../fixtures/files/letter.pdf', import.meta.url));

  test('discontinues the dossier with a notice drafted for signature, once', async () => {
    const dossier = await discontinued();
    expect((await dossier.seen()).status).toBe('discontinued');
    const letters = (await dossier.get<{ items: { kind: string; status: string }[] }>('motcua1', '/letters'))
      .body.items;
    expect(letters.filter(({ kind }) => kind === 'discontinuance')).toMatchObject([{ status: 'draft' }]);
    expect((await dossier.clocks()).map(({ state }) => state)).not.toContain('running');
    expect(await entries(dossier, 'dossier.deadline_passed')).toBe(1);
    expect(await silences(dossier)).toEqual([]);
  });

  test('is taken up again with proof of a timely answer; the stop ends on the day of the answer', async () => {
    const dossier = await discontinued();
    on('2026-12-07');
    const documentId = await dossier.upload('motcua1', document);
    const late = await dossier.send('motcua1', 'resubmit', {
      timelyProof: { documentId, answeredOn: '2026-12-04' },
    });
    expect(late.body).toMatchObject({ code: 'timely_proof_missing', reason: 'late' });
    expect((await dossier.send('motcua1', 'resubmit', {})).body.code).toBe('timely_proof_missing');
    expect(
      (await dossier.send('taichinh', 'resubmit', { timelyProof: { documentId, answeredOn: '2026-12-02' } }))
        .status,
    ).toBe(403);
    await dossier.command('motcua1', 'resubmit', { timelyProof: { documentId, answeredOn: '2026-12-02' } });
    expect((await dossier.seen()).status).toBe('submitted');
    expect(await dossier.clock('T-26-2')).toMatchObject({ state: 'running', dueOn: '2026-12-09' });
    expect(
      await sql(`SELECT status FROM letter WHERE dossier_id = $1 AND kind = 'discontinuance'`, dossier.id),
    ).toEqual([{ status: 'void' }]);
    on('2026-12-10', 0);
    await tick({ api });
    expect(await silences(dossier)).toHaveLength(1);
  });

  test('a proof that is no document of this dossier proves nothing', async () => {
    const dossier = await discontinued();
    on('2026-12-07');
    const answer = await dossier.send('motcua1', 'resubmit', {
      timelyProof: { documentId: '00000009-0000-4000-8000-000000000009', answeredOn: '2026-12-02' },
    });
    expect(answer.body).toMatchObject({ code: 'unknown_document', status: 422 });
    expect((await dossier.seen()).status).toBe('discontinued');
  });

  test('stays discontinued once the notice has left the house', async () => {
    const dossier = await discontinued();
    const documentId = await dossier.upload('motcua1', document);
    expect((await dossier.issue('discontinuance')).status).toBe(200);
    const answer = await dossier.send('motcua1', 'resubmit', {
      timelyProof: { documentId, answeredOn: '2026-12-02' },
    });
    expect(answer.body.code).toBe('notice_already_issued');
  });
});

test.each([
  ['return', 'motcua1', { reason: 'duplicate', explanation: 'Đã nộp.' }],
  ['withdraw', 'taichinh', {}],
])('after %s nothing is owed: no clock runs, no silence, no warning', async (command, who, payload) => {
  on('2026-11-20');
  const dossier = await aDossier(api).asRequest().submitted().open();
  expect((await dossier.send(who, command, payload)).status).toBe(200);
  on('2026-12-10');
  await tick({ api });
  expect((await dossier.clocks()).map(({ state }) => state)).toEqual(['closed']);
  expect(await dossier.seen()).toMatchObject({ dueOn: null, overdue: false, step: 2 });
  expect([await silences(dossier), await entries(dossier, 'clock.warned')]).toEqual([[], 0]);
});

describe('a reply clock that runs out', () => {
  const EFFECT = { effect: 'deemed_agreement', due_on: '2026-12-02' };

  test('ends with the letter of decision, and nothing fires any more', async () => {
    on('2026-11-20');
    const dossier = await aDossier(api).asRequest().approved().open();
    const issued = await dossier.issue('decision');
    expect(issued.body).toMatchObject({ dueOn: null });
    expect((await dossier.clocks()).map(({ state }) => state)).toEqual(['fulfilled']);
    on('2026-12-03', 0);
    await tick({ api });
    expect(await silences(dossier)).toEqual([]);
    expect(await entries(dossier, 'clock.warned')).toBe(0);
    expect((await dossier.seen()).overdue).toBe(false);
  });

  test('is recorded with its legal effect and article, never decides, and a later decision says why it is late', async () => {
    on('2026-11-20');
    const dossier = await aDossier(api).asRequest().endorsed().open();
    on('2026-12-02', 23);
    await tick({ api });
    expect(await silences(dossier)).toEqual([]);
    on('2026-12-03', 0);
    await Promise.all([tick({ api }), tick({ api })]);
    expect(await silences(dossier)).toMatchObject([EFFECT]);
    expect((await silences(dossier))[0]?.['basis']).toContain('Điều 6 khoản 6');
    expect(await dossier.seen()).toMatchObject({ status: 'endorsed', overdue: true, dueOn: '2026-12-02' });
    expect(await entries(dossier, 'silence.recorded')).toBe(1);
    expect((await dossier.send('giamdoc', 'approve', {})).body).toMatchObject({
      code: 'after_deadline_reason_required',
      status: 422,
    });
    await dossier.command('giamdoc', 'approve', { afterDeadlineReason: 'Chờ ý kiến bộ.' });
    expect(await sql('SELECT after_deadline FROM decision WHERE dossier_id = $1', dossier.id)).toEqual([
      { after_deadline: true },
    ]);
    const [letter] = await sql(
      `SELECT to_jsonb(l)::text AS text FROM letter l WHERE dossier_id = $1 AND kind = 'decision'`,
      dossier.id,
    );
    expect(letter?.['text']).toContain('Chờ ý kiến bộ.');
    expect((await dossier.issue('decision')).status).toBe(200);
    expect(await dossier.clock('T-26-2')).toMatchObject({ state: 'fulfilled' });
  });

  test('is not stopped by an approval: only the issued letter fulfils it', async () => {
    on('2026-11-20');
    const dossier = await aDossier(api).asRequest().approved().open();
    on('2026-12-03', 0);
    await Promise.all([tick({ api }), tick({ api })]);
    expect(await silences(dossier)).toMatchObject([EFFECT]);
    expect(await dossier.clock('T-26-2')).toMatchObject({ state: 'expired' });
    expect(await dossier.seen()).toMatchObject({ status: 'approved', overdue: true });
    const late = await (
      await dossier.person('giamdoc')
    ).get<{ items: { id: string; overdue: boolean }[] }>('/api/v1/dossiers?overdue=true&limit=100');
    expect(late.body.items).toContainEqual(expect.objectContaining({ id: dossier.id, overdue: true }));
    await tick({ api });
    expect(await silences(dossier)).toHaveLength(1);
    const told = await sql(
      `SELECT u.email, n.params->>'dueOn' AS due FROM notification n JOIN app_user u ON u.id = n.recipient_id
        WHERE n.dossier_id = $1 AND n.kind = 'clock.overdue' AND n.params->>'ruleId' = 'T-26-2'`,
      dossier.id,
    );
    expect(told).toEqual(
      expect.arrayContaining(
        ['motcua1', 'truongphong1', 'giamdoc'].map((name) => ({
          email: `${name}@demo.techgate.vn`,
          due: '2026-12-02',
        })),
      ),
    );
    expect((await dossier.issue('decision')).status).toBe(200);
    expect((await dossier.seen()).overdue).toBe(false);
  });

  test('of which one fails does not hold up the others, and is tried again', async () => {
    on('2026-11-20');
    const [ill, well] = [
      await aDossier(api).asRequest().submitted().open(),
      await aDossier(api).asRequest().submitted().open(),
    ];
    await sql(`CREATE FUNCTION test_break() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.dossier_id = '${ill.id}' THEN RAISE EXCEPTION 'broken on purpose'; END IF; RETURN NEW; END $$`);
    await sql(
      'CREATE TRIGGER test_break BEFORE INSERT ON silence_record FOR EACH ROW EXECUTE FUNCTION test_break()',
    );
    on('2026-12-03', 0);
    const round = await tick({ api });
    expect(round.failed).toBe(1);
    expect(await silences(well)).toHaveLength(1);
    expect(await silences(ill)).toEqual([]);
    expect(await dossierStep(ill)).toBe(1);
    await sql('DROP TRIGGER test_break ON silence_record');
    await sql('DROP FUNCTION test_break()');
    on('2026-12-03', 0, 2);
    expect((await tick({ api })).failed).toBe(0);
    expect(await silences(ill)).toHaveLength(1);
  });
});
const dossierStep = async (dossier: DossierDriver) => (await dossier.seen()).step;
