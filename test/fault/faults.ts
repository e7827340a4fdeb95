import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { runAs } from '../support/database.js';
import { type Chance } from './chance.js';
import { CUT_AFTER } from './checks.js';
import { type Cut } from './database-proxy.js';
import { type Disk } from './disk.js';
import { STATEMENT_SECONDS, type Installation } from './installation.js';
import { type Network, UNANSWERED } from './network.js';
import { type Report } from './report.js';
import { moment, strikeWork, strikeWrites } from './strike.js';

/** What befalls the installation, and everything that is there to see it. */
export interface Scene {
  place: Installation;
  network: Network;
  report: Report;
  chance: Chance;
}
/** Tells how many it hit: writes that waited, batches, commits, processes. None: it struck while nothing happened. */
type Fault = (scene: Scene) => Promise<number>;

/** Longer than a statement may take on a silent network. */
const SILENCE_MS = (STATEMENT_SECONDS + 3) * 1000;

const ready = (network: Network) =>
  network.send({ method: 'GET', url: '/health/ready', headers: {} }).then((reply) => ({
    status: reply?.statusCode ?? 0,
    down: downIn(reply?.body),
  }));
const downIn = (body = '{}'): string[] =>
  ((JSON.parse(body) as { dependencies?: { name: string; state: string }[] }).dependencies ?? [])
    .filter(({ state }) => state === 'down')
    .map(({ name }) => name);

/** For so long readiness says what it found last. */
const REMEMBERED_MS = 1100;

/** While something is away, readiness says so by name. */
async function namesAsDown({ network, report }: Scene, name: string): Promise<void> {
  await sleep(REMEMBERED_MS);
  const { status, down } = await ready(network);
  if (status === 0) return;
  if (status !== 503 || !down.includes(name))
    report.violate(`readiness does not name ${name}: ${status} ${down.join()}`);
}

async function databaseAway(scene: Scene): Promise<void> {
  const { place, chance } = scene;
  place.killDatabase();
  await sleep(chance.between(50, 300));
  await namesAsDown(scene, 'database');
  await sleep(chance.between(0, 600));
  await place.startDatabase();
}

/** Waits until PostgreSQL has ended all that served anybody: on a busy machine it answers for a while as if nothing were. */
async function crashed({ place }: Scene, kill: () => void): Promise<void> {
  const { host, port, user, password, database } = place.direct.superuser;
  const witness = new pg.Client({ host, port, user, password, database });
  const ended = new Promise((resolve) => witness.once('end', resolve));
  witness.on('error', () => undefined);
  await witness.connect();
  kill();
  await ended;
}

async function backends({ place }: Scene, sql: string): Promise<number[]> {
  const rows = await runAs(place.direct.superuser, sql, ['techgate_app']).catch(() => []);
  return rows.map(({ pid }) => Number(pid));
}
const IN_TRANSACTION = `SELECT pid FROM pg_stat_activity WHERE usename = $1 ORDER BY xact_start NULLS LAST`;
const TERMINATE = 'SELECT pg_terminate_backend(pid), pid FROM pg_stat_activity WHERE usename = $1';

/** What an upload is told on a full disk. */
const NO_ROOM = 'answered 503 storage_unavailable';

async function diskFull(scene: Scene): Promise<number> {
  const { place, report } = scene;
  const before = report.of(NO_ROOM);
  place.disk.fill(place.pids);
  report.count(`disk filled (${place.disk.kind})`);
  await moment(() => report.of(NO_ROOM) > before);
  await namesAsDown(scene, 'storage');
  place.disk.free(place.pids);
  return report.of(NO_ROOM) - before;
}

/** Of the commits that were cut, those that somebody waited for: the worker commits, too, and signing in does. */
async function cutCommits({ place, report }: Scene, cut: Cut): Promise<number> {
  const before = report.of(UNANSWERED);
  for (let n = 0; n < CUTS; n += 1)
    if (await place.proxy.cutNext(cut, 2000)) report.count(`commits cut (${cut})`);
  await sleep(TOLD_WITHIN_MS);
  return report.of(UNANSWERED) - before;
}
const CUTS = 4;
const TOLD_WITHIN_MS = 200;

