import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type AssignmentNews, assignPerson, type AssignmentOrder, DeclareConflict } from '#assignments';
import { type Actor } from '#kernel';
import {
  markNotificationRead,
  markNotificationsRead,
  myNotifications,
  notifyPeople,
  recipients,
} from '#notifications';
import {
  appraisalBench,
  type AppraisalBench,
  dossierWithFacts,
  refusalOf,
  rowOf,
  SYSTEM,
} from '../../support/screened-dossier.js';
import { demoActor } from '../../support/stored-dossier.js';

const expert = demoActor('chuyengia1');
const head = demoActor('truongphong1');
let bench: AppraisalBench;
let id: string;

beforeAll(async () => {
  bench = await appraisalBench('notifications');
}, 60_000);
afterAll(() => bench.close());
beforeEach(async () => {
  id = await dossierWithFacts(bench, 'under_review');
});

const SILENT: AssignmentNews = { tell: () => Promise.resolve() };
const assign = (order: AssignmentOrder) =>
  bench.unitOfWork.run(head, async (tx) => assignPerson(tx, await rowOf(tx, id), order));
const conflicts = () => new DeclareConflict(bench.acts, SILENT);

describe('notifications', () => {
  const tell = (userIds: string[], kind = 'dossier.assign') =>
    bench.unitOfWork.run(SYSTEM, (tx) =>
      notifyPeople(tx, { dossierId: id, kind, params: { projectName: 'Nhà máy' }, userIds }),
    );
  const inbox = (actor: Actor, more = {}) =>
    bench.unitOfWork.read(actor, (tx) =>
      myNotifications(tx, { limit: 2, cursor: null, unreadOnly: false, language: 'en', ...more }),
    );

  test('audiences are the active people of the role without those in conflict', async () => {
    const of = (audience: Parameters<typeof recipients>[2]) =>
      bench.unitOfWork.run(SYSTEM, async (tx) =>
        (await recipients(tx, await rowOf(tx, id), audience)).map((person) => person.id),
      );
    expect(await of('owner')).toEqual([demoActor('gom').id]);
    expect((await of('head')).sort()).toEqual([head.id, demoActor('truongphong2').id].sort());
    await conflicts().run(head, { dossierId: id, idempotencyKey: null, dryRun: false }, { reason: 'x' });
    expect(await of('head')).toEqual([demoActor('truongphong2').id]);
    expect(await of('lead_appraiser')).toEqual([]);
    await assign({ assigneeId: expert.id, kind: 'expert' });
    expect(await of('experts')).toEqual([expert.id]);
  });
  test('pages newest first with an unread count; reading lowers it and is for the own ones', async () => {
    const reader = demoActor('motcua2');
    for (const minute of [1, 2, 3]) {
      bench.clock.advance(minute * 60_000);
      await tell([reader.id, reader.id], minute === 3 ? 'x.unknown' : 'dossier.submit');
    }
    const first = await inbox(reader);
    expect([first.items.length, first.unread, first.items[0]?.text]).toEqual([
      2,
      3,
      'There is news on the dossier "Nhà máy".',
    ]);
    const rest = await inbox(reader, { cursor: first.nextCursor });
    expect([rest.items.length, rest.nextCursor]).toEqual([1, null]);
    const newest = first.items[0]?.id ?? '';
    expect(await bench.unitOfWork.run(reader, (tx) => markNotificationRead(tx, newest))).toEqual({
      unread: 2,
    });
    expect((await inbox(reader, { unreadOnly: true, limit: 10 })).items).toHaveLength(2);
    expect((await refusalOf(bench.unitOfWork.run(head, (tx) => markNotificationRead(tx, newest)))).code).toBe(
      'not_found',
    );
    expect((await refusalOf(inbox(reader, { unreadOnly: true, cursor: first.nextCursor }))).code).toBe(
      'cursor_mismatch',
    );
  });
  test('all up to an instant are read at once, those of others and later ones are not', async () => {
    const [reader, other] = [demoActor('motcua1'), demoActor('motcua2')];
    await tell([reader.id, other.id]);
    const until = bench.clock.now();
    bench.clock.advance(60_000);
    await tell([reader.id]);
    const before = (await inbox(other)).unread;
    const read = () => bench.unitOfWork.run(reader, (tx) => markNotificationsRead(tx, until));
    expect(await read()).toEqual({ unread: 1 });
    expect(await read()).toEqual({ unread: 1 });
    const { items } = await inbox(reader, { unreadOnly: true });
    expect(items.map(({ at }) => at)).toEqual([bench.clock.now()]);
    expect((await inbox(other)).unread).toBe(before);
  });
  test('what speaks of a dossier that one may no longer see is neither shown nor counted', async () => {
    const reader = demoActor('chuyenvien3');
    await tell([reader.id]);
    expect((await inbox(reader)).unread).toBe(1);
    await conflicts().run(reader, { dossierId: id, idempotencyKey: null, dryRun: false }, { reason: 'x' });
    expect(await inbox(reader)).toEqual({ items: [], nextCursor: null, unread: 0 });
  });
  test('an invited expert reads the invitation', async () => {
    await assign({ assigneeId: expert.id, kind: 'expert' });
    await tell([expert.id]);
    expect((await inbox(expert)).items.some(({ dossierId }) => dossierId === id)).toBe(true);
  });
});
