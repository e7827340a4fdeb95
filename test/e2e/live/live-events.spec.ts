import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { pino } from 'pino';
import { loadLawToRun } from '#dossiers';
import { demoOrganisation } from '#identity';
import { civilDateOf } from '#kernel';
import { type Pack } from '#law';
import { createApp } from '../../../apps/api/src/create-app.js';
import { everyMinute } from '../../../apps/worker/src/start-worker.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier } from '../../support/dossier-builder.js';
import { emailOf, personId } from '../../support/dossier-driver.js';
import { EventReader } from '../../support/event-reader.js';

const SOMETHING = '0000000a-0000-4000-8000-00000000000a';
let api: TestApi;
let second: NestFastifyApplication;
let law: readonly Pack[];
const open: EventReader[] = [];
beforeAll(async () => {
  const events = { streamSeconds: 60, heartbeatSeconds: 1, perPerson: 2, total: 8 };
  api = await startTestApi({ label: 'live_events', listen: true, config: { events } });
  law = await loadLawToRun(api.config, civilDateOf(api.clock.now()));
  second = await createApp(api.config, { clock: api.clock, law });
  await second.listen(0, '127.0.0.1');
}, 60_000);
afterEach(() => {
  for (const reader of open.splice(0)) reader.close();
});
afterAll(async () => {
  await second?.close();
  await api?.close();
});

const sql = (text: string, ...values: unknown[]) => runAs(api.db.superuser, text, values);
const about = (id: string) => (data: Record<string, unknown>) => data['dossierId'] === id;
const headersOf = async (who: string) => (await api.login(emailOf(who))).sent;
async function listen(who: string, given: { at?: string; headers?: Record<string, string> } = {}) {
  const headers = { ...(await headersOf(who)), ...given.headers };
  const reader = await EventReader.open(given.at ?? api.url, headers);
  open.push(reader);
  if (reader.response.statusCode === 200) await reader.next('ready');
  return reader;
}
const atSecond = async () => ({ at: await second.getUrl() });
const kindsTold = (reader: EventReader) =>
  reader.events.filter(({ event }) => event === 'dossier').flatMap(({ data }) => data['kinds']);

