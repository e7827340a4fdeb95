import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { FACTS_SCHEMA } from '../../../libs/screening/src/facts/fact-schema.js';
import {
  type ApiDocument,
  filled,
  type Route,
  routesOf,
  schemaOf,
} from '../../support/access-table/table-requests.js';
import { type Answer, type FilePart } from '../../support/api-client.js';
import { PDF } from '../../support/determination.js';
import {
  changedAt,
  type Nested,
  nestedFacts,
  nestedOf,
  pointerOf,
} from '../../support/mass-assignment/nested-objects.js';
import { runAs } from '../../support/database.js';
import { startWorld, type World } from '../../support/sequences/world.js';
import { tableCounts } from '../../support/table-counts.js';

const MISSING = '00000009-0000-4000-8000-00000000dead';
const EXTRA = { isAdmin: true, authorityId: MISSING, createdBy: MISSING, passwordHash: 'x' };
/** Names that every object has already, so that a list of known names may seem to hold them. */
const INHERITED = ['constructor', 'hasOwnProperty', '__proto__'];
/** Somebody of each role, in the order in which they are tried. */
const PEOPLE: readonly [role: string, name: string][] = [
  ['investor', 'gom'],
  ['clerk', 'motcua1'],
  ['appraiser', 'chuyenvien1'],
  ['head', 'truongphong1'],
  ['leader', 'giamdoc'],
  ['province_leader', 'ubnd'],
  ['admin', 'quantri'],
  ['expert', 'chuyengia1'],
  ['agency', 'phoihop'],
];

let world: World;
let document: ApiDocument;
let written: Route[];
let draft: { id: string; revision: number };
let before: Record<string, number>;
beforeAll(async () => {
  world = await startWorld('mass_assignment');
  document = (await world.api.anonymous.get<ApiDocument>('/api/openapi.json')).body;
  written = routesOf(document).filter((route) => schemaOf(route, document) !== undefined);
  const owner = await world.as('gom');
  const body = { procedureId: 'opinion', projectName: 'Gốm' };
  draft = (await owner.post<typeof draft>('/api/v1/dossiers', body)).body;
}, 60_000);
afterAll(() => world?.close());

