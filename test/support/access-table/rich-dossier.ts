import { randomUUID } from 'node:crypto';
import { demoOrganisation } from '#identity';
import { act, type Act, command } from '../sequences/acts.js';
import { type CaseView, viewOf } from '../sequences/case-view.js';
import { sendAct } from '../sequences/send-act.js';
import { type Records, recordsOf, writeRecords } from '../sequences/records.js';
import { copyOf, stageOf } from '../sequences/stages.js';
import { ask, choose, draftOf, issue, opinion, straightWay } from '../sequences/straight-way.js';
import { drafted, LISTED_FACTS, type Variant } from '../sequences/variants.js';
import { DAWN, idOf, type World } from '../sequences/world.js';
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

const consults =
  (organisation: string): Step =>
  (view) =>
    ask(view, 'agency', organisation, '2026-07-15');

const UNTIL_HEARD: readonly Step[] = [
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
  consults('environment'),
  issued('consultation_request'),
];
const UNTIL_COUNCIL: readonly Step[] = [
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

/** After the day of reply: the head closes what was asked first. */
const closes: Step = (view) =>
  act('truongphong1', 'close', `/consultations/${String(view.records.consultation[0]?.['id'])}/close`, {
    reason: 'Không có trả lời.',
  });
const AFTER_REPLY_DAY = new Date('2026-07-20T02:00:00.000Z');

const FINANCE = demoOrganisation('finance').id;
const start = (who: string, body: Record<string, unknown>): Variant['open'] =>
  drafted(who, { procedureId: 'opinion', ...body }, LISTED_FACTS);

/** Everything that a route could speak of lies in each: it is under review and a council sits. */
const KINDS = {
  /** The investor's own; naming a requester there makes it nobody else's. */
  own: {
    open: start('gom', { requesterOrgId: FINANCE }),
    steps: [...UNTIL_HEARD, ...UNTIL_COUNCIL],
    afterwards: null,
  },
  /** A letter of the finance department, entered by a clerk; one agency kept silent, the letter to another is a draft. */
  requested: {
    open: start('motcua1', {
      onBehalfOf: FINANCE,
      investorOrgId: demoOrganisation('ceramics').id,
      projectAuthority: 'province_chair',
      incoming: { number: '125/STC-TĐ', on: '2026-07-13', receivedOn: '2026-07-14' },
    }),
    steps: [...UNTIL_HEARD, consults('industry'), ...UNTIL_COUNCIL],
    afterwards: closes,
  },
} as const satisfies Record<
  string,
  { open: Variant['open']; steps: readonly Step[]; afterwards: Step | null }
>;
export type DossierKind = keyof typeof KINDS;

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

async function take(world: World, id: string, step: Step): Promise<void> {
  const view = viewOf(await recordsOf(world.sql, id));
  const next = step(view);
  if (!next) throw new Error('a step has nothing to do');
  const told = await sendAct(world, id, { act: next, revision: view.revision });
  if (told.status >= 300) throw new Error(`${next.who} ${next.name}: ${JSON.stringify(told.body)}`);
}

/** Builds the open dossier through the API, and a draft and a closed one from it. */
export async function richDossiers(world: World, kind: DossierKind = 'own'): Promise<RichDossiers> {
  const { open, steps, afterwards } = KINDS[kind];
  const { id } = await open(world, new Map());
  for (const step of steps) await take(world, id, step);
  if (afterwards) {
    world.api.clock.set(AFTER_REPLY_DAY);
    await take(world, id, afterwards);
    world.api.clock.set(DAWN);
  }
  const { records } = await stageOf(world.sql, id, { variant: 'rich', depth: 'open', owner: 'gom' });
  return {
    open: records,
    draft: await inStatus(world, records, 'draft'),
    closed: await inStatus(world, records, 'approved'),
  };
}
export { idIn };
