import { type INestApplicationContext } from '@nestjs/common';
import { type Logger } from 'pino';
import { Checkpoints, VERIFICATION_JOB, VerificationRuns } from '#audit';
import { ClockAlarms, ConditionAlarms, type FailedAlarm } from '#casework';
import { loggedFault, UnitOfWork } from '#database';
import { DOCUMENT_STORE, type DocumentStore, storedHash, sweepOrphans } from '#documents';
import { expireReceipts, foldTally } from '#dossiers';
import { AUDIT_CHECKPOINT, CLOCK_TICK, DOCUMENT_SWEEP, MATCH_PROPOSALS, Polling, RecurringJobs } from '#jobs';
import { forgetLiveEvents } from '#live';
import { faultName, systemActor } from '#kernel';
import { observed } from '#observability';
import { IMPORT_JOB, ImportRuns, proposeMatchesEverywhere } from '#projects';
import { type WorkerConfig } from './config.js';
import { patient } from './worker.module.js';

/** The worker acts for every authority; each alarm carries its own. */
const NO_AUTHORITY = '00000000-0000-4000-8000-000000000000';

/** People wait for their lists and verifications: how often the worker looks whether one has come. */
const LOOK_FOR_WORK_MS = 2000;

/**
 * Starts the recurring jobs (clocks every minute, a signed checkpoint each night and at the end, the sweep of orphans and of old receipts, hourly
 * proposals of matches) and the look-out for lists to bring into the register, which are compared with the dossiers when
 * they are in, and for verifications of the whole log.
 */
export async function startWorker(
  app: INestApplicationContext,
  config: WorkerConfig,
  log: Logger,
): Promise<{ stop: () => Promise<void> }> {
  const actor = systemActor(NO_AUTHORITY);
  const unitOfWork = app.get(UnitOfWork);
  const checkpoint = () => unitOfWork.run(actor, (tx) => app.get(Checkpoints).take(tx));
  const tick = () => everyMinute(app, log);
  const sweep = async () => {
    await sweepOrphans(app.get<DocumentStore>(DOCUMENT_STORE), unitOfWork, actor, new Date());
    await unitOfWork.run(actor, expireReceipts);
  };
  const failed = (queue: string, error: unknown) =>
    log.error({ queue, code: faultName(error), ...loggedFault(error) }, 'job failed');
  const jobs = new RecurringJobs(patient(config.database), { failed });
  await jobs.start([
    { job: CLOCK_TICK, handler: tick },
    { job: AUDIT_CHECKPOINT, handler: checkpoint },
    { job: DOCUMENT_SWEEP, handler: sweep },
    { job: MATCH_PROPOSALS, handler: () => proposeMatchesEverywhere(unitOfWork) },
  ]);
  await observed({ kind: 'job', name: CLOCK_TICK.queue }, tick).catch((error: unknown) =>
    failed(CLOCK_TICK.queue, error),
  );
  const imports = importsOf(app, (error) => failed(IMPORT_JOB, error));
  imports.start();
  const verifications = verificationsOf(app, config, (error) => failed(VERIFICATION_JOB, error));
  verifications.start();
  return {
    stop: async () => {
      await Promise.all([imports.stop(), verifications.stop()]);
      await jobs.stop();
      await checkpoint().catch((error: unknown) => failed(AUDIT_CHECKPOINT.queue, error));
      await app.close();
    },
  };
}

/** Lists that people bring into the register, compared with the dossiers when they are in. */
function importsOf(app: INestApplicationContext, failed: (error: unknown) => void): Polling {
  const turn = async (stopping: () => boolean): Promise<boolean> => {
    const hasWorked = await app.get(ImportRuns).turn(systemActor(NO_AUTHORITY), stopping);
    if (hasWorked && !stopping()) await proposeMatchesEverywhere(app.get(UnitOfWork));
    return hasWorked;
  };
  return new Polling(LOOK_FOR_WORK_MS, turn, failed);
}

/** A look-out of its own: a verification may take minutes, in which lists are not to wait. */
function verificationsOf(
  app: INestApplicationContext,
  { database, storageFolder }: WorkerConfig,
  failed: (error: unknown) => void,
): Polling {
  const runs = new VerificationRuns(app.get(UnitOfWork), {
    database,
    checkpoints: app.get(Checkpoints),
    hashOf: (key) => storedHash(storageFolder, key),
  });
  const turn = (stopping: () => boolean) => runs.turn(systemActor(NO_AUTHORITY), stopping);
  return new Polling(LOOK_FOR_WORK_MS, turn, failed);
}

/**
 * Clocks and conditions whose hour has come; then the tally of dossiers is added up, and
 * what screens were told a day ago is removed. Each is done whatever became of the
 * one before. @throws the first failure, once all of them had their turn
 */
export async function everyMinute(app: INestApplicationContext, log: Logger): Promise<void> {
  const failures: unknown[] = [];
  for (const part of [fireClocks, fireConditions, fold, forget])
    await part(app, log).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

/** Figures only say how many fail: whoever has to mend it needs the dossier, and where it happened. */
const failedIn = (log: Logger) => (alarm: FailedAlarm, error: unknown) =>
  log.error({ ...alarm, ...loggedFault(error) }, 'alarm failed');

async function fireClocks(app: INestApplicationContext, log: Logger): Promise<void> {
  const round = await app.get(ClockAlarms).tick(NO_AUTHORITY, failedIn(log));
  if (round.warned + round.expired + round.failed + round.refreshed > 0) log.info(round, 'clocks');
}

async function fireConditions(app: INestApplicationContext, log: Logger): Promise<void> {
  const told = await app.get(ConditionAlarms).tick(NO_AUTHORITY, failedIn(log));
  if (told.warned + told.overdue + told.failed > 0) log.info(told, 'conditions');
}

const fold = (app: INestApplicationContext): Promise<void> =>
  app.get(UnitOfWork).run(systemActor(NO_AUTHORITY), foldTally);

const forget = async (app: INestApplicationContext): Promise<void> => {
  await app.get(UnitOfWork).run(systemActor(NO_AUTHORITY), forgetLiveEvents);
};
