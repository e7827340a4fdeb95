import { COMMANDS } from '#contracts';
import { type Answer, type ApiClient } from '../api-client.js';
import { newestOf } from '../sequences/case-view.js';
import { type Records } from '../sequences/records.js';
import { type World } from '../sequences/world.js';
import { idIn } from './rich-dossier.js';
import { type Known, sampleOf, type Schema, type Schemas } from './sample-body.js';

export interface ApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Schemas };
}
interface Operation {
  'x-policy': { who: string[] | string; dossier: boolean };
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
}
/** One row of the table: a route, or one command of the route of commands. */
export interface Route {
  name: string;
  method: string;
  path: string;
  command?: string;
  operation: Operation;
}

export const routesOf = ({ paths }: ApiDocument): Route[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]): Route[] => {
      const route = { method: method.toUpperCase(), path, operation };
      const short = `${route.method} ${path.replace('/api/v1', '')}`;
      return path.includes('{command}')
        ? COMMANDS.map((command) => ({ ...route, command, name: short.replace('{command}', command) }))
        : [{ ...route, name: short }];
    }),
  );

const NOWHERE = '00000009-0000-4000-8000-000000000009';
const id = (row: Record<string, unknown> | undefined): string =>
  (row?.['id'] as string | undefined) ?? NOWHERE;

/** What stands in the braces of a path, taken from the rows of a dossier. */
function placesOf(records: Records, dossierId: string, person: Person): Record<string, string> {
  const asked = records.consultation.find((row) => row['organisation_id'] === person?.organisationId);
  const letter = records.letter.find(({ status, kind }) => status === 'issued' && kind === 'receipt');
  return {
    id: dossierId,
    decisionId: id(records.list_decision[0]),
    overturnId: id(records.finding_overturn[0]),
    evidenceId: 'e1',
    opinionId: id(records.opinion.find(({ state }) => state === 'recorded')),
    screeningId: id(newestOf(records.screening)),
    number: '1',
    // A dossier of which nothing was asked has no such row: any other id of it stands for one.
    requestId: id(records.party_request[0] ?? newestOf(records.screening)),
    sessionId: id(records.council_session[0]),
    motionId: id(records.council_motion[0]),
    consultationId: id(asked ?? records.consultation[0]),
    clockId: id(records.clock[0]),
    letterId: id(letter),
  };
}
/** Routes whose `{id}` is that of something else in the dossier. */
function rootOf(path: string, records: Records, person: string, dossierId: string): string {
  const own = records.assignment.find(({ assignee_id }) => assignee_id === person);
  if (path.includes('/assignments/{id}')) return id(own);
  return path.includes('/documents/{id}') ? id(records.document[0]) : dossierId;
}

const knownOf = (records: Records): Known => ({
  lineId: 'lime',
  code: 'C03',
  listVersion: 'ND-76-2018',
  findingKey: 'used.age:equipment[m]',
  documentId: id(records.document[0]),
  documentIds: [id(records.document[0])],
  summary: 'Ý kiến.',
  recommendation: 'agree',
  members: [{ userId: NOWHERE, seat: 'chair' }],
  presence: [{ memberId: id(records.council_member[0]), presence: 'present' }],
  findingKeys: ['used.age:equipment[m]'],
  answers: ['Đã giải trình.'],
  decidedOn: '2026-07-15',
  replyBy: '2026-12-31',
  signedBy: { name: 'Võ Hữu Nghĩa', title: 'Giám đốc', capacity: 'own', principal: null },
  items: [{ what: 'Sơ đồ', basis: 'Điều 6' }],
  headConsent: { headId: NOWHERE },
  technicalCheck: { skippedBecause: 'Thiếu giấy tờ.' },
});

/** What the document says of the body of a route or of one command; undefined where none is taken. */
export function schemaOf({ command, operation }: Route, { components }: ApiDocument): Schema | undefined {
  if (command === undefined) return operation.requestBody?.content['application/json']?.schema;
  const dto = `${command.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase())}Dto`;
  return components.schemas[dto] ?? components.schemas['NoPayloadDto'];
}

function bodyOf(route: Route, records: Records, document: ApiDocument): unknown {
  if (route.path.endsWith('/dossiers/{id}')) return { particulars: { projectAuthority: 'province_chair' } };
  const known = knownOf(records);
  const schema = schemaOf(route, document);
  const presence = route.path.endsWith('/presence') ? known : { ...known, presence: 'present' };
  return schema && sampleOf(schema, document.components.schemas, presence);
}

export interface Asking {
  world: World;
  document: ApiDocument;
  records: Records;
  /** Asked for instead of the dossier's own: to compare with what is not there. */
  dossierId?: string;
}
/** Somebody who asks; of a consultation it is that of their organisation, where there is one. */
export type Person = { name: string; id: string; organisationId?: string | null } | null;
export type Told = Answer<Record<string, unknown> | null>;
const BOUNDARY = '----table';
const FILE = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.4\n%%EOF\r\n--${BOUNDARY}--\r\n`;

/** One request as it is sent, `dryRun` where the route can rehearse: nothing is changed where that is possible. */
export function sent(client: ApiClient, { method, operation }: Route, to: Sent): Promise<Told> {
  const isFile = operation.requestBody?.content['multipart/form-data'] !== undefined;
  const rehearses = operation.parameters?.some(({ name }) => name === 'dryRun');
  const isRead = method === 'GET' || method === 'DELETE';
  const body = isRead ? undefined : isFile ? FILE : JSON.stringify(to.body);
  const type = isFile ? `multipart/form-data; boundary=${BOUNDARY}` : 'application/json';
  return client.raw(method as 'GET', rehearses ? `${to.path}?dryRun=true` : to.path, body, {
    'if-match': `"${to.revision}"`,
    ...(body === undefined ? {} : { 'content-type': type }),
  });
}
interface Sent {
  path: string;
  body: unknown;
  revision: number;
}
/** A path with its braces filled: the first `{id}` is what the route is about, the others by their names. */
export const filled = (path: string, root: string, places: Readonly<Record<string, string>>): string =>
  path.replace('{id}', root).replaceAll(/\{([a-zA-Z]+)\}/g, (_, name: string) => places[name] ?? NOWHERE);

/** Asks one route of one person (null: nobody) about a dossier. */
export async function ask(
  { world, document, records, dossierId = idIn(records) }: Asking,
  route: Route,
  person: Person,
): Promise<Told> {
  const root = rootOf(route.path, records, person?.id ?? '', dossierId);
  const path = route.path.replace('{command}', route.command ?? '');
  const client = person ? await world.as(person.name) : world.api.anonymous;
  const isDocument = path.startsWith('/api/v1/documents');
  return sent(client, route, {
    path: filled(path, root, placesOf(records, dossierId, person)),
    body: bodyOf(route, records, document),
    revision: isDocument ? 1 : Number(records.dossier[0]?.['revision']),
  });
}
