import { type Act, type Bent, type Mood } from './acts.js';
import { viewOf } from './case-view.js';
import { DETOURS } from './detours.js';
import { atTheEnd, type Ending } from './ending.js';
import { dossierOf, isDecidedStatus } from './oracle/moment.js';
import { peopleOf } from './oracle/access.oracle.js';
import { forgeAll } from './forge.js';
import { type Game, Player } from './player.js';
import { sendAct } from './send-act.js';
import { type Records } from './records.js';
import { copyOf, type Stage, stageOf } from './stages.js';
import { lengthOf, type Sequence, type Step } from './steps.js';
import { draftOf, straightWay } from './straight-way.js';
import { Tally } from './tally.js';
import { tamperWithAll } from './tamper.js';
import { type Variant, VARIANTS } from './variants.js';
import { idOf, type World } from './world.js';

/** The stages from which sequences start, and how often each is taken. */
const WEIGHTS: Record<string, number> = {
  draft: 1,
  submitted: 2,
  accepted: 2,
  under_review: 4,
  stale: 8,
  undecided: 3,
  unproven: 2,
  ready: 4,
  voting: 3,
  concluded: 3,
  endorsed: 4,
  overdue: 4,
  unanswered: 6,
  consulting: 3,
  clarification_requested: 5,
  decided: 2,
  issued: 7,
};

function depthOf(records: Records, next: Act | null): string {
  const view = viewOf(records);
  if (isDecidedStatus(view.status)) return draftOf(view, 'decision', 'determination') ? 'decided' : 'issued';
  if (next?.name === 'accept evidence') return 'unproven';
  if (next?.name === 'answer consultation') return 'consulting';
  if (view.status !== 'under_review') return view.status;
  if (records.party_request.length > 0 && view.screening?.stale) return 'stale';
  if (next?.name.startsWith('match ')) return 'undecided';
  return next?.name === 'conclude' ? 'ready' : next?.name === 'vote' ? 'voting' : view.status;
}

const ASKED_IN = { supplement: 'submitted', clarification: 'under_review' } as const;
/** The straight way, but for what a variant asks its owner once. */
function nextOf(world: World, { mood, once }: Variant, records: Records): Act | null {
  const view = viewOf(records);
  const asks = once && view.status === ASKED_IN[once] && records.party_request.length === 0;
  const changes = once && view.status === 'clarification_requested' && records.facts_version.length === 1;
  const way = asks ? DETOURS[once] : changes ? DETOURS['newFacts'] : straightWay;
  return way?.(view, mood, world.today()) ?? null;
}

/** Takes one dossier its straight way through the API and keeps each stage; ends when its letter is out. */
async function stagesOf(world: World, variant: Variant, earlier: Map<string, string>): Promise<Stage[]> {
  const dossier = await variant.open(world, earlier);
  const stages: Stage[] = [];
  earlier.set(variant.name, dossier.id);
  for (let walked = 0; walked < 80; walked += 1) {
    const stage = await stageOf(world.sql, dossier.id, {
      variant: variant.name,
      depth: '',
      owner: dossier.owner,
    });
    const view = viewOf(stage.records);
    const act = nextOf(world, variant, stage.records);
    const depth = depthOf(stage.records, act);
    if (!stages.some((known) => known.depth === depth)) stages.push({ ...stage, depth });
    if (depth === 'issued' || depth === variant.until || !act) break;
    const answer = await sendAct(world, dossier.id, { act, revision: view.revision });
    if (answer.status >= 300)
      throw new Error(`${variant.name}: ${act.who} ${act.name} ${JSON.stringify([act.body, answer.body])}`);
  }
  await sleep(world, dossier.id);
  return stages;
}

/** What nobody plays any more wakes no worker, and its letters hold up no register: the next sequence begins at dawn again. */
const sleep = ({ sql }: World, id: string) =>
  sql.query(
    `BEGIN; SET LOCAL session_replication_role = replica;
     UPDATE clock_alarm SET cancelled_at = fire_at WHERE dossier_id = '${id}' AND fired_at IS NULL AND cancelled_at IS NULL;
     UPDATE condition_alarm SET cancelled_at = fire_at WHERE dossier_id = '${id}' AND fired_at IS NULL AND cancelled_at IS NULL;
     UPDATE letter SET register = translate(md5(id::text), '0123456789', 'ghijklmnop') WHERE dossier_id = '${id}'; COMMIT`,
  );

export interface Bench extends Ending {
  stages: Stage[];
  people: Game['people'];
}
/** Two people with two offices each, so that one could conclude and endorse, and another endorse and decide. */
const twoOffices = ({ sql }: World) =>
  sql.query(
    `INSERT INTO user_role (user_id, role, granted_at) VALUES ($1, 'head', now()), ($2, 'leader', now())`,
    [idOf('chuyenvien1'), idOf('truongphong1')],
  );

