import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askAtDoor, type HouseRows, houseRows } from '../../support/access-table/door-requests.js';
import { idIn, richDossiers } from '../../support/access-table/rich-dossier.js';
import {
  type ApiDocument,
  ask,
  type Route,
  routesOf,
  type Told,
} from '../../support/access-table/table-requests.js';
import { ruleOf } from '../../support/access-table/judge-answer.js';
import { rowsOfAnotherAuthority } from '../../support/closed-doors/another-authority.js';
import { Statements } from '../../support/closed-doors/statements.js';
import { peopleOf } from '../../support/sequences/oracle/access.oracle.js';
import { type Records } from '../../support/sequences/records.js';
import { idOf, startWorld, type World } from '../../support/sequences/world.js';

const MISSING = '00000009-0000-4000-8000-00000000dead';
/** People of every role of the house, and an expert who had been asked and had accepted: each declared a conflict. */
const IN_CONFLICT = [
  'motcua1',
  'chuyenvien1',
  'truongphong2',
  'giamdoc',
  'ubnd',
  'thanhtra',
  'chuyengia3',
  'thuky',
];

/** Somebody of each kind who has nothing to do with the dossier of the ceramics company. */
const STRANGERS = ['giay', 'khukinhte', 'phoihop2', 'chuyengia8', 'thuky2', 'phapche1', 'quantri'];

