import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { AccessLog } from '#audit';
import { COMMANDS } from '#contracts';
import { civilDate } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { PDF } from '../../support/determination.js';
import { aDossier, CLEAN_FACTS } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf } from '../../support/dossier-driver.js';
import { Chance } from '../../support/fuzz/chance.js';
import { Contract, type Operation } from '../../support/fuzz/contract.js';
import { Pool } from '../../support/fuzz/pool.js';
import { ValidValues } from '../../support/fuzz/valid-values.js';
import { steadyHeaders } from '../../support/steady-headers.js';

const MISSING = '00000009-0000-4000-8000-00000000dead';
const ANOTHER = '00000009-0000-4000-8000-00000000beef';
/** Somebody of each kind who has nothing to do with the dossier of the ceramics company. */
const STRANGERS = ['giay', 'khukinhte', 'phoihop2', 'chuyengia4'];

let api: TestApi;
let dossier: DossierDriver;
const statements: string[] = [];
const query = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown;
const contract = new Contract();
const values = new ValidValues(new Chance(7), contract, new Pool(new Chance(7)), [CLEAN_FACTS]);

beforeAll(async () => {
  api = await startTestApi({ label: 'closed_doors', config: { trustedProxies: ['loopback'] } });
  dossier = await aDossier(api)
    .and((one) => one.upload('gom', PDF))
    .underReview()
    .open();
  for (const name of STRANGERS) await dossier.person(name);
  // The reads of the preparation are noted in batches; their writing would stand among what is compared.
  await api.app.get(AccessLog).flush();
  listen();
}, 60_000);
afterAll(() => {
  Object.assign(pg.Client.prototype, { query });
  return api?.close();
});

/** Writes down every statement that leaves this process. */
function listen(): void {
  const listening = function (this: pg.Client, ...args: unknown[]): unknown {
    const [statement] = args as [string | { text: string }];
    statements.push(typeof statement === 'string' ? statement : statement.text);
    return Reflect.apply(query, this, args);
  };
  Object.assign(pg.Client.prototype, { query: listening });
}

/** Sends an honest request about a dossier; what it was answered and what the database was asked. */
async function ask(
  who: string,
  { method, path, body, multipart }: Operation,
  id: string,
  { payload, part = ANOTHER }: { payload: string; part?: string },
) {
  const url = path
    .replace('{id}', id)
    .replaceAll(/\{(number|row)\}/g, '1')
    .replaceAll(/\{\w+\}/g, part);
  const headers: Record<string, string> = { 'if-match': '"1"', 'x-request-id': 'the-same-id' };
  if (body !== null && !multipart) headers['content-type'] = 'application/json';
  const client = await api.login(emailOf(who));
  await api.app.get(AccessLog).flush();
  statements.length = 0;
  const answer = await client.raw(method, url, body === null || multipart ? undefined : payload, headers);
  const text = JSON.stringify([
    answer.status,
    Object.entries(steadyHeaders(answer.headers)).sort(),
    answer.body,
  ]);
  return {
    status: answer.status,
    text: text.replaceAll(id, '<id>').replaceAll(part, '<part>'),
    work: [...statements],
  };
}
/** A route for each command, where a route is of all of them. */
const eachCommand = (operation: Operation): Operation[] =>
  operation.path.includes('{command}')
    ? COMMANDS.map((command) => ({
        ...operation,
        name: operation.name.replace('{command}', command),
        path: operation.path.replace('{command}', command),
      }))
    : [operation];
const aboutDossiers = contract.operations
  .filter(({ path }) => path.startsWith('/api/v1/dossiers/{id}'))
  .flatMap(eachCommand);
const allows = ({ who }: Operation, role: string) => typeof who === 'string' || who.includes(role);
const roleOf: Readonly<Record<string, string>> = {
  giay: 'investor',
  khukinhte: 'requester',
  phoihop2: 'agency',
  chuyengia4: 'expert',
  truongphong1: 'head',
};

/** An honest body for a route. */
function bodyFor(operation: Operation): string {
  const schema = operation.body?.oneOf?.[0] ?? operation.body ?? {};
  const body = values.of(schema, 'body', { owner: '', today: civilDate('2026-07-15') });
  return JSON.stringify(body ?? {});
}

describe("somebody else's dossier and one that does not exist", () => {
  test.each(STRANGERS)(
    'get the same answer by the same statements, on every route that %s may use',
    async (who) => {
      const routes = aboutDossiers.filter((operation) => allows(operation, roleOf[who] ?? ''));
      expect(routes.length).toBeGreaterThan(15);
      let asked = 0;
      for (const operation of routes) {
        const payload = bodyFor(operation);
        const [theirs, none] = [
          await ask(who, operation, dossier.id, { payload }),
          await ask(who, operation, MISSING, { payload }),
        ];
        expect({ route: operation.name, ...theirs }).toEqual({ route: operation.name, ...none });
        expect(theirs.status).toBeGreaterThanOrEqual(400);
        asked += theirs.work.length;
      }
      expect(asked).toBeGreaterThan(routes.length);
    },
    60_000,
  );
});

