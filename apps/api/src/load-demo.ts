import { join, resolve } from 'node:path';
import { ClockAlarms } from '#casework';
import { UnitOfWork } from '#database';
import { callInto, loadDemoDossiers } from '#demo';
import { DEMO_AUTHORITY, DEMO_PASSWORD } from '#identity';
import { AdjustableClock, civilDateOf, systemActor } from '#kernel';
import { readConfig } from './config.js';
import { createApp } from './create-app.js';

// Plays the demonstration's histories into an installation that has no dossier yet, through the API's own HTTP stack
// and on a clock of its own. Meant to run before the worker, whose clock is the real one.
const folder = resolve(process.argv[2] ?? join('test', 'fixtures', 'dossiers'));
const today = civilDateOf(new Date());
const unlimited = 1_000_000;
const config = {
  ...readConfig(),
  logLevel: 'silent' as const,
  rates: { general: unlimited, signIn: unlimited, preview: unlimited },
};
const clock = new AdjustableClock(new Date());
const app = await createApp(config, { clock });
const begun = performance.now();
const none = await app
  .get(UnitOfWork)
  .read(
    systemActor(DEMO_AUTHORITY.id),
    async (tx) => (await tx.one('SELECT 1 AS yes FROM dossier LIMIT 1')) === null,
  );
const runs = none
  ? await loadDemoDossiers(
      { folder, today },
      {
        call: callInto(app),
        clock,
        password: DEMO_PASSWORD,
        eachMorning: () => app.get(ClockAlarms).tick(DEMO_AUTHORITY.id),
      },
    )
  : [];
await app.close();
for (const { journey, failures } of runs)
  for (const failure of failures) process.stderr.write(`${journey.id}: ${failure}\n`);
if (runs.length > 0) {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`Loaded ${runs.length} demonstration dossiers in ${seconds} s.\n`);
}
process.exit(0);
