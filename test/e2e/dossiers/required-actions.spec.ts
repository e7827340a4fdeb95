import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RequiredAction } from '#dossiers';
import { startTestApi, type TestApi } from '../../support/api.js';
import {
  aDossier,
  conclude,
  declared,
  examine,
  ITEM,
  supplementRequest,
} from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf, personId } from '../../support/dossier-driver.js';
import { runAs } from '../../support/database.js';

interface Item {
  id: string;
  actions: RequiredAction[];
}
const PEOPLE = [
  'gom',
  'ximang',
  'motcua1',
  'chuyenvien1',
  'chuyenvien2',
  'truongphong1',
  'truongphong2',
  'giamdoc',
  'thanhtra',
  'chuyengia1',
  'phoihop',
];

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'required_actions', now: new Date('2026-07-13T02:00:00.000Z') });
});
afterAll(() => api?.close());

const listed = async (who: string, query = ''): Promise<Item[]> =>
  (await (await api.login(emailOf(who))).get<{ items: Item[] }>(`/api/v1/dossiers?limit=100${query}`)).body
    .items;
const actionsOf = async (dossier: DossierDriver, who: string) =>
  (await listed(who)).find(({ id }) => id === dossier.id)?.actions;
const told = async (dossier: DossierDriver, who: string) =>
  (await actionsOf(dossier, who))?.map(({ code, who: whose }) => `${code} ${whose}`);

/** Whoever looks: banner, column and filter say the same, and the count is that of the filter. */
async function agreeForAll(): Promise<void> {
  for (const who of PEOPLE) {
    const [all, mine] = [await listed(who), await listed(who, '&action=mine')];
    const own = all
      .filter(({ actions }) => actions.some((action) => action.who === 'me'))
      .map(({ id }) => id);
    expect({ who, ids: mine.map(({ id }) => id) }).toEqual({ who, ids: own });
    const client = await api.login(emailOf(who));
    const counts = await client.get<{ action: number }>('/api/v1/dossiers/counts');
    expect({ who, action: counts.body.action }).toEqual({ who, action: own.length });
    for (const { id, actions } of all)
      expect((await client.get<Item>(`/api/v1/dossiers/${id}`)).body.actions).toEqual(actions);
  }
}