export async function prepareBench(world: World, procedures: readonly string[]): Promise<Bench> {
  await twoOffices(world);
  const earlier = new Map<string, string>();
  const all: Stage[] = [];
  const needed = procedures.includes('reappraisal') ? ['investor'] : [];
  for (const variant of VARIANTS) {
    const wanted = procedures.includes(variant.procedure);
    if (!wanted && !needed.includes(variant.name)) continue;
    const stages = await stagesOf(world, variant, earlier);
    if (wanted) all.push(...stages);
  }
  const late = all.flatMap((stage) => {
    const depth = NEGLECTED[stage.depth];
    return depth ? [{ ...stage, depth }] : [];
  });
  const stages = [...all, ...late].flatMap((stage) =>
    Array.from({ length: WEIGHTS[stage.depth] ?? 1 }, () => stage),
  );
  const known = { calendars: new Map(), repeated: new Map() };
  return { world, stages, tally: new Tally(), people: await peopleOf(world), ...known };
}

/** What lies endorsed for a month is decided late, and what was asked for is no longer awaited. */
const NEGLECTED: Record<string, string> = { endorsed: 'overdue', supplement_requested: 'unanswered' };
const MONTH: Step = { kind: 'days', days: 30 };

/** What is tried first where it is tempting. */
const TEMPTING: Record<string, Mood['nerve']> = {
  overdue: 'silently',
  stale: 'hurried',
  undecided: 'hurried',
  unproven: 'hurried',
  voting: 'boldly',
};
/** What is done besides where it is the moment for it: more time for an agency, proofs of conditions. */
function bentOf({ depth, records }: Stage, { bent = 'usual', outcome, nerve }: Mood): Bent {
  if (bent !== 'usual') return bent;
  if (depth === 'consulting') return 'extends';
  const owes = depth === 'issued' && records.condition_task.length > 0;
  if (depth === 'concluded' && outcome === 'disagree') return 'leaves';
  if (depth === 'clarification_requested') return 'repairs';
  return owes ? (nerve === 'proper' ? 'proves' : 'doubts') : bent;
}
/** Where a council sits it is meant to be heard. */
function moodOf(stage: Stage, { mood }: Sequence): Mood {
  const tempting = TEMPTING[stage.depth];
  const nerve = tempting !== undefined && mood.nerve === 'proper' ? tempting : mood.nerve;
  const form = stage.variant === 'council' ? 'council' : mood.form;
  return { ...mood, nerve, form, bent: bentOf(stage, mood) };
}

/** Plays one sequence from its start to what must hold at its end. Lines of what happened go to `script`. */
export async function playSequence(bench: Bench, sequence: Sequence, script: string[] = []): Promise<void> {
  const { world, stages, people, tally } = bench;
  const stage = stages[sequence.stage % stages.length];
  if (!stage) throw new Error('no stages');
  const id = await copyOf(world.sql, stage);
  script.push(`0. a dossier ${stage.variant}, ${stage.depth}, ${id}`);
  const mood = moodOf(stage, sequence);
  try {
    const records = await new Player({ world, people, tally, script }, id, mood).play(
      Object.values(NEGLECTED).includes(stage.depth) ? [MONTH, ...sequence.steps] : sequence.steps,
    );
    await atTheEnd(bench, stage, records);
    reached(tally, stage, records);
    tally.add('length', lengthOf(sequence));
  } finally {
    await sleep(world, id);
  }
}

function reached(tally: Tally, stage: Stage, records: Records): void {
  tally.add('procedures', String(dossierOf(records)['procedure_id']));
  tally.add('started from', stage.depth);
  tally.add('ended as', String(dossierOf(records)['status']));
  const before = Math.max(...stage.records.dossier_transition.map(({ step }) => Number(step)));
  const fresh = records.dossier_transition.filter(({ step }) => Number(step) > before);
  for (const status of new Set(fresh.map(({ to_status }) => String(to_status)))) tally.add('came to', status);
  if (fresh.some(({ command }) => command === 'reopen')) tally.add('came to', 'a later round');
}

/** What the database refuses and what verification finds, on one more copy; the last thing that is done with a bench. */
export async function testTheLog({ world, stages, tally }: Bench): Promise<void> {
  const stage = stages.find(({ depth }) => depth === 'under_review');
  if (!stage) throw new Error('no stage under review');
  const id = await copyOf(world.sql, stage);
  await tamperWithAll(world, id, tally);
  await forgeAll(world, id, tally);
}
