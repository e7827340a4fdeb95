import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ClockAlarms, ConditionAlarms } from '#casework';
import { UnitOfWork } from '#database';
import { type JourneyWorld, type RegisterWorld } from '#demo';
import { DEMO_AUTHORITY, DEMO_PASSWORD } from '#identity';
import { AdjustableClock, systemActor } from '#kernel';
import { ImportRuns } from '#projects';
import { readConfig } from '../config.js';
import { createApp } from '../create-app.js';

/** As many requests as a demonstration makes in one real minute. */
const UNLIMITED = 1_000_000;

export interface DemoApp {
  app: NestFastifyApplication;
  world: Omit<JourneyWorld & RegisterWorld, 'call'>;
}

/** The API of this environment with a clock that can be set, and what a played history needs of it but its transport. */
export async function openDemoApp(now: Date): Promise<DemoApp> {
  const clock = new AdjustableClock(now);
  const rates = {
    ...{ general: UNLIMITED, pages: UNLIMITED, signIn: UNLIMITED },
    ...{ preview: UNLIMITED, person: UNLIMITED },
  };
  const app = await createApp({ ...readConfig(), rates, demoAccounts: true, logLevel: 'silent' }, { clock });
  const [clocks, conditions] = [app.get(ClockAlarms), app.get(ConditionAlarms)];
  const eachMorning = async () => [
    await clocks.tick(DEMO_AUTHORITY.id),
    await conditions.tick(DEMO_AUTHORITY.id),
  ];
  const imports = new ImportRuns(app.get(UnitOfWork));
  const runImports = () => imports.turn(systemActor(DEMO_AUTHORITY.id));
  return { app, world: { clock, password: DEMO_PASSWORD, eachMorning, runImports } };
}
