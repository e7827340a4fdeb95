// Plays the demonstration's histories into an installation that has no dossier yet, and fills the register of projects,
// through the API's own HTTP stack and on a clock of its own. Meant to run before the worker, whose clock is the real one.
import { join, resolve } from 'node:path';
import { callInto, loadDemoDossiers, loadRegister, readRegister } from '#demo';
import { civilDateOf } from '#kernel';
import { openDemoApp } from './demo-app.js';

const folder = resolve(process.argv[2] ?? join('test', 'fixtures', 'dossiers'));
const register = resolve(process.argv[3] ?? join('test', 'fixtures', 'projects'));
const begun = performance.now();
const now = new Date();
const { app, world } = await openDemoApp(now);
const called = { ...world, call: callInto(app) };
const runs = await loadDemoDossiers({ folder, today: civilDateOf(now) }, called);
for (const { journey, failures } of runs)
  for (const failure of failures) process.stderr.write(`${journey.id}: ${failure}\n`);
if (runs.length > 0) {
  world.clock.set(now);
  const { all } = await loadRegister(readRegister(register), called);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(
    `Loaded ${runs.length} demonstration dossiers and a register of ${all} projects in ${seconds} s.\n`,
  );
}
await app.close();
process.exit(0);
