import fc from 'fast-check';
import { type Act } from './acts.js';
import { newestOf, viewOf } from './case-view.js';
import { chainOracle } from './oracle/log.oracle.js';
import { Broken, dossierOf, isDecidedStatus, type Row } from './oracle/moment.js';
import { countedAgain } from './oracle/clock.oracle.js';
import { peopleOf } from './oracle/access.oracle.js';
import { type Game, Player } from './player.js';
import { sendAct } from './send-act.js';
import { type Records } from './records.js';
import { copyOf, type Stage, stageOf } from './stages.js';
import { type Sequence, sequences } from './steps.js';
import { draftOf, straightWay } from './straight-way.js';
import { Tally } from './tally.js';
import { type Variant, VARIANTS } from './variants.js';
import { type World } from './world.js';

/** The stages from which sequences start, and how often each is taken. */
const WEIGHTS: Record<string, number> = {
  draft: 1,
  submitted: 2,
  accepted: 2,
  under_review: 4,
  ready: 4,
  voting: 3,
  concluded: 3,
  endorsed: 4,
  decided: 2,
  issued: 5,
};

function depthOf(records: Records, next: Act | null): string {
  const view = viewOf(records);
  if (isDecidedStatus(view.status)) return draftOf(view, 'decision', 'determination') ? 'decided' : 'issued';
  if (view.status !== 'under_review') return view.status;
  return next?.name === 'conclude' ? 'ready' : next?.name === 'vote' ? 'voting' : view.status;
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
    const act = straightWay(view, variant.mood, world.today());
    const depth = depthOf(stage.records, act);
    if (!stages.some((known) => known.depth === depth)) stages.push({ ...stage, depth });
    if (depth === 'issued' || !act) break;
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

export interface Bench {
  world: World;
  stages: Stage[];
  tally: Tally;
  people: Game['people'];
  calendars: Map<unknown, Row[]>;
}
export async function prepareBench(world: World, procedures: readonly string[]): Promise<Bench> {
  const earlier = new Map<string, string>();
  const all: Stage[] = [];
  const needed = procedures.includes('reappraisal') ? ['investor'] : [];
  for (const variant of VARIANTS) {
    const wanted = procedures.includes(variant.procedure);
    if (!wanted && !needed.includes(variant.name)) continue;
    const stages = await stagesOf(world, variant, earlier);
    if (wanted) all.push(...stages);
  }
  const stages = all.flatMap((stage) => Array.from({ length: WEIGHTS[stage.depth] ?? 1 }, () => stage));
  return { world, stages, tally: new Tally(), people: await peopleOf(world), calendars: new Map() };
}

/** Plays one sequence from its start to what must hold at its end. Lines of what happened go to `script`. */
export async function playSequence(bench: Bench, sequence: Sequence, script: string[] = []): Promise<void> {
  const { world, stages, people, tally } = bench;
  const stage = stages[sequence.stage % stages.length];
  if (!stage) throw new Error('no stages');
  const id = await copyOf(world.sql, stage);
  script.push(`0. a dossier ${stage.variant}, ${stage.depth}, ${id}`);
  const mood = stage.variant === 'council' ? { ...sequence.mood, form: 'council' as const } : sequence.mood;
  try {
    const records = await new Player({ world, people, tally, script }, id, mood).play(sequence.steps);
    await atTheEnd(bench, stage, records);
    reached(tally, stage, records);
  } finally {
    await sleep(world, id);
  }
}

async function atTheEnd(bench: Bench, stage: Stage, records: Records): Promise<void> {
  const { tally, world } = bench;
  tally.add('invariant  5', 'entries of verified chains', chainOracle(records));
  tally.add('invariant  6', 'clocks counted again', countedAgain(records, await calendarOf(bench, records)));
  const newest = newestOf(records.screening);
  if (!newest || records.screening.length === stage.records.screening.length) return;
  const auditor = await world.as('thanhtra');
  const replay = await auditor.get<{ same: boolean; intact: boolean }>(
    `/api/v1/dossiers/${String(newest['dossier_id'])}/screenings/${String(newest['id'])}/replay`,
  );
  if (replay.status !== 200 || !replay.body.same || !replay.body.intact)
    throw new Broken(9, 'a screening cannot be repeated', replay.body);
  tally.checked(9, 'a screening repeated');
}

async function calendarOf({ world, calendars }: Bench, records: Records): Promise<Row[]> {
  const digest = dossierOf(records)['law_set_digest'];
  if (digest === null) return [];
  const known = calendars.get(digest);
  if (known) return known;
  const { rows } = await world.sql.query<{ calendar: Row[] }>(
    `SELECT content -> 'calendar' AS calendar FROM law_set WHERE digest = $1`,
    [digest],
  );
  const calendar = rows[0]?.calendar ?? [];
  calendars.set(digest, calendar);
  return calendar;
}

function reached(tally: Tally, stage: Stage, records: Records): void {
  tally.add('procedures', String(dossierOf(records)['procedure_id']));
  tally.add('started from', stage.depth);
  tally.add('ended as', String(dossierOf(records)['status']));
  const fresh = records.dossier_transition.slice(stage.records.dossier_transition.length);
  for (const status of new Set(fresh.map(({ to_status }) => String(to_status)))) tally.add('came to', status);
  if (fresh.some(({ command }) => command === 'reopen')) tally.add('came to', 'a later round');
}

/** How often, in a hundred sequences, something must have been there to be looked at: `group|name`, or a whole group. */
export type Coverage = Record<string, number>;
/** @throws Error with what was too thin, so that no sequence passes by doing nothing */
export function requireCoverage(tally: Tally, runs: number, least: Coverage): void {
  const thin = Object.entries(least).flatMap(([key, share]) => {
    const [group = '', name] = key.split('|');
    const seen = tally.of(group, name);
    const wanted = Math.floor((share * runs) / 100);
    return seen < wanted ? [`${key}: ${seen} of ${wanted}`] : [];
  });
  if (thin.length > 0) throw new Error(`thin coverage: ${thin.join('; ')}\n${tally.print()}`);
}

/** After this long a search for a shorter counterexample ends with the shortest so far. */
const LIMIT_MS = 540_000;

/** Runs generated sequences. @throws Error with the seed and a script that a person can read where an invariant breaks. */
export async function runSequences(
  bench: Bench,
  { runs, file }: { runs: number; file: string },
): Promise<void> {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
  const path = process.env['COUNTEREXAMPLE'];
  const property = fc.asyncProperty(sequences, (sequence) => playSequence(bench, sequence));
  const outcome = await fc.check(property, {
    numRuns: runs,
    seed,
    ...(path ? { path } : {}),
    endOnFailure: path !== undefined || process.env['SHRINK'] === '0',
    interruptAfterTimeLimit: LIMIT_MS,
  });
  if (!outcome.failed || !outcome.counterexample) return;
  const script: string[] = [];
  const error = await playSequence(bench, outcome.counterexample[0], script).catch(
    (caught: unknown) => caught,
  );
  throw new Error(
    [
      String(error instanceof Error ? error.message : outcome.errorInstance),
      ...script,
      `again: SEED=${seed} COUNTEREXAMPLE=${outcome.counterexamplePath ?? ''} npm run jest -- --selectProjects integration ${file}`,
      bench.tally.print(),
    ].join('\n'),
  );
}
