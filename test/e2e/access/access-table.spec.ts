import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { COLUMNS } from '../../support/access-table/columns.js';
import { askAtDoor, houseRows } from '../../support/access-table/door-requests.js';
import { HEAD_ELSEWHERE, headElsewhere } from '../../support/access-table/head-elsewhere.js';
import { cellOf, faultOf, ruleOf } from '../../support/access-table/judge-answer.js';
import {
  type DossierKind,
  type RichDossiers,
  richDossiers,
} from '../../support/access-table/rich-dossier.js';
import {
  type ApiDocument,
  ask,
  type Asking,
  type Person,
  type Route,
  routesOf,
  type Told,
} from '../../support/access-table/table-requests.js';
import { peopleOf, sees } from '../../support/sequences/oracle/access.oracle.js';
import { type Records } from '../../support/sequences/records.js';
import { UUID } from '../../support/sequences/stages.js';
import { idOf, signIns, startWorld, type World } from '../../support/sequences/world.js';
import { steadyHeaders } from '../../support/steady-headers.js';

const FILE = new URL('../../../docs/access-table.md', import.meta.url);
const NOWHERE = '00000009-0000-4000-8000-000000000009';

type State = keyof RichDossiers;

let world: World;
/** The head of another authority. */
let elsewhere: string;
let document: ApiDocument;
let dossiers: Record<DossierKind, RichDossiers>;
let routes: Route[];
let people: Awaited<ReturnType<typeof peopleOf>>;
const faults: string[] = [];
beforeAll(async () => {
  const started = await startWorld('access_table');
  ({ world, id: elsewhere } = await headElsewhere(started));
  document = (await world.api.anonymous.get<ApiDocument>('/api/openapi.json')).body;
  dossiers = { own: await richDossiers(world), requested: await richDossiers(world, 'requested') };
  routes = routesOf(document);
  people = await peopleOf(world);
}, 120_000);
afterAll(() => world?.close());

const isOnOneDossier = ({ operation, path }: Route): boolean =>
  operation['x-policy'].dossier && path.includes('{');

/** Everything of an answer but what names the request: ids stand for one another. */
function bare({ status, headers, body }: Told): string {
  const { requestId: _requestId, ...rest } = body ?? {};
  return JSON.stringify([status, steadyHeaders(headers), rest]).replaceAll(UUID, ':id');
}

type Columns = typeof COLUMNS;
const idBy = (name: string): string => (name === HEAD_ELSEWHERE ? elsewhere : idOf(name));
const personBy = (name: string): Person => {
  const id = idBy(name);
  return { name, id, organisationId: people.get(id)?.organisationId ?? null };
};

/** One row: everybody asks the same. */
async function rowOf(
  route: Route,
  columns: Columns,
  asked: (person: Person, kind?: DossierKind) => Promise<Told>,
): Promise<string[]> {
  const cells = columns.map(async ([, name, kind]) => {
    const person = name === null ? null : personBy(name);
    const answer = await asked(person, kind);
    const roles = person && (people.get(person.id)?.roles ?? []);
    const [rule, cell] = [ruleOf(route, roles), cellOf(answer)];
    if (rule !== null && cell !== rule) faults.push(`${route.name}, ${name}: ${cell} against ${rule}`);
    faults.push(...[faultOf(route, name, answer)].filter((fault) => fault !== null));
    return cell;
  });
  return [`\`${route.name}\``, ...(await Promise.all(cells))];
}

async function askOf(records: Records, route: Route, person: Person): Promise<Told> {
  const asking: Asking = { world, document, records };
  const answer = await ask(asking, route, person);
  if (answer.status === 404 && person) await compareWithNothing(asking, route, person, answer);
  return answer;
}

