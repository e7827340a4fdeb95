import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { runAs } from '../support/database.js';
import { type Chance } from './chance.js';
import { STATEMENT_SECONDS, type Installation } from './installation.js';
import { type Network } from './network.js';
import { type Report } from './report.js';

/** What befalls the installation, and everything that is there to see it. */
export interface Scene {
  place: Installation;
  network: Network;
  report: Report;
  chance: Chance;
}
type Fault = (scene: Scene) => Promise<void>;

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

export const FAULTS: Record<string, Fault> = {
  'API killed': ({ place }) => {
    place.api.kill();
    return Promise.resolve();
  },
  'worker killed': ({ place }) => {
    place.worker.kill();
    return Promise.resolve();
  },
  'PostgreSQL killed': databaseAway,
  'backend killed': async (scene) => {
    const [pid] = await backends(scene, IN_TRANSACTION);
    if (pid !== undefined) await crashed(scene, () => scene.place.killBackend(pid));
  },
  'backends terminated': async (scene) => {
    await backends(scene, 'SELECT pg_terminate_backend(pid), pid FROM pg_stat_activity WHERE usename = $1');
  },
  'connections dropped': async ({ place, chance }) => {
    for (let n = chance.between(1, 5); n > 0; n -= 1) {
      place.proxy.dropAll();
      await sleep(chance.between(5, 80));
    }
  },
  'cut before the commit': async ({ place, report }) => {
    for (let n = 0; n < 4; n += 1)
      if (await place.proxy.cutNext('before_commit', 2000)) report.count('commits that never arrived');
  },
  'cut after the commit': async ({ place, report }) => {
    for (let n = 0; n < 4; n += 1)
      if (await place.proxy.cutNext('after_commit', 2000)) report.count('commits that nobody was told of');
  },
  'silent network': async (scene) => {
    scene.place.proxy.hush();
    await sleep(SILENCE_MS);
    await namesAsDown(scene, 'database');
    scene.place.proxy.speak();
  },
  'disk full': async (scene) => {
    const { disk, pids } = scene.place;
    disk.fill(pids);
    scene.report.count(`disk filled (${disk.kind})`);
    await sleep(scene.chance.between(300, 900));
    if (disk.kind !== 'none') await namesAsDown(scene, 'storage');
    disk.free(scene.place.pids);
  },
  'worker restarted': ({ place }) => {
    place.worker.terminate();
    return Promise.resolve();
  },
  'power cut': async (scene) => {
    scene.place.api.kill();
    scene.place.worker.kill();
    scene.place.killDatabase();
    await sleep(scene.chance.between(100, 500));
    await scene.place.startDatabase();
  },
};
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