let world: World;
let document: ApiDocument;
let routes: Route[];
let open: Records;
let closed: Records;
let rows: HouseRows;
let statements: Statements;
let rolesOf: (name: string) => readonly string[];
beforeAll(async () => {
  world = await startWorld('closed_doors');
  document = (await world.api.anonymous.get<ApiDocument>('/api/openapi.json')).body;
  routes = routesOf(document);
  ({ open, closed } = await richDossiers(world));
  rows = await houseRows(world, open);
  const people = await peopleOf(world);
  rolesOf = (name) => people.get(idOf(name))?.roles ?? [];
  for (const name of IN_CONFLICT)
    await world.sql.query(
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'declared', 'x', now())`,
      [idIn(open), idOf(name)],
    );
  statements = new Statements(world.api);
}, 60_000);
afterAll(() => {
  statements?.stop();
  return world?.close();
});

const mayAsk = (who: string) => (route: Route) => ruleOf(route, rolesOf(who)) === null;
/** The same request for what is not theirs and for what is not there: one refusal, by the same work. */
/** Whether what is compared is really the work: texts of statements and not something empty in their place. */
let heardOfDossiers = false;
async function expectAlike(
  route: string,
  [theirs, none]: [() => Promise<Told>, () => Promise<Told>],
  ids: readonly string[],
): Promise<number> {
  const [one, other] = [await statements.of(theirs, ids), await statements.of(none, ids)];
  expect({ route, ...one }).toEqual({ route, ...other });
  heardOfDossiers ||= one.statements.some((text) => /FROM dossier\b/.test(text));
  return one.status;
}

const aboutDossiers = (): Route[] =>
  routes.filter(({ operation, path }) => operation['x-policy'].dossier && path.includes('{'));

describe('a dossier of others, or with which somebody of the house is in conflict, and one that does not exist', () => {
  /** The dossier's rows as seen by whoever holds every task in it, or as if none were there. */
  const tasksOf = (person: string): Records => ({
    ...open,
    assignment: open.assignment.map((row) => ({ ...row, assignee_id: person })),
  });
  const without = (person: string): Records => ({
    ...open,
    document: [{ id: MISSING }],
    assignment: [{ id: MISSING, assignee_id: person }],
  });

  test.each([...STRANGERS, ...IN_CONFLICT])(
    'get the same answer to a fitting request by the same statements, on every route that %s may use',
    async (name) => {
      const person = { name, id: idOf(name) };
      const asked = aboutDossiers().filter(mayAsk(name));
      expect(asked.length).toBeGreaterThan(30);
      for (const route of asked) {
        const there = { world, document, records: tasksOf(person.id) };
        const nothing = { world, document, records: without(person.id), dossierId: MISSING };
        const requests = [() => ask(there, route, person), () => ask(nothing, route, person)] as const;
        const ids = [open.dossier, open.document, open.assignment].map(([row]) => String(row?.['id']));
        expect(await expectAlike(route.name, [...requests], [...ids, MISSING])).toBe(404);
      }
    },
    60_000,
  );
});

describe('a part of another dossier and one that does not exist', () => {
  const partless = (): Records => {
    const tables = Object.entries(open).map(([name, held]) => [
      name,
      name === 'dossier' ? held : (held as object[]).map((row) => ({ ...row, id: MISSING })),
    ]);
    return Object.fromEntries(tables) as Records;
  };

  test.each(['gom', 'chuyenvien2', 'truongphong1'])(
    'get the same answer by the same statements below a dossier that %s may see',
    async (name) => {
      const person = { name, id: idOf(name) };
      const dossierId = idIn(closed);
      const parted = aboutDossiers().filter(({ path }) => /\{\w+Id\}/.test(path));
      const ids = Object.values(open).flatMap((held) =>
        (held as { id?: string }[]).map(({ id = MISSING }) => id),
      );
      for (const route of parted.filter(mayAsk(name))) {
        const [theirs, none] = [open, partless()].map(
          (records) => () => ask({ world, document, records, dossierId }, route, person),
        ) as [() => Promise<Told>, () => Promise<Told>];
        expect(await expectAlike(route.name, [theirs, none], [...ids, MISSING])).toBeGreaterThanOrEqual(400);
      }
    },
  );
});

describe('what is no dossier, not theirs and not there', () => {
  /** Who asks for rows of others: hidden with the dossier, by a tie to the investor, or because they are somebody's own. */
  const ASKED: [who: string, below: string][] = [
    ['motcua1', '/projects/{id}'],
    ['chuyenvien3', '/projects/{id}'],
    ['truongphong3', '/projects/{id}'],
    ['giamdoc', '/projects/{id}'],
    ['ubnd', '/projects/{id}'],
    ['thanhtra', '/projects/{id}'],
    ['motcua2', '/projects/imports/{id}'],
    ['chuyenvien2', '/projects/imports/{id}'],
    ['truongphong1', '/projects/imports/{id}/rows'],
    ['gom', '/notifications/{id}'],
    ['truongphong1', '/notifications/{id}'],
    ['gom', '/views/{id}'],
    ['truongphong1', '/views/{id}'],
    ['quantri', '/users/{id}'],
    ['quantri', '/organisations/{id}'],
  ];
  let foreign: HouseRows;
  beforeAll(async () => {
    foreign = { ...rows, roots: [...(await rowsOfAnotherAuthority(world)), ...rows.roots] };
  });
  const rooted = (of: HouseRows, id: string): HouseRows => ({
    ...of,
    roots: of.roots.map(([path]) => [path, id]),
  });
  const below = (path: string, who: string): Route[] =>
    routes.filter((route) => route.path.startsWith(`/api/v1${path}`) && mayAsk(who)(route));

  test.each(ASKED)('get the same answer by the same statements: %s, %s', async (who, path) => {
    const client = await world.as(who);
    const id = foreign.roots.find(([of]) => path.startsWith(of))?.[1] ?? '';
    expect(below(path, who).length).toBeGreaterThan(0);
    for (const route of below(path, who)) {
      const theirs = () => askAtDoor({ client, document, rows: foreign }, route);
      const none = () => askAtDoor({ client, document, rows: rooted(rows, MISSING) }, route);
      expect(await expectAlike(route.name, [theirs, none], [id, MISSING])).toBe(404);
    }
  });

  const hiddenDossier = () => idIn(open);
  const hiddenProject = () => rows.roots.find(([path]) => path === '/projects/{id}')?.[1] ?? '';
  const shownProject = () => String(rows.known['into']);
  const reason = 'Trùng dự án khác.';
  /** Ids that stand in a body, or below something that one may see. */
  const NAMED: [
    what: string,
    who: string,
    hidden: () => string,
    path: (id: string) => string,
    body: object,
  ][] = [
    [
      'a dossier that is entered',
      'chuyenvien3',
      hiddenDossier,
      () => '/projects/from-dossier',
      { dossierId: ':id' },
    ],
    [
      'a dossier that is matched',
      'chuyenvien3',
      hiddenDossier,
      () => `/projects/${shownProject()}/matches`,
      { dossierId: ':id', reason },
    ],
    [
      'a project into which one is merged',
      'chuyenvien3',
      hiddenProject,
      () => `/projects/${shownProject()}/merge`,
      { into: ':id', reason },
    ],
    [
      'a match of another project',
      'chuyenvien3',
      () => rows.places['matchId'] ?? '',
      (id) => `/projects/${shownProject()}/matches/${id}/undo`,
      { reason },
    ],
    [
      'an affiliation of somebody else',
      'quantri',
      () => rows.places['affiliationId'] ?? '',
      (id) => `/users/${idOf('gom')}/affiliations/${id}/end`,
      { validTo: '2026-07-14' },
    ],
    [
      'a dossier that is changed',
      'ximang',
      hiddenDossier,
      () => '/dossiers',
      { procedureId: 'reappraisal', firstDossierId: ':id' },
    ],
  ];
  test.each(NAMED)(
    'get the same answer by the same statements: %s (%s)',
    async (what, who, hidden, path, body) => {
      const client = await world.as(who);
      const send = (id: string) => () => {
        const sent = JSON.parse(JSON.stringify(body).replaceAll(':id', id)) as object;
        return client.post<Record<string, unknown>>(`/api/v1${path(id)}`, sent);
      };
      const status = await expectAlike(what, [send(hidden()), send(MISSING)], [hidden(), MISSING]);
      expect([404, 422]).toContain(status);
    },
  );
});

test('what was compared are statements with their texts', () => {
  expect(heardOfDossiers).toBe(true);
});
