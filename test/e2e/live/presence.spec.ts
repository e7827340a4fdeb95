import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf, personId } from '../../support/dossier-driver.js';
import { EventReader } from '../../support/event-reader.js';

interface Presence {
  others: { userId: string; name: string; role: string; activity: string; since: string }[];
}
let api: TestApi;
let dossier: DossierDriver;
const open: EventReader[] = [];
beforeAll(async () => {
  const events = { streamSeconds: 60, heartbeatSeconds: 20, perPerson: 9, total: 99 };
  api = await startTestApi({ label: 'presence', listen: true, config: { events } });
  dossier = await aDossier(api).accepted().open();
}, 60_000);
afterEach(() => {
  for (const reader of open.splice(0)) reader.close();
});
afterAll(() => api?.close());

const sign = async (who: string, activity = 'looking', of = dossier) =>
  (await api.login(emailOf(who))).post<Presence>(of.url('/presence'), { activity });
const leave = async (who: string) => (await api.login(emailOf(who))).delete(dossier.url('/presence'));
const othersOf = async (who: string) =>
  (await sign(who)).body.others.map(({ userId, activity }) => `${userId} ${activity}`);
async function listen(who: string) {
  const reader = await EventReader.open(api.url, (await api.login(emailOf(who))).sent);
  open.push(reader);
  await reader.next('ready');
  return reader;
}
const presenceTold = (reader: EventReader) => reader.events.filter(({ event }) => event === 'presence');

test('the house sees who of the house is there, with name, role and since when; coming and leaving is told', async () => {
  expect((await sign('chuyenvien1')).body).toEqual({ others: [], expiresInSeconds: 45 });
  const reader = await listen('giamdoc');
  expect((await sign('truongphong1', 'editing')).body.others).toEqual([
    {
      userId: personId('chuyenvien1'),
      name: 'Trịnh Hải Yến',
      role: 'appraiser',
      activity: 'looking',
      since: api.clock.now().toISOString(),
    },
  ]);
  expect((await reader.next('presence')).data).toEqual({ dossierId: dossier.id });
  expect(await othersOf('chuyenvien1')).toEqual([`${personId('truongphong1')} editing`]);
  expect((await leave('truongphong1')).status).toBe(204);
  await reader.until(() => presenceTold(reader).length === 2);
  expect((await leave('truongphong1')).status).toBe(204);
  expect(await othersOf('chuyenvien1')).toEqual([]);
  expect(presenceTold(reader)).toHaveLength(2);
});

test('neither side sees the other; nobody signs where they see nothing', async () => {
  const owner = await listen('gom');
  await sign('chuyenvien1');
  expect(await othersOf('gom')).toEqual([]);
  expect(await othersOf('chuyenvien1')).toEqual([]);
  for (const who of ['ximang', 'phoihop', 'chuyengia1']) {
    expect((await sign(who)).body).toMatchObject({ status: 404, code: 'not_found' });
    expect((await leave(who)).status).toBe(404);
  }
  expect((await sign('gom', 'sleeping')).body).toMatchObject({ status: 400, code: 'malformed_request' });
  await sign('truongphong1');
  await owner.next('presence');
  expect(presenceTold(owner)).toHaveLength(1);
});

test('who is silent for 45 seconds is gone, and that is told; a sign of life in time changes nothing', async () => {
  const watched = await aDossier(api).accepted().open();
  await sign('chuyenvien1', 'editing', watched);
  const since = api.clock.now().toISOString();
  const reader = await listen('giamdoc');
  api.clock.advance(30_000);
  await sign('chuyenvien1', 'editing', watched);
  expect((await sign('truongphong1', 'looking', watched)).body.others).toMatchObject([{ since }]);
  api.clock.advance(40_000);
  await sign('truongphong1', 'looking', watched);
  api.clock.advance(10_000);
  expect((await sign('truongphong1', 'looking', watched)).body.others).toEqual([]);
  const ofWatched = () => presenceTold(reader).filter(({ data }) => data['dossierId'] === watched.id);
  await reader.until(() => ofWatched().length === 2);
  const rows = await runAs(api.db.superuser, 'SELECT user_id FROM dossier_presence WHERE dossier_id = $1', [
    watched.id,
  ]);
  expect(rows).toEqual([{ user_id: personId('truongphong1') }]);
});
