import { demoOrganisation } from '#identity';
import { type ApiClient } from '../api-client.js';
import { type Records } from '../sequences/records.js';
import { idOf, type World } from '../sequences/world.js';
import { idIn } from './rich-dossier.js';
import { type Known, sampleOf } from './sample-body.js';
import { type ApiDocument, filled, type Route, sent, type Told } from './table-requests.js';

const LIST = Buffer.from('Tên dự án;Nhà đầu tư\nGạch Hồng Lam;Công ty Gạch\nKính;Công ty Kính\n');
const file = (fileName: string, content: Buffer) => ({
  field: 'file',
  fileName,
  contentType: 'application/octet-stream',
  content,
});
const SETTINGS = { sheet: 'CSV', headerRow: 1, mapping: { name: 'A', investorName: 'B' } };

/** What the routes about no dossier speak of: the project of the dossier, what the first clerk has of their own, a person. */
export interface HouseRows {
  /** What stands for `{id}`, by the beginning of a path. */
  roots: readonly (readonly [path: string, id: string])[];
  places: Readonly<Record<string, string>>;
  known: Known;
}

/** Sends what has to succeed. */
async function made(client: ApiClient, path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await client.post(`/api/v1${path}`, body);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function importOf(clerk: ApiClient): Promise<string> {
  const { body } = await clerk.upload<{ id: string }>('/api/v1/projects/imports', {}, [file('a.csv', LIST)]);
  await made(clerk, `/projects/imports/${body.id}/preview`, SETTINGS);
  return body.id;
}

/** Makes through the API what the doors lead to: the dossier's project, and what is the first clerk's own. */
export async function houseRows(world: World, records: Records): Promise<HouseRows> {
  const [clerk, admin, auditor] = [
    await world.as('motcua1'),
    await world.as('quantri'),
    await world.as('thanhtra'),
  ];
  const project = await made(clerk, '/projects/from-dossier', { dossierId: idIn(records) });
  const other = await made(clerk, '/projects', { name: 'Kính nổi', investorName: 'Công ty Kính' });
  const matches = project['matches'] as { id: string }[];
  const view = await made(clerk, '/views', { name: 'Của tôi', query: '', columns: ['fileCode'] });
  const verification = await made(auditor, '/audit/verifications', {});
  const user = idOf('than2');
  const organisationId = demoOrganisation('university').id;
  const tie = { organisationId, validFrom: '2026-01-01' };
  const { affiliation } = await made(admin, `/users/${user}/affiliations`, tie);
  const { rows } = await world.sql.query<{ id: string }>(
    'SELECT id FROM notification WHERE recipient_id = $1 AND dossier_id = $2',
    [idOf('motcua1'), idIn(records)],
  );
  return {
    roots: [
      ['/users/{id}', user],
      ['/organisations/{id}', organisationId],
      ['/projects/imports/{id}', await importOf(clerk)],
      ['/projects/{id}', String(project['id'])],
      ['/views/{id}', String(view['id'])],
      ['/notifications/{id}', rows[0]?.id ?? ''],
      ['/audit/verifications/{id}', String(verification['id'])],
      ['/packs/{id}', 'INV-2026'],
      ['/procedures/{id}', 'opinion'],
    ],
    places: {
      row: '2',
      matchId: matches[0]?.id ?? '',
      affiliationId: (affiliation as { id: string }).id,
      digest: String(records.dossier[0]?.['law_set_digest']),
    },
    known: {
      ...SETTINGS,
      organisationId,
      dossierId: idIn(records),
      columns: ['fileCode'],
      query: '',
      into: String(other['id']),
    },
  };
}

/** Routes whose proof lies in the body and is dear, or counted: an empty body says enough of the door. */
export const PROVEN_BY_BODY = /\/auth\/(login|session|refresh)$|\/me\/password$|\/public\/tracking$/;
const WORDS: Known = {
  email: 'moi@demo.techgate.vn',
  roles: ['clerk'],
  until: '2026-07-15T02:00:00.000Z',
  sha256: 'a'.repeat(64),
  validFrom: '2026-01-01',
  validTo: '2026-07-14',
  decidedOn: '2026-07-14',
  facts: {},
};

/** Asks one route about no dossier of one person (null: nobody). */
export async function askAtDoor(
  { client, document, rows }: { client: ApiClient; document: ApiDocument; rows: HouseRows },
  route: Route,
): Promise<Told> {
  const { schemas } = document.components;
  const known = { ...WORDS, ...rows.known };
  const schema = route.operation.requestBody?.content['application/json']?.schema;
  const root = rows.roots.find(([path]) => route.path.startsWith(`/api/v1${path}`))?.[1] ?? '';
  const asked = (route.operation.parameters ?? []).filter((one) => one.in === 'query' && one.required);
  const query = asked.map(({ name, schema: of = {} }) => [name, String(sampleOf(of, schemas, known, name))]);
  const search = query.length > 0 ? `?${new URLSearchParams(query as [string, string][]).toString()}` : '';
  return sent(client, route, {
    path: filled(route.path, root, rows.places) + search,
    body: PROVEN_BY_BODY.test(route.path) ? {} : schema && sampleOf(schema, schemas, known),
    revision: 1,
  });
}
