import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isStatus, type CommandName, type Status } from '#contracts';
import { acceptanceCases, type RouteCase } from '../../support/acceptance-cases.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import {
  aDossier,
  CLEAN_FACTS,
  conclusion,
  declared,
  examine,
  OLD_MACHINE_FACTS,
} from '../../support/dossier-builder.js';
import { type DossierDriver } from '../../support/dossier-driver.js';
import { actorOf, payloadFor, takeStep } from '../../support/procedure-steps.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'routes' });
}, 60_000);
afterAll(() => api?.close());

const NOW = new Date('2026-07-15T02:00:00.000Z');
const isBlocked = ({ given }: RouteCase) => given === 'blocking finding confirmed';
const endOf = ({ commands, end }: RouteCase): Status => {
  if (isStatus(end)) return end;
  return commands.at(-1) === 'approve' ? 'approved' : 'concluded';
};

/** Gives one command of a route; the code of its refusal, or null. */
async function give(dossier: DossierDriver, route: RouteCase, command: CommandName): Promise<string | null> {
  const { status } = await dossier.seen();
  if (command === 'deadline_passed') return (await takeStep(dossier, status, command, endOf(route))) && null;
  if (command === 'conclude')
    await (route.given === 'no opinion recorded' ? dossier.checkAnnexes() : examine(dossier));
  const end = isBlocked(route) && endOf(route) === 'approved' ? 'approved' : endOf(route);
  const payload =
    command === 'conclude' && end !== 'refused'
      ? await conclusion(dossier)
      : await payloadFor(dossier, command, end);
  const answer = await dossier.send(actorOf(dossier, command), command, payload);
  if (answer.status === 200 && command === 'assign') await declared(dossier);
  return answer.status === 200 ? null : answer.body.code;
}

describe('the routes of the acceptance cases', () => {
  const routes = acceptanceCases('routes').routes.filter(({ id }) => id !== 'rt-05');
  test.each(routes.map((route) => [route.id, route.note, route] as const))(
    '%s: %s',
    async (_id, _note, route) => {
      api.clock.set(NOW);
      const dossier = await aDossier(api)
        .withFacts(isBlocked(route) ? OLD_MACHINE_FACTS : CLEAN_FACTS)
        .open();
      const codes: string[] = [];
      for (const command of route.commands as CommandName[]) {
        const code = await give(dossier, route, command);
        if (code !== null) {
          codes.push(code);
          break;
        }
      }
      const expected = /^refused command: (\w+)$/.exec(route.end)?.[1];
      expect(codes).toEqual(expected ? [expected] : []);
      if (!expected) expect((await dossier.seen()).status).toBe(route.end);
    },
  );

  test('rt-05: the same person concludes and endorses', async () => {
    api.clock.set(NOW);
    const admin = await api.login('quantri@demo.techgate.vn');
    const both = {
      email: 'ca.hai@demo.techgate.vn',
      displayName: 'Người Kiêm nhiệm',
      password: 'mat-khau-rat-dai-2026',
      roles: ['appraiser', 'head'],
    };
    const person = await admin.post<{ id: string }>('/api/v1/users', both);
    expect(person.status).toBe(201);
    const login = await api.anonymous.post<{ accessToken: string }>('/api/v1/auth/login', {
      email: both.email,
      password: both.password,
    });
    const client = api.anonymous.with({ authorization: `Bearer ${login.body.accessToken}` });
    const dossier = await aDossier(api).accepted().open();
    await dossier.command('truongphong1', 'assign', { assigneeId: person.body.id, kind: 'lead' });
    const act = async (command: string, payload: unknown = {}) =>
      client.post<{ code: string; status: unknown }>(dossier.url(`/commands/${command}`), payload, {
        'if-match': `"${(await dossier.seen()).revision}"`,
      });
    const mine = await client.get<{ items: { id: string }[] }>('/api/v1/assignments');
    await client.post(`/api/v1/assignments/${mine.body.items[0]?.id}/declaration`, { conflict: false });
    expect((await act('screen')).status).toBe(200);
    const { items } = (
      await client.get<{ items: { id: string; criteria: { code: string }[] }[] }>(dossier.url('/criteria'))
    ).body;
    const criteria = items[0]?.criteria.map(({ code }) => ({ code, mark: 'achieved', remark: 'Đạt.' })) ?? [];
    const saved = await client.put<{ revision: number }>(dossier.url('/opinions/mine'), {
      revision: 0,
      criteria,
      recommendation: 'agree',
      summary: 'Đạt.',
    });
    await client.post(dossier.url('/opinions/mine/record'), { revision: saved.body.revision });
    await dossier.checkAnnexes('truongphong1');
    expect((await act('conclude', await conclusion(dossier))).status).toBe(200);
    expect((await act('endorse')).body).toMatchObject({
      code: 'four_eyes',
      status: 409,
      sameAs: 'concluder',
    });
  });
});
