// Plays the demonstration's histories into an installation that has no dossier yet, through the API's own HTTP stack
// and on a clock of its own. Meant to run before the worker, whose clock is the real one.
import { join, resolve } from 'node:path';
import { callInto, loadDemoDossiers } from '#demo';
import { civilDateOf } from '#kernel';
import { openDemoApp } from './demo-app.js';

const folder = resolve(process.argv[2] ?? join('test', 'fixtures', 'dossiers'));
const begun = performance.now();
const { app, world } = await openDemoApp(new Date());
const runs = await loadDemoDossiers(
  { folder, today: civilDateOf(new Date()) },
  { ...world, call: callInto(app) },
);
await app.close();
for (const { journey, failures } of runs)
  for (const failure of failures) process.stderr.write(`${journey.id}: ${failure}\n`);
if (runs.length > 0) {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`Loaded ${runs.length} demonstration dossiers in ${seconds} s.\n`);
}
process.exit(0);