/** A part of the ceramics company's dossier, by the name under which paths speak of it. */
async function foreignParts(): Promise<ReadonlyMap<string, string>> {
  const tables = {
    letterId: 'letter',
    clockId: 'clock',
    opinionId: 'opinion',
    screeningId: 'screening',
    documentId: 'document',
    assignmentId: 'assignment',
  };
  const found = new Map<string, string>();
  for (const [name, table] of Object.entries(tables)) {
    const sql = `SELECT id FROM ${table} WHERE dossier_id = $1 LIMIT 1`;
    const [row] = await runAs(api.db.superuser, sql, [dossier.id]);
    if (row) found.set(name, String(row['id']));
  }
  return found;
}

describe("a part of somebody else's dossier and one that does not exist", () => {
  const parted = aboutDossiers.filter(({ path }) => /\{\w+Id\}/.test(path));

  test.each(['giay', 'truongphong1'])(
    'get the same answer by the same statements below a dossier that %s may see',
    async (who) => {
      const own = await aDossier(api).by('giay').submitted().open();
      const parts = await foreignParts();
      let compared = 0;
      for (const operation of parted.filter((one) => allows(one, roleOf[who] ?? ''))) {
        const part = parts.get(/\{(\w+Id)\}/.exec(operation.path)?.[1] ?? '');
        if (part === undefined) continue;
        const payload = bodyFor(operation);
        const [theirs, none] = [
          await ask(who, operation, own.id, { payload, part }),
          await ask(who, operation, own.id, { payload }),
        ];
        expect({ route: operation.name, ...theirs }).toEqual({ route: operation.name, ...none });
        expect(theirs.status).toBeGreaterThanOrEqual(400);
        compared += 1;
      }
      expect(compared).toBeGreaterThan(1);
    },
    60_000,
  );

  test.each(STRANGERS)(
    'get the same answer by the same statements where %s names the part alone',
    async (who) => {
      const parts = await foreignParts();
      const routes = contract.operations.filter(({ path }) =>
        /^.api.v1.(documents|assignments)\/\{/.test(path),
      );
      expect(routes).toHaveLength(4);
      for (const operation of routes.filter((one) => allows(one, roleOf[who] ?? ''))) {
        const payload = bodyFor(operation);
        const part = parts.get(operation.path.includes('documents') ? 'documentId' : 'assignmentId');
        const [theirs, none] = [
          await ask(who, operation, part ?? '', { payload }),
          await ask(who, operation, MISSING, { payload }),
        ];
        expect({ route: operation.name, ...theirs }).toEqual({ route: operation.name, ...none });
        expect(theirs.status).toBe(404);
      }
    },
  );
});

describe('mass assignment', () => {
  const EXTRA = { isAdmin: true, authorityId: MISSING, createdBy: MISSING, passwordHash: 'x' };
  const ROLES = [
    'investor',
    'clerk',
    'appraiser',
    'head',
    'leader',
    'province_leader',
    'admin',
    'expert',
    'agency',
  ];
  const PERSON: Readonly<Record<string, string>> = {
    investor: 'gom',
    clerk: 'motcua1',
    appraiser: 'chuyenvien1',
    head: 'truongphong1',
    leader: 'giamdoc',
    province_leader: 'ubnd',
    admin: 'quantri',
    expert: 'chuyengia1',
    agency: 'phoihop',
  };
  const written = contract.operations
    .filter(({ body, multipart }) => body !== null && !multipart)
    .flatMap(eachCommand);

  /** What a fitting person is told who sends this body to a route. */
  async function faults(operation: Operation, body: object): Promise<{ status: number; told: string[] }> {
    const role = ROLES.find((one) => allows(operation, one)) ?? 'investor';
    const client = await api.login(emailOf(PERSON[role] ?? 'gom'));
    const url = operation.path
      .replace('/dossiers/{id}', `/dossiers/${dossier.id}`)
      .replaceAll(/\{(number|row)\}/g, '1')
      .replaceAll(/\{\w+\}/g, MISSING);
    const headers = { 'content-type': 'application/json', 'if-match': '"1"' };
    const { status, body: answer } = await client.raw<{ errors?: { pointer: string; code: string }[] }>(
      operation.method,
      url,
      JSON.stringify(body),
      headers,
    );
    return { status, told: (answer.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`) };
  }

  test('a field that a route does not have is refused by its name, on every route', async () => {
    for (const operation of written) {
      const { status, told } = await faults(operation, EXTRA);
      const named = told.filter((fault) => fault.endsWith(' unknown_field')).sort();
      const expected = Object.keys(EXTRA).map((name) => `/${name} unknown_field`);
      expect({ route: operation.name, status, named }).toEqual({
        route: operation.name,
        status: 400,
        named: expected.sort(),
      });
    }
  }, 60_000);

  test('a field that a route needs is asked for by its name, on every route', async () => {
    for (const operation of written.filter(({ body }) => body !== null && !body.oneOf)) {
      const required = contract.resolve(operation.body ?? {}).required ?? [];
      if (required.length === 0) continue;
      const { status, told } = await faults(operation, {});
      const missing = required.filter((name) => !told.includes(`/${name} required`));
      expect({ route: operation.name, status, missing }).toEqual({
        route: operation.name,
        status: 400,
        missing: [],
      });
    }
  }, 60_000);
});
