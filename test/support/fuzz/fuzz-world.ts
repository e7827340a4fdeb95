import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClockAlarms, ConditionAlarms } from '#casework';
import { UnitOfWork } from '#database';
import { callInto, readJourneys, runJourneys } from '#demo';
import { DEMO_AUTHORITY, DEMO_PASSWORD, DEMO_PEOPLE } from '#identity';
import { type CivilDate, civilDate, instantAt, systemActor } from '#kernel';
import { ImportRuns } from '#projects';
import { type TestApi } from '../api.js';
import { aDossier, CLEAN_FACTS, OLD_MACHINE_FACTS } from '../dossier-builder.js';
import { emailOf } from '../dossier-driver.js';
import { HEADER, ImportSteps } from '../import-steps.js';
import { xlsxFile } from '../xlsx-builder.js';
import { type Chance } from './chance.js';
import { type Caller, type ComposerWorld, type FormSource } from './composer.js';
import { type Contract, type Operation } from './contract.js';
import { type Pool } from './pool.js';
import { record } from './recorder.js';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures');
const TODAY: CivilDate = civilDate('2026-11-23');
/** Histories that leave something open: a draft, a council in session, a determination that waits … */
const OPEN = join(FIXTURES, 'dossiers', 'open');

const file = (name: string) => readFileSync(join(FIXTURES, 'files', name));
const PAPERS: readonly [string, string][] = [
  ['letter.pdf', 'application/pdf'],
  ['photo.png', 'image/png'],
  ['machines.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
];
const list = (chance: Chance) =>
  xlsxFile([
    {
      name: 'Danh sách',
      rows: [
        HEADER,
        ...Array.from({ length: 4 }, () => {
          const number = chance.whole(1, 10_000);
          return [`Nhà máy ${number}`, `Công ty ${number}`, null, 12.5, '05/07/2026'];
        }),
      ],
    },
  ]);
const FORMS: Readonly<Record<string, FormSource>> = {
  'POST /api/v1/dossiers/{id}/documents': {
    fields: (chance) => ({ kind: chance.pick(['paper', 'evidence', 'supplement', 'request_letter']) }),
    file: (chance) => {
      const [name, type] = chance.pick(PAPERS);
      return { name, type, content: file(name) };
    },
  },
  'POST /api/v1/projects/imports': {
    fields: () => ({}),
    file: (chance) => ({
      name: 'ds.xlsx',
      type: 'application/octet-stream',
      content: Buffer.from(list(chance)),
    }),
  },
};
const FACTS = [CLEAN_FACTS, OLD_MACHINE_FACTS, ...allFacts()];
function allFacts(): unknown[] {
  const journeys = readJourneys(join(FIXTURES, 'dossiers'), TODAY);
  const found: unknown[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('project' in value && ('lines' in value || 'equipment' in value)) found.push(value);
    Object.values(value).forEach(look);
  };
  look(journeys);
  return found;
}

/** People whose rows no request may change, or their tokens would end. */
const OURS = new Set(DEMO_PEOPLE.map(({ id }) => id));
const spared = ({ path, method }: Operation, id: string) =>
  path.startsWith('/api/v1/users/') && method !== 'GET' && OURS.has(id);

/** Listens to everything that is sent into the application, and keeps what went well. */
function listen({ app }: TestApi, contract: Contract, pool: Pool): () => void {
  const adapter = app.getHttpAdapter() as unknown as object & { inject: (options: never) => unknown };
  const inject = adapter.inject.bind(adapter) as (
    options: never,
  ) => Promise<{ statusCode: number; payload: string }>;
  const listening = async (options: Parameters<typeof inject>[0]) => {
    const { method, url, headers, payload } = options as {
      method: string;
      url: string;
      headers: Record<string, string>;
      payload?: unknown;
    };
    const answer = await inject(options);
    const body = jsonOf(answer.payload);
    const person = personOf(headers['authorization'] ?? '');
    record(contract, pool, {
      method,
      url,
      person,
      payload: typeof payload === 'string' ? jsonOf(payload) : undefined,
      status: answer.statusCode,
      body,
    });
    return answer;
  };
  Object.assign(adapter, { inject: listening });
  return () => Object.assign(adapter, { inject });
}
function jsonOf(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
function personOf(authorization: string): string {
  const claims = authorization.split('.')[1];
  if (claims === undefined) return '';
  const { sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub: string };
  return DEMO_PEOPLE.find(({ id }) => id === sub)?.email ?? '';
}

/** Dossiers of every kind and state, projects and lists, made through the API; what was sent is remembered in the pool. */
export async function buildWorld(api: TestApi, contract: Contract, pool: Pool): Promise<ComposerWorld> {
  const silence = listen(api, contract, pool);
  const [clocks, conditions] = [api.app.get(ClockAlarms), api.app.get(ConditionAlarms)];
  const eachMorning = async () => [
    await clocks.tick(DEMO_AUTHORITY.id),
    await conditions.tick(DEMO_AUTHORITY.id),
  ];
  await runJourneys(readJourneys(OPEN, TODAY), {
    call: callInto(api.app),
    clock: api.clock,
    password: DEMO_PASSWORD,
    eachMorning,
  });
  api.clock.set(instantAt(TODAY, 10));
  await openDossiers(api);
  await fillRegister(api);
  const callers = await signIn(api);
  silence();
  return {
    callers,
    anonymous: { name: '', roles: [], headers: {} },
    facts: FACTS,
    today: TODAY,
    forms: FORMS,
    spared,
  };
}

async function openDossiers(api: TestApi): Promise<void> {
  await aDossier(api).withFacts(OLD_MACHINE_FACTS).underReview().open();
  await aDossier(api).examined().open();
  await aDossier(api).endorsed().open();
  await aDossier(api).issued().open();
}

async function fillRegister(api: TestApi): Promise<void> {
  const clerk = await api.login(emailOf('motcua1'));
  const steps = new ImportSteps(api, clerk);
  const id = await steps.previewed([['Xi măng Đá Bạc', 'Công ty Xi măng Đá Bạc', null, 12.5, '05/07/2026']]);
  await steps.post(id, 'run', {});
  await new ImportRuns(api.app.get(UnitOfWork)).turn(systemActor(DEMO_AUTHORITY.id));
  await steps.previewed([['Gạch Hồng Lam', 'Công ty Gạch', null, 2, '05/07/2026']]);
  await clerk.get('/api/v1/projects');
}

async function signIn(api: TestApi): Promise<Caller[]> {
  const callers: Caller[] = [];
  for (const [index, { email, roles }] of DEMO_PEOPLE.entries()) {
    const credentials = { email, password: DEMO_PASSWORD };
    if (index % 5 !== 4) {
      const { body } = await api.anonymous.post<{ accessToken: string }>('/api/v1/auth/login', credentials);
      callers.push({ name: email, roles, headers: { authorization: `Bearer ${body.accessToken}` } });
      continue;
    }
    const { body, headers } = await api.anonymous.post<{ csrfToken: string }>(
      '/api/v1/auth/session',
      credentials,
    );
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    callers.push({ name: email, roles, headers: { cookie, 'x-csrf-token': body.csrfToken } });
  }
  return callers;
}
