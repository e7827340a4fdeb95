import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer } from '../../support/api-client.js';
import { idIn, type RichDossiers, richDossiers } from '../../support/access-table/rich-dossier.js';
import {
  type ApiDocument,
  ask,
  type Asking,
  type Route,
  routesOf,
} from '../../support/access-table/table-requests.js';
import { peopleOf, sees } from '../../support/sequences/oracle/access.oracle.js';
import { idOf, startWorld, type World } from '../../support/sequences/world.js';
import { steadyHeaders } from '../../support/steady-headers.js';

const FILE = new URL('../../../docs/access-table.md', import.meta.url);
const NOWHERE = '00000009-0000-4000-8000-000000000009';

/** The columns: who somebody is to the dossier of the ceramics company that the table speaks of. */
const COLUMNS: [title: string, name: string | null][] = [
  ['nobody', null],
  ['investor, own', 'gom'],
  ['investor, other', 'ximang'],
  ['requester, finance', 'taichinh'],
  ['requester, zone board', 'khukinhte'],
  ['clerk', 'motcua1'],
  ['clerk, conflict', 'motcua2'],
  ['appraiser', 'chuyenvien2'],
  ['appraiser, lead', 'chuyenvien1'],
  ['appraiser, conflict', 'chuyenvien3'],
  ['expert', 'chuyengia8'],
  ['expert, invited', 'chuyengia7'],
  ['expert, assigned', 'chuyengia3'],
  ['expert, in council', 'chuyengia2'],
  ['secretary', 'thuky2'],
  ['secretary, in council', 'thuky'],
  ['agency, consulted', 'phoihop'],
  ['agency, other', 'phoihop2'],
  ['head', 'truongphong1'],
  ['head, conflict', 'truongphong3'],
  ['leader', 'giamdoc'],
  ['leader, conflict', 'phogiamdoc'],
  ['province leader', 'ubnd'],
  ['auditor', 'thanhtra'],
  ['law officer', 'phapche1'],
  ['admin', 'quantri'],
];
type State = keyof RichDossiers;

let world: World;
let document: ApiDocument;
let dossiers: RichDossiers;
let routes: Route[];
beforeAll(async () => {
  world = await startWorld('access_table');
  document = (await world.api.anonymous.get<ApiDocument>('/api/openapi.json')).body;
  dossiers = await richDossiers(world);
  routes = routesOf(document);
}, 120_000);
afterAll(() => world?.close());

const personOf = (name: string | null) => (name === null ? null : { name, id: idOf(name) });
const isOnOneDossier = ({ operation, path }: Route): boolean =>
  operation['x-policy'].dossier && path.includes('{');
const WORDS: Record<number, string> = { 401: '401', 403: '403', 404: '404' };
const cellOf = ({ status }: Answer<unknown>): string => WORDS[status] ?? (status === 400 ? '400' : 'yes');

/** Everything of an answer but what names the request. */
function bare({ status, headers, body }: Answer<Record<string, unknown> | null>, ...ids: string[]): string {
  const { requestId: _requestId, ...rest } = body ?? {};
  return ids.reduce(
    (text, id) => text.replaceAll(id, ':id'),
    JSON.stringify([status, steadyHeaders(headers), rest]),
  );
}

async function rowOf(state: State, route: Route, faults: string[]): Promise<string[]> {
  const asking: Asking = { world, document, records: dossiers[state] };
  const cells: string[] = [];
  for (const [, name] of COLUMNS) {
    const person = personOf(name);
    const answer = await ask(asking, route, person);
    if (answer.status === 400 || answer.status >= 500)
      faults.push(`${route.name}, ${name}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
    if (answer.status === 404 && name !== null) await compareWithNothing(asking, route, name, answer, faults);
    cells.push(cellOf(answer));
  }
  return cells;
}

/** "Not yours" and "not there" are one answer: status, headers and body. */
async function compareWithNothing(
  asking: Asking,
  route: Route,
  name: string,
  answer: Answer<Record<string, unknown> | null>,
  faults: string[],
): Promise<void> {
  if (!route.path.startsWith('/api/v1/dossiers/{id}')) return;
  const none = await ask({ ...asking, dossierId: NOWHERE }, route, personOf(name));
  const [own, other] = [bare(answer, idIn(asking.records)), bare(none, NOWHERE)];
  if (own !== other) faults.push(`${route.name}, ${name}: ${own} against ${other}`);
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

const TITLES: Record<State, string> = {
  open: 'A dossier under review',
  draft: 'A draft',
  closed: 'A dossier that is closed',
};
async function tablesOf(faults: string[]): Promise<string> {
  const about = routes.filter(isOnOneDossier);
  const people = await peopleOf(world);
  const parts: string[] = [];
  for (const state of ['open', 'draft', 'closed'] as const) {
    const shown = state === 'open' ? about : about.filter(({ method }) => method === 'GET');
    const rows: string[][] = [];
    for (const route of shown) rows.push([`\`${route.name}\``, ...(await rowOf(state, route, faults))]);
    for (const [index, [title, name]] of COLUMNS.entries()) {
      const person = name === null ? undefined : people.get(idOf(name));
      if (!person || sees(person, dossiers[state], world.today())) continue;
      for (const row of rows.filter((cells) => cells[index + 1] === 'yes' && !INVITED.has(cells[0] ?? '')))
        faults.push(`${title} gets an answer of ${row[0]} about a dossier that they do not see (${state})`);
    }
    parts.push(
      tableOf(
        TITLES[state],
        COLUMNS.map(([title]) => title),
        rows,
      ),
    );
  }
  return parts.join('\n');
}
/** Answering an invitation is for those who do not see the dossier yet. */
const INVITED = new Set(['`POST /assignments/{id}/declaration`', '`POST /assignments/{id}/decline`']);

/** Routes about no dossier: the role alone opens the door. */
function doors(): string {
  const others = routes.filter((route) => !isOnOneDossier(route));
  const rows = others.map(({ name, operation }) => {
    const { who } = operation['x-policy'];
    const asked = Array.isArray(who)
      ? who.join(', ')
      : who === 'public'
        ? 'everybody'
        : 'whoever is signed in';
    return [`\`${name}\``, asked];
  });
  return tableOf('Routes about no dossier', ['Open to'], rows);
}

const PREFACE = `# Who may ask what

Generated from the answers of the API by \`test/e2e/access/access-table.spec.ts\` (\`UPDATE=1\` writes it anew); the test
fails where an answer differs, and where a route has no row. Every cell is one request of one person about a dossier of
the ceramics company.

- \`yes\`: past the policy; what the act itself says (also that it is not the moment, 409 or 422) is another matter.
- \`403\`: not for this role (whether or not they see it), or for none of this person's relations. \`404\`: not seen, or the
  dossier has no such row; both are answered to the letter like what is not there.
- \`401\`: nobody is signed in.
- *conflict*: belongs or lately belonged to the investor, or declared a conflict. Neither requester asked for this dossier.

`;

describe('the table of access', () => {
  test('is what the API answers, route by route, role by role, relation by relation', async () => {
    const faults: string[] = [];
    const tables = await tablesOf(faults);
    const text = `${PREFACE}${tables}\n${doors()}`;
    expect(faults).toEqual([]);
    if (process.env['UPDATE']) writeFileSync(FILE, text);
    expect(readFileSync(FILE, 'utf8').split('\n')).toEqual(text.split('\n'));
  }, 240_000);
});
