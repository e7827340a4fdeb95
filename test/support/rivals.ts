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
import { runAs } from './database.js';
import { type Person } from './sequences/oracle/moment.js';
import { namesFor } from './sequences/rival-pair.js';

const SYSTEM = systemActor(DEMO_AUTHORITY.id);

/** Several API and worker processes' worth of applications on one database: they share what lies there and nothing else. */
export interface Office {
  apis: readonly [NestFastifyApplication, NestFastifyApplication];
  workers: readonly INestApplicationContext[];
  /** The same person signed in at both APIs, one client each. */
  both: (email: string) => Promise<[ApiClient, ApiClient]>;
  /** One round of so many workers (all of them) at the same time, as the clock strikes. */
  strike: (count?: number) => Promise<AlarmRound[]>;
  /** Name and roles of somebody by the id, if the last thing that the log has of a chain is an act of theirs at this instant. */
  actOf: (id: string, at: string) => Promise<Pick<Person, 'displayName' | 'roles'> | null>;
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
    actOf: async (id, at) => {
      const [row] = await runAs(api.db.superuser, ACT, [id, at]);
      return (row as Pick<Person, 'displayName' | 'roles'> | undefined) ?? null;
    },
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
 * alike, everybody else is told who was faster and when, as the log has it. What does not hold is reported.
 */
export function deliveredTwice({ apis, actOf }: Office, report: (what: string) => void): Call {
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
    const faults = [...faultsOf(answers, keyed), ...(await untold(answers, request.headers, actOf))];
    for (const fault of faults) report(`${request.method} ${request.path}: ${fault}`);
    return winnerOf(answers);
  };
}

const winnerOf = (answers: Answers): HttpAnswer => answers.find(({ status }) => status < 300) ?? answers[0];
const losersOf = (answers: Answers): HttpAnswer[] => {
  const losers = answers.filter(({ status }) => status >= 300);
  return losers.length < answers.length ? losers : [];
};

function faultsOf(answers: Answers, keyed: boolean): string[] {
  const faults: string[] = [];
  const [one, other] = answers;
  if (keyed && other && textOf(one) !== textOf(other))
    faults.push(`the same delivery was answered ${textOf(one)} and ${textOf(other)}`);
  const won = new Set(answers.filter(({ status }) => status < 300).map(textOf));
  if (won.size > 1) faults.push(`${won.size} deliveries acted`);
  return faults;
}

/** Losers that are told of no conflict, or of another winner or instant than the log has. Rivals are one person here. */
async function untold(
  answers: Answers,
  headers: Readonly<Record<string, string>>,
  actOf: Office['actOf'],
): Promise<string[]> {
  const faults: string[] = [];
  for (const loser of losersOf(answers)) {
    const { changedBy, changedAt } = (loser.body ?? {}) as { changedBy?: string; changedAt?: string };
    const winner = changedAt === undefined ? null : await actOf(personIn(headers), changedAt);
    const isTold = winner !== null && changedBy !== undefined && namesFor(winner, winner).includes(changedBy);
    if (!CONFLICTS.includes(loser.status) || !isTold) faults.push(`a loser was told ${textOf(loser)}`);
  }
  return faults;
}

/** The id of whoever carries this token. */
function personIn({ authorization = '' }: Readonly<Record<string, string>>): string {
  const claims = Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString('utf8');
  return (JSON.parse(claims) as { sub: string }).sub;
}

/** Whoever did the last thing of a chain at an instant. */
const ACT = `SELECT u.display_name AS "displayName", array(SELECT role FROM user_role WHERE user_id = u.id) AS roles
  FROM app_user u JOIN audit_entry e ON e.actor_id = u.id::text AND e.outcome = 'done' AND e.at = $2
 WHERE u.id = $1 AND NOT EXISTS (SELECT 1 FROM audit_entry later WHERE later.chain_id = e.chain_id
   AND later.seq > e.seq AND later.outcome = 'done' AND later.actor_id <> e.actor_id) LIMIT 1`;

function textOf({ status, body }: HttpAnswer): string {
  const told = Object.entries(body ?? {}).filter(([name]) => !OF_THE_REQUEST.includes(name));
  return canonicalJson([status, Object.fromEntries(told)]);
}
