import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type AlarmRound, ClockAlarms, ConditionAlarms } from '#casework';
import { UnitOfWork } from '#database';
import { type Call, callInto, type HttpAnswer } from '#demo';
import { loadLawToRun } from '#dossiers';
import { DEMO_AUTHORITY } from '#identity';
import { canonicalJson, civilDateOf, systemActor } from '#kernel';
import { ImportRuns } from '#projects';
import { createApp } from '../../apps/api/src/create-app.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { type TestApi } from './api.js';
import { type ApiClient } from './api-client.js';

const SYSTEM = systemActor(DEMO_AUTHORITY.id);

/** Several API and worker processes' worth of applications on one database: they share what lies there and nothing else. */
export interface Office {
  apis: readonly [NestFastifyApplication, NestFastifyApplication];
  workers: readonly INestApplicationContext[];
  /** The same person signed in at both APIs, one client each. */
  both: (email: string) => Promise<[ApiClient, ApiClient]>;
  /** One round of so many workers (all of them) at the same time, as the clock strikes. */
  strike: (count?: number) => Promise<AlarmRound[]>;
  /** Every worker looks for lists until none waits. */
  bringIn: () => Promise<void>;
  close: () => Promise<void>;
}

export async function openOffice(api: TestApi, workerCount = 3): Promise<Office> {
  const second = await createApp(api.config, { clock: api.clock });
  const packs = await loadLawToRun(api.config, civilDateOf(api.clock.now()));
  const workers = await Promise.all(
    Array.from({ length: workerCount }, () =>
      NestFactory.createApplicationContext(WorkerModule.register(api.config, packs, api.clock), {
        logger: false,
        abortOnError: false,
      }),
    ),
  );
  return {
    apis: [api.app, second],
    workers,
    both: async (email) => {
      const first = await api.login(email);
      return [first, first.at(second)];
    },
    strike: (count = workers.length) => Promise.all(workers.slice(0, count).map(tickOf)),
    bringIn: async () => {
      await Promise.all(workers.map(importsOf));
    },
    close: async () => {
      for (const app of [second, ...workers]) await app.close();
    },
  };
}

async function tickOf(worker: INestApplicationContext): Promise<AlarmRound> {
  const round = await worker.get(ClockAlarms).tick(DEMO_AUTHORITY.id);
  await worker.get(ConditionAlarms).tick(DEMO_AUTHORITY.id);
  return round;
}

async function importsOf(worker: INestApplicationContext): Promise<void> {
  const runs = new ImportRuns(worker.get(UnitOfWork));
  while (await runs.turn(SYSTEM));
}

type Answers = [HttpAnswer, ...HttpAnswer[]];

const CONFLICTS = [409, 412];
/** What a problem document says of its own request. */
const OF_THE_REQUEST = ['requestId', 'instance'];

/**
 * Delivers every request that changes something more than once at the same time, at both APIs: twice with the same key,
 * and where it names a revision also without a key. Exactly one has an effect: the deliveries of the key are answered
 * alike, everybody else is told who was faster and when. What does not hold is reported.
 */
export function deliveredTwice({ apis }: Office, report: (what: string) => void): Call {
  const [first, second] = apis.map(callInto) as [Call, Call];
  return async (request) => {
    if (request.method === 'GET' || request.path.startsWith('/api/v1/auth/')) return first(request);
    const { 'idempotency-key': key, 'if-match': revision, ...headers } = request.headers;
    const keyless = { ...request, headers: { ...headers, ...(revision && { 'if-match': revision }) } };
    const keyed = request.method === 'POST' && key !== undefined;
    const answers: Answers = await Promise.all([
      first(request),
      ...(keyed ? [second(request)] : []),
      ...(revision !== undefined ? [second(keyless)] : []),
    ]);
    for (const fault of faultsOf(answers, keyed)) report(`${request.method} ${request.path}: ${fault}`);
    return winnerOf(answers);
  };
}

const winnerOf = (answers: Answers): HttpAnswer => answers.find(({ status }) => status < 300) ?? answers[0];

function faultsOf(answers: Answers, keyed: boolean): string[] {
  const faults: string[] = [];
  const [one, other] = answers;
  if (keyed && other && textOf(one) !== textOf(other))
    faults.push(`the same delivery was answered ${textOf(one)} and ${textOf(other)}`);
  const won = new Set(answers.filter(({ status }) => status < 300).map(textOf));
  if (won.size > 1) faults.push(`${won.size} deliveries acted`);
  if (won.size === 1)
    faults.push(...answers.filter(isSilentLoser).map((it) => `a loser was told ${textOf(it)}`));
  return faults;
}

/** A loser that is no conflict, or one without the winner. */
function isSilentLoser({ status, body }: HttpAnswer): boolean {
  if (status < 300) return false;
  const told = body as { changedBy?: unknown; changedAt?: unknown } | null;
  return !CONFLICTS.includes(status) || typeof told?.changedBy !== 'string' || !told.changedAt;
}

function textOf({ status, body }: HttpAnswer): string {
  const told = Object.entries(body ?? {}).filter(([name]) => !OF_THE_REQUEST.includes(name));
  return canonicalJson([status, Object.fromEntries(told)]);
}