describe('a stream of events', () => {
  test('begins with how to come back, whether to look anew and a cursor, and may be kept or held back by nobody', async () => {
    const reader = await listen('giamdoc');
    expect(reader.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    expect(reader.raw).toMatch(/^retry: 3000\n\nevent: ready\ndata: {"resumed":false}\nid: [\w-]{100,}\n\n/);
    const first = reader.lastEventId;
    await reader.until(() => reader.lastEventId !== first);
    expect(reader.raw).toMatch(/\n\n:\nid: [\w-]+\n\n$/);
    const head = await fetch(`${api.url}/api/v1/events`, {
      method: 'HEAD',
      headers: await headersOf('giamdoc'),
    });
    expect(head.status).toBe(200);
  });

  test('tells at one API what was done at another, with the revision and what it was', async () => {
    const dossier = await aDossier(api).submitted().open();
    const reader = await listen('giamdoc', await atSecond());
    await dossier.command('motcua1', 'accept', {});
    const told = await reader.next('dossier', about(dossier.id));
    const { revision } = await dossier.seen();
    expect(told.data).toMatchObject({
      revision,
      kinds: expect.arrayContaining(['dossier.accept']),
      at: api.clock.now().toISOString(),
    });
    expect(told.id).not.toBeNull();
  });

  test('tells news to whom they are written, and nothing of a rehearsal or a refusal', async () => {
    const dossier = await aDossier(api).open();
    const reader = await listen('motcua1');
    await dossier.send('gom', 'submit', {}, { dryRun: true });
    await dossier.send('giamdoc', 'submit');
    const submitted = dossier.command('gom', 'submit', {});
    expect((await reader.next('notification')).data).toMatchObject({ kinds: ['dossier.submit'] });
    await submitted;
    expect(kindsTold(reader)).not.toContain('command.refused');
    expect(kindsTold(reader).filter((kind) => kind === 'dossier.submit')).toHaveLength(1);
  });

  test('tells the register of projects to its readers alone', async () => {
    const [reader, other] = [await listen('giamdoc'), await listen('ximang')];
    const project = {
      name: 'Nhà máy gốm Hồng Lam',
      investorName: 'Công ty Gốm sứ Hồng Lam',
      policyDecidedOn: '2026-03-02',
    };
    const clerk = await api.login(emailOf('motcua1'));
    const made = await clerk.post<{ id: string }>('/api/v1/projects', project);
    expect({ status: made.status, body: made.body }).toMatchObject({ status: 201 });
    const told = await reader.next('project');
    expect(told.data).toMatchObject({ projectId: made.body.id, kinds: ['project.entered'] });
    expect(other.events.map(({ event }) => event)).toEqual(['ready']);
  });
});

describe('nothing leaks', () => {
  test('to a person in conflict and another organisation: not an id, not a sign at another time', async () => {
    await sql(
      `INSERT INTO user_affiliation (user_id, organisation_id, valid_from, recorded_at) VALUES ($1, $2, '2026-01-01', $3)`,
      personId('motcua2'),
      demoOrganisation('ceramics').id,
      api.clock.now(),
    );
    const dossier = await aDossier(api).open();
    const seeing = await listen('giamdoc');
    const [conflicted, other] = [await listen('motcua2'), await listen('ximang', await atSecond())];
    await dossier.command('gom', 'submit', {});
    await dossier.command('motcua1', 'accept', {});
    await seeing.next('dossier', ({ kinds }) => (kinds as string[]).includes('dossier.accept'));
    await other.until(() => other.raw.includes('\n\n:\n'));
    for (const reader of [conflicted, other]) {
      expect(reader.events.map(({ event }) => event)).toEqual(['ready']);
      expect(reader.raw).not.toContain(dossier.id);
    }
  });

  test('to whoever loses a dossier while looking: its id, once, and nothing of what happens there later', async () => {
    const dossier = await aDossier(api).submitted().open();
    const [losing, house] = [await listen('truongphong2'), await listen('giamdoc')];
    const declared = await (
      await dossier.person('truongphong2')
    ).post(dossier.url('/conflict'), {
      reason: 'Người nhà.',
    });
    expect(declared.status).toBe(200);
    expect((await losing.next('gone')).data).toEqual({ dossierId: dossier.id });
    await dossier.command('motcua1', 'accept', {});
    await house.next('dossier', ({ kinds }) => (kinds as string[]).includes('dossier.accept'));
    await losing.until(() => losing.raw.split(':\n').length > 3);
    expect(losing.events.map(({ event }) => event)).toEqual(['ready', 'gone']);
    expect(house.events.map(({ event }) => event)).not.toContain('gone');
  });

  test('to the owner: no step of the house, and no decision before its letter', async () => {
    const dossier = await aDossier(api).accepted().open();
    const [owner, house] = [await listen('gom'), await listen('giamdoc')];
    await dossier.command('chuyenvien1', 'screen', {});
    await house.next('dossier', ({ kinds }) => (kinds as string[]).includes('dossier.screen'));
    await dossier.command('gom', 'withdraw', { reason: 'Chủ đầu tư thay đổi kế hoạch.' });
    await owner.next('dossier', about(dossier.id));
    expect(kindsTold(owner)).toContain('dossier.withdraw');
    expect(kindsTold(owner)).not.toContain('dossier.screen');
  });

  test('a cursor opens for the person alone to whom it was given', async () => {
    const mine = await listen('giamdoc');
    const id = mine.lastEventId ?? '';
    mine.close();
    const other = await listen('truongphong1', { headers: { 'last-event-id': id } });
    expect((await other.next('ready')).data).toEqual({ resumed: false });
    const forged = await listen('truongphong1', { headers: { 'last-event-id': '731:740:733' } });
    expect((await forged.next('ready')).data).toEqual({ resumed: false });
  });
});

describe('nothing is lost', () => {
  test('of what commits out of order, while a reader has read past it, and without a wake-up', async () => {
    const { host, port, user, password, database } = api.db.app;
    const slow = new pg.Client({ host, port, user, password, database });
    await slow.connect();
    const dossier = await aDossier(api).submitted().open();
    const reader = await listen('giamdoc');
    await slow.query('BEGIN');
    await slow.query(
      `INSERT INTO live_event (at, topic, subject_id, kind, audience) VALUES ($1, 'dossier', $2, 'test.slow', 'open')`,
      [api.clock.now(), dossier.id],
    );
    await dossier.command('motcua1', 'accept', {});
    await reader.next('dossier', ({ kinds }) => (kinds as string[]).includes('dossier.accept'));
    const { lastEventId } = reader;
    expect(kindsTold(reader)).not.toContain('test.slow');
    await slow.query('COMMIT');
    await slow.end();
    await reader.next('dossier', ({ kinds }) => (kinds as string[]).includes('test.slow'));
    expect(kindsTold(reader).filter((kind) => kind === 'dossier.accept')).toHaveLength(1);
    const headers = { 'last-event-id': lastEventId ?? '' };
    const again = await listen('giamdoc', { ...(await atSecond()), headers });
    await again.next('dossier');
    expect(kindsTold(again)).toEqual(['test.slow']);
  });

  test('of what happened while a stream was cut: the cursor brings it, once, at any API', async () => {
    const dossier = await aDossier(api).submitted().open();
    const cut = await listen('giamdoc');
    const headers = { 'last-event-id': cut.lastEventId ?? '' };
    cut.close();
    await dossier.command('motcua1', 'accept', {});
    const again = await listen('giamdoc', { ...(await atSecond()), headers });
    expect((await again.next('ready')).data).toEqual({ resumed: true });
    await again.next('dossier', about(dossier.id));
    expect(kindsTold(again).filter((kind) => kind === 'dossier.accept')).toHaveLength(1);
  });

  test('when the connection that hears the wake-ups is lost: it comes back by itself', async () => {
    const dossier = await aDossier(api).submitted().open();
    const reader = await listen('giamdoc');
    const ears = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'techgate-live'`;
    const before = await sql(ears);
    expect(before.length).toBeGreaterThan(0);
    await sql(`SELECT pg_terminate_backend(pid) FROM (${ears}) lost`);
    await dossier.command('motcua1', 'accept', {});
    await reader.next('dossier', about(dossier.id));
    expect((await sql(ears)).map(({ pid }) => pid)).not.toEqual(before.map(({ pid }) => pid));
  });

  test('but what is too old or too much is said to be: the screen is to be fetched anew', async () => {
    const reader = await listen('giamdoc');
    const headers = { 'last-event-id': reader.lastEventId ?? '' };
    await sql(
      `INSERT INTO live_event (at, topic, subject_id, kind, audience)
       SELECT $1, 'dossier', $2, 'test.many', 'open' FROM generate_series(1, 2001)`,
      api.clock.now(),
      SOMETHING,
    );
    await sql("SELECT pg_notify('techgate_live', '')");
    await reader.next('refresh');
    reader.close();
    api.clock.advance(23 * 3_600_000);
    const late = await listen('giamdoc', { headers });
    expect((await late.next('ready')).data).toEqual({ resumed: false });
    api.clock.advance(2 * 3_600_000);
    await everyMinute(api.app, pino({ level: 'silent' }));
    expect(await sql(`SELECT count(*)::int AS n FROM live_event WHERE kind = 'test.many'`)).toEqual([
      { n: 0 },
    ]);
    await expect(sql(`UPDATE live_event SET kind = 'test.other'`)).rejects.toThrow('never changed');
  });
});

describe('a stream ends', () => {
  async function session(who: string) {
    const body = { email: emailOf(who), password: 'TechGate-demo-2026' };
    const answer = await api.anonymous.post<{ csrfToken: string }>('/api/v1/auth/session', body);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    return { cookie, csrf: answer.body.csrfToken };
  }

  test('with the session, at once; a page of this origin needs no CSRF token to open it, others do', async () => {
    const { cookie, csrf } = await session('giamdoc');
    const refused = await EventReader.open(api.url, { cookie, 'sec-fetch-site': 'cross-site' });
    await refused.until(() => refused.isOver);
    expect(refused.raw).toContain('csrf_missing');
    const reader = await EventReader.open(api.url, { cookie, 'sec-fetch-site': 'same-origin' });
    await reader.next('ready');
    await api.anonymous.delete('/api/v1/auth/session', { cookie, 'x-csrf-token': csrf });
    expect((await reader.next('end')).data).toEqual({ reason: 'session_ended' });
    await reader.until(() => reader.isOver);
  });

  test('within a minute when nobody says that the account was closed', async () => {
    const { cookie } = await session('ubnd');
    const reader = await EventReader.open(api.url, { cookie, 'sec-fetch-site': 'same-origin' });
    await reader.next('ready');
    await sql('UPDATE app_user SET active = false WHERE id = $1', personId('ubnd'));
    expect((await reader.next('end')).data).toEqual({ reason: 'session_ended' });
  });
});

describe('streams are bounded', () => {
  const refusalOf = async (reader: EventReader) => {
    await reader.until(() => reader.isOver);
    return JSON.parse(reader.raw) as object;
  };

  test('for each person', async () => {
    await listen('giamdoc');
    await listen('giamdoc');
    const third = await listen('giamdoc');
    expect(await refusalOf(third)).toMatchObject({ status: 429, code: 'too_many_event_streams' });
    expect(third.response.headers['retry-after']).toBe('30');
  });

  test('in all', async () => {
    const people = ['giamdoc', 'gom', 'ximang', 'motcua1'];
    for (const who of [...people, ...people]) await listen(who);
    expect(await refusalOf(await listen('thanhtra'))).toMatchObject({
      status: 503,
      code: 'event_streams_full',
    });
    const figures = await fetch(`${api.url}/metrics`);
    expect(await figures.text()).toContain('techgate_event_streams_open 8');
  });
});

// Last: passport keeps the strategies of the newest application of a process.
test('a stream ends with its process, which does not wait for it', async () => {
  const third = await createApp(api.config, { clock: api.clock, law });
  await third.listen(0, '127.0.0.1');
  const reader = await listen('giamdoc', { at: await third.getUrl() });
  await third.close();
  expect((await reader.next('end')).data).toEqual({ reason: 'shutdown' });
});