/** What there is. A refused save of a draft is noted in its log, and the entry says that it is one. */
const stored = async () => ({
  ...(await tableCounts(world.api.db)),
  audit_entry: Number(
    (
      await runAs(
        world.api.db.superuser,
        `SELECT count(*)::int AS n FROM audit_entry WHERE outcome <> 'refused'`,
      )
    )[0]?.['n'],
  ),
  files: (await readdir(world.api.config.storageFolder, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile(),
  ).length,
});
beforeEach(async () => {
  before = await stored();
});

interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}
/** What a fitting person is told who sends this body to a route. */
async function told(
  route: Route,
  payload: string,
): Promise<{ status: number; code: string; faults: string[] }> {
  const { who } = route.operation['x-policy'];
  const name = PEOPLE.find(([role]) => !Array.isArray(who) || who.includes(role))?.[1] ?? '';
  const path = filled(route.path.replace('{command}', route.command ?? ''), draft.id, {
    number: '1',
    row: '2',
  });
  const client = await world.as(name);
  const { status, body }: Answer<Problem | null> = await client.raw(route.method as 'POST', path, payload, {
    'content-type': 'application/json',
    'if-match': `"${draft.revision}"`,
  });
  const faults = (body?.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
  return { status, code: body?.code ?? '', faults };
}
const unknownIn = (faults: readonly string[]): string[] =>
  faults.filter((fault) => fault.endsWith(' unknown_field')).sort();

describe('a field that a route does not have', () => {
  test('is refused by its name, on every route', async () => {
    for (const route of written) {
      const { status, faults } = await told(route, JSON.stringify(EXTRA));
      const expected = Object.keys(EXTRA).map((name) => `/${name} unknown_field`);
      expect({ route: route.name, status, unknown: unknownIn(faults) }).toEqual({
        route: route.name,
        status: 400,
        unknown: expected.sort(),
      });
    }
    expect(await stored()).toEqual(before);
  }, 60_000);

  /** Every nested object of every body: of the document, of a command inside of a letter's draft, of the facts. */
  function nestedBodies(): [Route, Nested][] {
    const { schemas } = document.components;
    const plain = written.flatMap((route) =>
      nestedOf(schemaOf(route, document) ?? {}, schemas).map((nested): [Route, Nested] => [route, nested]),
    );
    const inFacts = nestedFacts(FACTS_SCHEMA);
    const facts = written
      .filter(({ name }) => name === 'PATCH /dossiers/{id}' || name === 'POST /screenings/preview')
      .flatMap((route) =>
        inFacts.map(({ at, body }): [Route, Nested] => [
          route,
          {
            at: ['facts', ...at],
            body: { ...(route.method === 'POST' && { procedureId: 'opinion' }), facts: body },
          },
        ]),
      );
    return [...plain, ...facts, ...insideOfLetters()];
  }
  function insideOfLetters(): [Route, Nested][] {
    const letter = written.find(({ path }) => path.endsWith('/decision-letter'));
    if (!letter) throw new Error('no route drafts a decision');
    return written.flatMap((route) => {
      const schema = schemaOf(route, document) ?? {};
      const inner = nestedOf(schema, document.components.schemas).concat({ at: [], body: {} });
      return inner
        .filter(() => LETTERS.includes(route.command ?? ''))
        .map(({ at, body }): [Route, Nested] => [
          letter,
          { at: ['payload', ...at], body: { command: route.command, payload: body } },
        ]);
    });
  }
  const LETTERS = ['request_supplement', 'return', 'approve', 'approve_with_conditions', 'refuse'];

  test('is refused by its place in every nested object', async () => {
    const bodies = nestedBodies();
    expect(bodies.length).toBeGreaterThan(50);
    for (const [route, { at, body }] of bodies) {
      const sent = changedAt(body, at, (object) => ({ ...(object as object), isAdmin: true }));
      const { status, code, faults } = await told(route, JSON.stringify(sent));
      expect({ route: route.name, status, code, unknown: unknownIn(faults) }).toEqual({
        route: route.name,
        status: 400,
        code: 'malformed_request',
        unknown: [`${pointerOf(at)}/isAdmin unknown_field`],
      });
    }
    expect(await stored()).toEqual(before);
  }, 60_000);

  test('is refused by a name that every object has, and an object may not come as a list', async () => {
    const passed: string[] = [];
    for (const [route, { at, body }] of nestedBodies()) {
      const listed = JSON.stringify(changedAt(body, at, (object) => [object]));
      const marked = JSON.stringify(changedAt(body, at, (object) => ({ ...(object as object), MARK: 'x' })));
      for (const sent of [listed, ...INHERITED.map((name) => marked.replace('MARK', name))]) {
        const { status, code } = await told(route, sent);
        if (status !== 400) passed.push(`${route.name}: ${status} ${code} to ${sent}`);
      }
    }
    expect(passed).toEqual([]);
    expect(await stored()).toEqual(before);
  }, 60_000);
});

test('a field that a route needs is asked for by its name, on every route', async () => {
  for (const route of written) {
    const given = schemaOf(route, document) ?? {};
    const schema = document.components.schemas[given.$ref?.split('/').at(-1) ?? ''] ?? given;
    const required = schema.required ?? [];
    if (required.length === 0) continue;
    const { status, faults } = await told(route, '{}');
    const missing = required.filter((name) => !faults.includes(`/${name} required`));
    expect({ route: route.name, status, missing }).toEqual({ route: route.name, status: 400, missing: [] });
  }
}, 60_000);

describe('a part that a form does not have', () => {
  const LIST = Buffer.from('Tên dự án;Nhà đầu tư\nGạch Hồng Lam;Công ty Gạch\n');
  const fileFor = (path: string, field: string): FilePart =>
    path.includes('imports')
      ? { field, fileName: 'a.csv', contentType: 'text/csv', content: LIST }
      : { field, fileName: 'a.pdf', contentType: 'application/pdf', content: PDF };
  const uploads = () =>
    routesOf(document).filter(({ operation }) => operation.requestBody?.content['multipart/form-data']);

  /** What each form is told, with these texts and files of these names. */
  async function toldOfForms(fields: Record<string, string>, files: readonly string[]): Promise<Problem[]> {
    const answers: Problem[] = [];
    for (const { path } of uploads()) {
      const client = await world.as(path.includes('imports') ? 'motcua1' : 'gom');
      const parts = files.map((field) => fileFor(path, field));
      const { status, body } = await client.upload<Problem>(filled(path, draft.id, {}), fields, parts);
      expect({ path, status }).toEqual({ path, status: 400 });
      answers.push(body);
    }
    expect(answers).toHaveLength(2);
    return answers;
  }

  test.each<[what: string, fields: Record<string, string>, files: string[], pointer: string, code: string]>([
    ['a text', { isAdmin: 'true' }, ['file'], '/isAdmin', 'unknown_field'],
    ['the state of a file', { sha256: 'a'.repeat(64) }, ['file'], '/sha256', 'unknown_field'],
    ['a file by another name', {}, ['attachment'], '/attachment', 'unknown_field'],
    ['a second file', {}, ['file', 'file'], '/file', 'one_file'],
    ['a second file by another name', {}, ['file', 'other'], '/other', 'one_file'],
  ])('is refused by its name, and nothing is stored: %s', async (_what, fields, files, pointer, code) => {
    for (const answer of await toldOfForms(fields, files))
      expect(answer).toMatchObject({ code: 'upload_fields_invalid', errors: [{ pointer, code }] });
    expect(await stored()).toEqual(before);
  });

  test('is refused by a name that every object has', async () => {
    for (const answer of await toldOfForms({ constructor: 'x' }, ['file']))
      expect(answer).toMatchObject({
        code: 'malformed_request',
        errors: [{ pointer: '', code: 'multipart' }],
      });
    expect(await stored()).toEqual(before);
  });
});