describe('what is to be done', () => {
  test('from the draft to the letter, by whom and until when', async () => {
    const dossier = await aDossier(api).open();
    expect(await actionsOf(dossier, 'gom')).toEqual([
      { code: 'submit_dossier', who: 'me', party: 'owner', dueOn: null, count: null },
    ]);
    await dossier.command('gom', 'submit', {});
    expect(await told(dossier, 'motcua1')).toEqual(['check_completeness me']);
    expect(await told(dossier, 'giamdoc')).toEqual(['check_completeness role']);
    expect(await told(dossier, 'gom')).toEqual([]);
    await agreeForAll();

    await dossier.command('motcua1', 'request_supplement', supplementRequest('2026-07-20'));
    expect(await actionsOf(dossier, 'gom')).toEqual([
      { code: 'answer_supplement_request', who: 'me', party: 'owner', dueOn: '2026-07-20', count: null },
    ]);
    expect(await told(dossier, 'motcua1')).toEqual(['issue_letter me', 'answer_supplement_request owner']);
    await dossier.command('gom', 'resubmit', { answers: ['Đã bổ sung.'] });
    await dossier.command('motcua1', 'accept', {});
    expect(await told(dossier, 'truongphong1')).toEqual(['assign_appraiser me', 'issue_letter role']);

    await dossier.command('truongphong1', 'assign', { assigneeId: personId('chuyenvien1'), kind: 'lead' });
    expect(await told(dossier, 'truongphong1')).toEqual(['declare_interest role', 'issue_letter role']);
    expect(await actionsOf(dossier, 'chuyenvien1')).toBeUndefined();
    await declared(dossier);
    expect(await told(dossier, 'chuyenvien1')).toEqual(['screen me', 'issue_letter role']);
    await agreeForAll();

    await dossier.command('chuyenvien1', 'screen', {});
    expect(await told(dossier, 'chuyenvien1')).toEqual(['record_opinion me', 'issue_letter role']);
    await examine(dossier);
    expect(await told(dossier, 'chuyenvien1')).toEqual(['conclude me', 'issue_letter role']);
    await conclude(dossier);
    expect(await told(dossier, 'truongphong1')).toEqual(['endorse me', 'issue_letter role']);
    expect(await told(dossier, 'gom')).toEqual([]);
    await dossier.command('truongphong1', 'endorse', {});
    expect(await told(dossier, 'giamdoc')).toEqual(['decide me', 'issue_letter role']);
    await dossier.command('giamdoc', 'approve', {});
    expect(await told(dossier, 'giamdoc')).toEqual(['sign_letter me', 'issue_letter role']);
    expect(await told(dossier, 'motcua1')).toEqual(['issue_letter me', 'sign_letter role']);
    await agreeForAll();
  }, 60_000);

  test('candidates are counted for the lead appraiser and told to the house, clarifications and opinions of experts asked for', async () => {
    const facts = {
      project: { name: 'Nhà máy vôi', stage: 'policy' as const, environmentalGroup: 'III' as const },
      lines: [
        {
          id: 'lime',
          name: 'Dây chuyền vôi',
          technologyName: 'sản xuất vôi công nghiệp bằng lò thủ công',
          condition: 'new' as const,
          standards: ['QCVN 01'],
        },
      ],
      papers: Array.from({ length: 18 }, (_, index) => ({ item: `D${index + 1}` })),
    };
    const dossier = await aDossier(api).withFacts(facts).underReview().open();
    const { candidates } = await dossier.findings();
    const open = new Set(candidates.map(({ lineId, list, code }) => `${lineId} ${list} ${code}`)).size;
    expect(open).toBeGreaterThan(0);
    const mine = (await actionsOf(dossier, 'chuyenvien1')) ?? [];
    expect(mine.find(({ code }) => code === 'decide_candidates')).toMatchObject({ who: 'me', count: open });
    // The house is told the same next step, without how many.
    for (const name of ['truongphong1', 'giamdoc']) {
      const [next] = (await actionsOf(dossier, name)) ?? [];
      expect(next).toMatchObject({ code: 'decide_candidates', who: 'role', count: null });
    }
    await dossier.command('truongphong1', 'assign', { assigneeId: personId('chuyengia1'), kind: 'expert' });
    expect(await told(dossier, 'truongphong1')).toContain('declare_interest role');
    await declared(dossier, 'chuyengia1');
    expect(await told(dossier, 'chuyengia1')).toEqual(['record_expert_opinion me']);
    expect(await told(dossier, 'giamdoc')).toContain('record_expert_opinion role');
    await agreeForAll();
    await dossier.command('chuyenvien1', 'request_clarification', {
      items: [ITEM],
      replyBy: '2026-07-22',
      headConsent: { headId: personId('truongphong1') },
    });
    expect(await told(dossier, 'gom')).toEqual(['answer_clarification_request me']);
    await agreeForAll();
  }, 60_000);

  test('nothing of a dossier is told or counted to somebody in conflict', async () => {
    const before = await listed('truongphong2', '&action=mine');
    const dossier = await aDossier(api).accepted().open();
    expect(await listed('truongphong2', '&action=mine')).toHaveLength(before.length + 1);
    await runAs(
      api.db.superuser,
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'recorded', 'test', now())`,
      [dossier.id, personId('truongphong2')],
    );
    expect(await listed('truongphong2', '&action=mine')).toHaveLength(before.length);
    await agreeForAll();
  });

  test('another word than mine is refused', async () => {
    const { body } = await (await api.login(emailOf('gom'))).get('/api/v1/dossiers?action=yours');
    expect(body).toMatchObject({ status: 400, code: 'list_query_invalid', parameter: 'action' });
  });
});
