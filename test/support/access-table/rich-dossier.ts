import { randomUUID } from 'node:crypto';
import { demoOrganisation } from '#identity';
import { act, type Act, command } from '../sequences/acts.js';
import { type CaseView, viewOf } from '../sequences/case-view.js';
import { sendAct } from '../sequences/send-act.js';
import { type Records, recordsOf, writeRecords } from '../sequences/records.js';
import { copyOf, stageOf } from '../sequences/stages.js';
import { ask, choose, draftOf, issue, opinion, straightWay } from '../sequences/straight-way.js';
import { drafted, LISTED_FACTS } from '../sequences/variants.js';
import { idOf, type World } from '../sequences/world.js';
import { type CouncilSeat } from '#contracts';

const SEATS: Record<string, CouncilSeat> = {
  chuyengia1: 'chair',
  chuyengia2: 'vice_chair',
  chuyengia4: 'reviewer',
  chuyengia5: 'reviewer',
  chuyengia6: 'member',
  thuky: 'secretary',
};
const MOOD = {
  outcome: 'agree',
  form: 'in_house',
  match: 'confirmed',
  earlier: 'replace',
  nerve: 'proper',
} as const;

type Step = (view: CaseView) => Act | null;
const declaring =
  (name: string): Step =>
  (view) => {
    const open = view.records.assignment.find(
      ({ assignee_id, state }) => assignee_id === idOf(name) && state === 'invited',
    );
    return act(name, 'declare', `/api/v1/assignments/${String(open?.['id'])}/declaration`, {
      conflict: false,
    });
  };
const straight: Step = (view) => straightWay(view, MOOD, '2026-07-15');
const expert =
  (name: string): Step =>
  () =>
    command('truongphong1', 'assign', { assigneeId: idOf(name), kind: 'expert' });
const sessionOf = (view: CaseView): string => String(view.records.council_session[0]?.['id']);
const issued =
  (kind: string): Step =>
  (view) => {
    const letter = draftOf(view, kind);
    return letter ? issue(view, letter) : null;
  };

/** Everything that a route could speak of lies in one dossier: it is under review and a council sits. */
const STEPS: readonly Step[] = [
  straight, // submitted
  straight, // accepted
  straight, // assigned
  straight, // declared
  straight, // screened
  issued('receipt'),
  (view) =>
    act('chuyenvien1', 'overturn', '/overturns', {
      findingKey: view.screening?.findings.find(({ ruleId }) => ruleId.startsWith('U-'))?.key,
      reason: 'Chứng thư mới.',
      documentId: view.documents[0],
    }),
  straight, // a prohibited match, which waits for a second person
  (view) => opinion(view, 'chuyenvien1', MOOD),
  (view) => opinion(view, 'chuyenvien1', MOOD),
  (view) => ask(view, 'agency', 'environment', '2026-07-15'),
  issued('consultation_request'),
  expert('chuyengia3'),
  declaring('chuyengia3'),
  expert('chuyengia7'),
  (view) => choose(view, 'council'),
  () =>
    act('truongphong1', 'establish council', '/council', {
      members: Object.entries(SEATS).map(([name, seat]) => ({ userId: idOf(name), seat })),
    }),
  issued('council_decision'),
  ...Object.keys(SEATS).map(declaring),
  ...Object.keys(SEATS)
    .filter((name) => name !== 'thuky')
    .flatMap((name): Step[] => [(view) => opinion(view, name, MOOD), (view) => opinion(view, name, MOOD)]),
  () => act('thuky', 'open session', '/council/sessions', { mode: 'meeting', place: 'Phòng họp 2' }),
  (view) =>
    act('thuky', 'record presence', `/council/sessions/${sessionOf(view)}/presence`, {
      presence: view.records.council_member.map(({ id }) => ({ memberId: id, presence: 'present' })),
    }),
  (view) =>
    act('thuky', 'put motion', `/council/sessions/${sessionOf(view)}/motions`, {
      kind: 'procedural',
      text: 'Đo kiểm.',
    }),
  () => act('phogiamdoc', 'declare conflict', '/conflict', { reason: 'Người thân góp vốn.' }),
];

export interface RichDossiers {
  open: Records;
  draft: Records;
  closed: Records;
}
const idIn = (records: Records): string => String(records.dossier[0]?.['id']);

/** The same dossier in another status, with a condition of its approval and an issued decision where it is closed. */
async function inStatus(world: World, records: Records, status: 'draft' | 'approved'): Promise<Records> {
  const id = await copyOf(world.sql, {
    variant: 'rich',
    depth: status,
    owner: 'gom',
    records: { ...records, dossier: records.dossier.map((row) => ({ ...row, status })) },
  });
  if (status === 'approved')
    await writeRecords(world.sql, {
      ...emptyOf(records),
      condition_task: [
        {
          id: randomUUID(),
          dossier_id: id,
          round: 1,
          number: 1,
          what: 'Thay máy.',
          deadline_on: '2026-12-31',
          proof: 'Chứng thư',
          responsible: 'Chủ đầu tư',
          cures: [],
          state: 'open',
          revision: 1,
          imposed_on: '2026-07-15',
        },
      ],
    });
  return recordsOf(world.sql, id);
}
const emptyOf = (records: Records): Records =>
  Object.fromEntries(Object.keys(records).map((name) => [name, []])) as unknown as Records;

/** Builds the open dossier through the API, and a draft and a closed one from it. */
export async function richDossiers(world: World): Promise<RichDossiers> {
  const start = drafted(
    'gom',
    { procedureId: 'opinion', requesterOrgId: demoOrganisation('finance').id },
    LISTED_FACTS,
  );
  const { id } = await start(world, new Map());
  for (const step of STEPS) {
    const view = viewOf(await recordsOf(world.sql, id));
    const next = step(view);
    if (!next) throw new Error('a step has nothing to do');
    const told = await sendAct(world, id, { act: next, revision: view.revision });
    if (told.status >= 300) throw new Error(`${next.who} ${next.name}: ${JSON.stringify(told.body)}`);
  }
  const { records } = await stageOf(world.sql, id, { variant: 'rich', depth: 'open', owner: 'gom' });
  return {
    open: records,
    draft: await inStatus(world, records, 'draft'),
    closed: await inStatus(world, records, 'approved'),
  };
}
export { idIn };
