// npm run test:faults: kills, cuts and fills what an installation stands on, round after round, and counts what is lost.
//   ROUNDS=200 SEED=7 VISITORS=8 npm run test:faults      SEED=random: another order of faults each time
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { runAs } from '../support/database.js';
import { seedOf } from '../support/seed.js';
import { Chance } from './chance.js';
import { Checks } from './checks.js';
import { befall, faultsInTurn, type Scene, untilReady } from './faults.js';
import { Installation } from './installation.js';
import { Ledger } from './ledger.js';
import { Network } from './network.js';
import { Report } from './report.js';
import { Visitors } from './visitors.js';

const setting = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);
const ROUNDS = setting('ROUNDS', 200);
const SEED = seedOf();
const VISITORS = setting('VISITORS', 8);
/** From so many rounds on a run waits as long as it takes. */
const LONG = 50;
const SETTLE_WITHIN_MS = 150_000;
const out = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function rounds(scene: Scene, checks: Checks): Promise<void> {
  // Of its own: how often people ask chance for something is decided by the machine.
  const names = faultsInTurn(new Chance(SEED), scene.place.disk);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const name = names.next().value;
    scene.report.round = round;
    await letTimePass(scene.place);
    await sleep(scene.chance.between(100, 900));
    await befall(scene, name);
    await untilReady(scene);
    await checks.afterRound();
    await checks.deliveredAgain(scene.network, scene.chance);
    if (process.env['VERBOSE'])
      for (const line of [`round ${round}: ${name}`, ...scene.report.fresh()]) out(line);
  }
}

/** Some warnings come due now that would come in days: the worker has something to do when it is killed. */
const letTimePass = ({ direct }: Installation) =>
  runAs(
    direct.superuser,
    `UPDATE clock_alarm SET fire_at = now() WHERE id IN (SELECT id FROM clock_alarm WHERE kind LIKE 'warning%'
       AND fired_at IS NULL AND cancelled_at IS NULL AND fire_at > now() ORDER BY random() LIMIT 5)`,
  );

/**
 * What is due is done without anybody's help. A short run does not wait for the worker's next minute: it starts anew, and
 * looks at once.
 */
async function settle({ place, report }: Scene, checks: Checks): Promise<void> {
  if (ROUNDS < LONG) place.worker.terminate();
  if (!(await checks.nothingIsDue(SETTLE_WITHIN_MS))) report.violate('jobs are still due');
}

function conclude({ place, report }: Scene, ledger: Ledger, seconds: number): void {
  for (const service of [place.api, place.worker]) {
    report.count(`starts of the ${service.name}`, service.starts);
    for (const how of service.ownEnds) report.count(`${service.name} ended by itself (${how})`);
  }
  out(report.lines().join('\n'));
  const lost = report.of('lost');
  out(
    `${ROUNDS} rounds with seed ${SEED} in ${seconds.toFixed(0)} s: ${report.sum('fault: ')} faults, ${ledger.size} acknowledged writes, ${lost} lost, ${report.violations.length} violations`,
  );
  for (const violation of report.violations.slice(0, 40)) out(`VIOLATION ${violation}`);
  if (report.violations.length > 0)
    for (const service of ['api', 'worker'])
      out(`--- ${service}.log\n${readFileSync(`${place.folder}/${service}.log`, 'utf8').slice(-4000)}`);
}

async function run(): Promise<boolean> {
  out(`seed ${SEED}`);
  const begun = performance.now();
  const place = await Installation.make();
  if (place.disk.kind === 'none') out('no disk that can be filled: neither mount nor prlimit');
  const [report, ledger, chance] = [new Report(), new Ledger(), new Chance(SEED)];
  const network = new Network(place.url, ledger, report);
  const scene: Scene = { place, network, report, chance };
  const checks = new Checks(place, ledger, report);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void place.remove().then(() => process.exit(1)));
  try {
    place.api.start();
    place.worker.start();
    await untilReady(scene);
    const visitors = new Visitors({ network, report, chance });
    visitors.start(VISITORS);
    await rounds(scene, checks);
    await visitors.stop();
    await settle(scene, checks);
    await checks.atTheEnd();
    conclude(scene, ledger, (performance.now() - begun) / 1000);
  } finally {
    await place.remove();
  }
  return report.violations.length === 0;
}

process.exitCode = (await run()) ? 0 : 1;