const nothing = new Map<string, string>();
/** "Not yours" and "not there" are one answer: status, headers and body. */
async function compareWithNothing(asking: Asking, route: Route, person: Person, answer: Told): Promise<void> {
  if (!route.path.startsWith('/api/v1/dossiers/{id}')) return;
  const who = `${route.name}, ${person?.name}`;
  const none = nothing.get(who) ?? bare(await ask({ ...asking, dossierId: NOWHERE }, route, person));
  nothing.set(who, none);
  const theirs = bare(answer);
  if (theirs !== none) faults.push(`${who}: ${theirs} against ${none}`);
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const tableOf = (title: string, head: readonly string[], rows: readonly string[][]): string =>
  [
    `## ${title}`,
    '',
    line(['Route', ...head]),
    line(['---', ...head.map(() => '---')]),
    ...rows.map(line),
    '',
  ].join('\n');

const headOf = (columns: Columns): string[] => columns.map(([title]) => title);
const TITLES: Record<State, string> = {
  open: 'A dossier under review',
  draft: 'A draft',
  closed: 'A dossier that is closed',
};
const OPENING = '`GET /dossiers/{id}`';
/** Answering an invitation is for those who do not see the dossier yet. */
const INVITED = new Set(['`POST /assignments/{id}/declaration`', '`POST /assignments/{id}/decline`']);

/** The second reading of the policy: nobody gets an answer about what it hides from them, and it opens to all others. */
function compareWithOracle(state: State, rows: readonly string[][]): void {
  for (const [index, [title, name, kind = 'own']] of COLUMNS.entries()) {
    const person = name === null ? undefined : people.get(idBy(name));
    if (!person) continue;
    const isSeen = sees(person, dossiers[kind][state], world.today());
    const answered = rows.filter((cells) => cells[index + 1] === 'yes').map(([route = '']) => route);
    if (isSeen && !answered.includes(OPENING))
      faults.push(`${title} sees nothing of what is theirs (${state})`);
    for (const route of isSeen ? [] : answered.filter((answer) => !INVITED.has(answer)))
      faults.push(`${title} gets an answer of ${route} about a dossier that they do not see (${state})`);
  }
}

async function dossierTable(state: State): Promise<string> {
  const rows: string[][] = [];
  const asked =
    (route: Route) =>
    (person: Person, kind: DossierKind = 'own') =>
      askOf(dossiers[kind][state], route, person);
  for (const route of routes.filter(isOnOneDossier)) rows.push(await rowOf(route, COLUMNS, asked(route)));
  compareWithOracle(state, rows);
  return tableOf(TITLES[state], headOf(COLUMNS), rows);
}

/** They end the sign-in with which they are asked: one of their own, so that everybody goes on being known. */
const ENDS_SIGN_IN = ['POST /auth/logout', 'DELETE /auth/session'];

/** Routes about no dossier: of the role, and of whose the row is. Nobody has a second column there. */
async function doorTable(): Promise<string> {
  const rows = await houseRows(world, dossiers.own.open);
  const columns = COLUMNS.filter(([, , kind]) => kind === undefined);
  const others = routes.filter((route) => !isOnOneDossier(route));
  const table: string[][] = [];
  for (const route of others) {
    const as = ENDS_SIGN_IN.includes(route.name) ? await signIns(world.api, world.sql) : world.as;
    const asked = async (person: Person) => {
      const client = person ? await as(person.name) : world.api.anonymous;
      return askAtDoor({ client, document, rows }, route);
    };
    table.push(await rowOf(route, columns, asked));
  }
  return tableOf('Routes about no dossier', headOf(columns), table);
}

const PREFACE = `# Who may ask what

Generated from the answers of the API by \`test/e2e/access/access-table.spec.ts\` (\`UPDATE=1\` writes it anew); the test
fails where an answer differs, and where a route has no row. Every cell is one request of one person: about a dossier of
the ceramics company (under review, then as a draft, then closed), or about what is no dossier. There the project is the
one of that dossier; the import, the saved view and the news are of the first column *clerk*, the verification of *auditor*.

- \`yes\`: past the policy; what the act itself says (also that it is not the moment, 409 or 422) is another matter.
- \`403\`: not for this role (whether or not they see it), or for none of this person's relations. \`404\`: not seen, or the
  dossier has no such row; both are answered to the letter like what is not there.
- \`401\`: nobody is signed in.
- *conflict*: belongs or lately belonged to the investor, or declared a conflict. *requester, finance* and *requester, zone
  board* did not ask for this dossier.
- The last five columns are about a second dossier, in the same three states: a clerk entered it on behalf of the finance
  department (*clerk, on behalf*; *requester, own*), which asks about the ceramics company (*investor, named*: not theirs).
  The letter to one agency is a draft (*drafted*), another kept silent until the head closed its consultation (*closed*).

`;

describe('the table of access', () => {
  test('is what the API answers, route by route, role by role, relation by relation', async () => {
    const tables: string[] = [];
    for (const state of ['open', 'draft', 'closed'] as const) tables.push(await dossierTable(state));
    const text = [PREFACE + tables.join('\n'), await doorTable()].join('\n');
    expect(faults).toEqual([]);
    if (process.env['UPDATE']) writeFileSync(FILE, text);
    expect(readFileSync(FILE, 'utf8').split('\n')).toEqual(text.split('\n'));
  }, 240_000);
});