async function dropConnections({ place, chance }: Scene): Promise<void> {
  for (let n = chance.between(1, 5); n > 0; n -= 1) {
    place.proxy.dropAll();
    await sleep(chance.between(5, 80));
  }
}

async function silence(scene: Scene): Promise<void> {
  scene.place.proxy.hush();
  await sleep(SILENCE_MS);
  await namesAsDown(scene, 'database');
  scene.place.proxy.speak();
}

async function powerCut({ place, chance }: Scene): Promise<void> {
  place.api.kill();
  place.worker.kill();
  place.killDatabase();
  await sleep(chance.between(100, 500));
  await place.startDatabase();
}

/** Played before all others, so that a short run has them all. */
const FIRST: Record<string, Fault> = {
  'API killed': ({ place, network }) => strikeWrites(network, () => place.api.kill()),
  'worker killed': ({ place }) => strikeWork(place, () => place.worker.kill()),
  'PostgreSQL killed': (scene) => strikeWrites(scene.network, () => databaseAway(scene)),
  'disk full': diskFull,
  'cut before the commit': (scene) => cutCommits(scene, 'before_commit'),
  [CUT_AFTER]: (scene) => cutCommits(scene, 'after_commit'),
};
const OTHERS: Record<string, Fault> = {
  'backend killed': (scene) =>
    strikeWrites(scene.network, async () => {
      const [pid] = await backends(scene, IN_TRANSACTION);
      if (pid !== undefined) await crashed(scene, () => scene.place.killBackend(pid));
    }),
  'backends terminated': (scene) => strikeWrites(scene.network, () => backends(scene, TERMINATE)),
  'connections dropped': (scene) => strikeWrites(scene.network, () => dropConnections(scene)),
  'silent network': (scene) => strikeWrites(scene.network, () => silence(scene)),
  'worker restarted': ({ place }) => strikeWork(place, () => place.worker.terminate()),
  'power cut': (scene) => strikeWrites(scene.network, () => powerCut(scene)),
};
const FAULTS = { ...FIRST, ...OTHERS };
const TRIES = 5;

/**
 * Every fault once before any comes again, the first ones first, in an order that chance decides; without a full disk
 * where there is none that can be filled.
 */
export function* faultsInTurn(chance: Chance, { kind }: Disk): Generator<string, never> {
  const possible = (faults: Record<string, Fault>) =>
    Object.keys(faults).filter((name) => name !== 'disk full' || kind !== 'none');
  yield* chance.shuffled(possible(FIRST));
  yield* chance.shuffled(possible(OTHERS));
  for (;;) yield* chance.shuffled(possible(FAULTS));
}

/** Lets a fault strike until it hit something; that it hits nothing for so long is a violation. */
export async function befall(scene: Scene, name: string): Promise<void> {
  const { report, network } = scene;
  let hits = 0;
  network.fault = name;
  for (let tries = 0; hits === 0 && tries < TRIES; tries += 1) {
    if (tries > 0) await untilReady(scene);
    hits = (await FAULTS[name]?.(scene)) ?? 0;
  }
  report.count(`fault: ${name}`);
  report.count(`hit: ${name}`, hits);
  if (hits === 0) report.violate(`${name}: hit nothing`);
}

const READY_WITHIN_MS = 45_000;

/** Waits until the API says that it is ready, with nobody helping. */
export async function untilReady({ network, report }: Scene): Promise<void> {
  const begun = Date.now();
  for (; Date.now() < begun + READY_WITHIN_MS; await sleep(100)) {
    if ((await ready(network)).status !== 200) continue;
    report.count('milliseconds until ready, in all', Date.now() - begun);
    return;
  }
  report.violate(`not ready again within ${READY_WITHIN_MS} ms`);
}
