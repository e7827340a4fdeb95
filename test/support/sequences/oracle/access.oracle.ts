import { type ApiClient } from '../../api-client.js';
import { type Records } from '../records.js';
import { type Tally } from '../tally.js';
import { idOf, nameOf, type World } from '../world.js';
import { Broken, dossierOf, type Person, type Row, text } from './moment.js';

const NOWHERE = '00000009-0000-4000-8000-000000000009';
const SIDES = ['clerk', 'appraiser', 'head', 'leader', 'province_leader', 'auditor'];
const JUDGES = [...SIDES, 'expert', 'council_secretary'];

/** Everybody with roles, employer and ties, read once. */
export async function peopleOf({ sql }: World): Promise<Map<string, Person>> {
  const { rows } = await sql.query<Person>(
    `SELECT u.id, u.display_name AS "displayName", u.organisation_id AS "organisationId", u.authority_id AS "authorityId", array(SELECT role FROM user_role WHERE user_id = u.id) AS roles,
       coalesce((SELECT json_agg(json_build_object('organisation', organisation_id, 'until', valid_to))
         FROM user_affiliation WHERE user_id = u.id), '[]') AS ties FROM app_user u`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Two years back, as a day. */
const twoYearsBefore = (today: string): string => `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`;

const has = ({ roles }: Person, ...words: string[]): boolean => roles.some((role) => words.includes(role));
const isOwner = (person: Person, dossier: Row): boolean =>
  person.organisationId !== null &&
  ((has(person, 'investor', 'requester') && person.organisationId === dossier['owner_org_id']) ||
    (has(person, 'requester') &&
      person.organisationId === dossier['requester_org_id'] &&
      (dossier['status'] !== 'draft' || dossier['channel'] === 'requester')));

/** 3, 4: whether somebody may not touch a dossier: said so, or belongs or lately belonged to one of its parties. */
export function isConflicted(person: Person, records: Records, today: string): boolean {
  const dossier = dossierOf(records);
  if (isOwner(person, dossier)) return false;
  const said = records.conflict_of_interest.some(
    ({ user_id, lifted_at }) => user_id === person.id && lifted_at === null,
  );
  const parties = [
    dossier['investor_org_id'],
    ...records.dossier_party
      .filter(({ party }) => ['investor', 'consultant', 'technology_supplier'].includes(String(party)))
      .map(({ organisation_id }) => organisation_id),
  ];
  const ties = person.ties
    .filter(({ until }) => until === null || until >= twoYearsBefore(today))
    .map(({ organisation }) => organisation);
  const employer = has(person, ...JUDGES) ? [person.organisationId] : [];
  return said || [...ties, ...employer].some((organisation) => parties.includes(organisation));
}

/** 4: whether somebody sees a dossier, written down a second time from the roles of the design. */
export function sees(person: Person, records: Records, today: string): boolean {
  const dossier = dossierOf(records);
  if (person.authorityId !== dossier['authority_id']) return false;
  if (isOwner(person, dossier)) return true;
  if (isConflicted(person, records, today)) return false;
  const tasks = records.assignment.filter(({ assignee_id }) => assignee_id === person.id);
  const declared = tasks.filter(({ state }) => state === 'accepted').map(({ kind }) => kind);
  if (has(person, 'expert') && declared.includes('expert')) return true;
  if (
    declared.includes('council') &&
    has(person, 'expert', 'council_secretary', 'appraiser', 'head', 'leader')
  )
    return true;
  const asked = records.consultation.some(
    ({ organisation_id, state, kind }) =>
      organisation_id === person.organisationId &&
      ['open', 'answered'].includes(String(state)) &&
      (has(person, 'agency') || (kind === 'independent_body' && has(person, 'expert'))),
  );
  if (asked) return true;
  if (dossier['status'] === 'draft')
    return dossier['on_behalf'] === true && has(person, 'clerk') && dossier['created_by'] === person.id;
  if (has(person, ...SIDES.filter((role) => role !== 'appraiser'))) return true;
  const waits = tasks.some(({ state }) => state === 'invited') && declared.length === 0;
  return has(person, 'appraiser') && !waits;
}

const VARIES = ['x-request-id', 'date', 'ratelimit-reset', 'ratelimit-remaining', 'ratelimit'];
const bare = ({ status, headers, body }: Awaited<ReturnType<ApiClient['get']>>, id: string): string => {
  const kept = Object.entries(headers).filter(
    ([name]) => !VARIES.some((word) => name.toLowerCase().includes(word)),
  );
  const { requestId: _requestId, ...rest } = (body ?? {}) as Row;
  return JSON.stringify([status, kept, rest]).replaceAll(id, ':id');
};

/** Reads of a dossier that each show it or nothing. */
const PLACES = [
  '',
  '/commands',
  '/timeline',
  '/letters',
  '/audit',
  '/documents',
  '/clocks',
  '/facts',
  '/requests',
];

/** 4: a person looks at a dossier: what they see is what the roles say, and what they do not see is not there. */
export async function lookOf(
  world: World,
  {
    name,
    records,
    place,
    people,
    tally,
  }: {
    name: string;
    records: Records;
    place: number;
    people: ReadonlyMap<string, Person>;
    tally: Tally;
  },
): Promise<void> {
  const person = people.get(idOf(name));
  const dossier = dossierOf(records);
  const id = dossier['id'] as string;
  if (!person) throw new Error(`nobody is called ${name}`);
  const client = await world.as(name);
  const expected = sees(person, records, world.today());
  const path = PLACES[place % PLACES.length] ?? '';
  const own = await client.get(`/api/v1/dossiers/${id}`);
  if (own.status !== (expected ? 200 : 404))
    throw new Broken(4, `${name} ${expected ? 'does not see' : 'sees'} the dossier`, own.status);
  await listed(client, {
    id,
    name,
    expected,
    conflicted: isConflicted(person, records, world.today()),
    code: text(dossier['file_code']),
    inHouse: has(person, ...SIDES),
    place,
  });
  if (!expected) await sameAsNowhere(client, { id, path, name });
  tally.checked(4, expected ? 'a look that is granted' : 'a look that is not');
  if (isConflicted(person, records, world.today())) tally.checked(4, 'a look of somebody in conflict');
}

async function sameAsNowhere(
  client: ApiClient,
  { id, path, name }: { id: string; path: string; name: string },
) {
  const [own, none] = [
    await client.get(`/api/v1/dossiers/${id}${path}`),
    await client.get(`/api/v1/dossiers/${NOWHERE}${path}`),
  ];
  if (bare(own, id) !== bare(none, NOWHERE))
    throw new Broken(4, `${name} can tell "not yours" from "not there"`, [
      bare(own, id),
      bare(none, NOWHERE),
    ]);
}

/** Lists in which a dossier could still be named to somebody in conflict: the first ones always, one of the others in turn. */
const OWN_LISTS = ['/api/v1/notifications', '/api/v1/assignments', '/api/v1/conditions', '/api/v1/councils'];
const HOUSE_LISTS = [
  '/api/v1/councils/known?stage=open',
  '/api/v1/consultations',
  '/api/v1/decisions/queue',
  '/api/v1/letters',
  '/api/v1/letters/queue',
  '/api/v1/letters/export.csv',
  '/api/v1/projects?limit=100',
  '/api/v1/projects/coverage/refusals',
  '/api/v1/reports/week',
];

async function listed(
  client: ApiClient,
  {
    id,
    name,
    expected,
    conflicted,
    code,
    inHouse,
    place,
  }: {
    id: string;
    name: string;
    expected: boolean;
    conflicted: boolean;
    /** Empty before the dossier was accepted. */
    code: string;
    inHouse: boolean;
    place: number;
  },
): Promise<void> {
  // A search by the code finds one dossier among all; without a code only the newest ones can be looked through.
  const by = code === '' ? 'sort=-updatedAt&limit=5' : `q=${code}&count=true&limit=5`;
  const { body } = await client.get<{ items?: { id: string }[]; total?: number }>(`/api/v1/dossiers?${by}`);
  const isThere = body.items?.some((item) => item.id === id) ?? false;
  if (isThere && !expected) throw new Broken(4, `${name} finds the dossier in the list`);
  if (code !== '' && body.total !== undefined && body.total < (body.items ?? []).length)
    throw new Broken(4, `${name} is told a smaller count than rows`, body.total);
  if (code !== '' && expected && inHouse && !isThere)
    throw new Broken(4, `${name} does not find the dossier by its code`, code);
  if (!conflicted) return;
  for (const path of [...OWN_LISTS, HOUSE_LISTS[place % HOUSE_LISTS.length] ?? '']) {
    const answer = await client.get(path);
    if (answer.status === 200 && answer.bytes.toString('utf8').includes(id))
      throw new Broken(4, `${name}, in conflict, reads of the dossier at ${path}`);
  }
}

/** Who was asked to work on the dossier and has not answered yet, or else somebody. */
export function invitedOr(somebody: string, { assignment }: Records): string {
  const open = assignment.find(({ state }) => state === 'invited');
  return open ? nameOf(open['assignee_id'] as string) : somebody;
}

/** 4: before declaring, somebody who is invited reads the names of the parties and of the project, and no more. */
const INVITED_READS = [
  'id',
  'dossierId',
  'kind',
  'state',
  'declaration',
  'assignedAt',
  'dueOn',
  'overdue',
  'revision',
  'projectName',
  'parties',
];
export async function invitationsOf(world: World, name: string, id: string, tally: Tally): Promise<void> {
  const client = await world.as(name);
  const { body } = await client.get<{ items?: (Row & { dossierId: string; state: string })[] }>(
    '/api/v1/assignments',
  );
  const own = (body.items ?? []).filter(({ dossierId, state }) => dossierId === id && state === 'invited');
  for (const item of own) {
    const more = Object.keys(item).filter((key) => !INVITED_READS.includes(key));
    if (more.length > 0) throw new Broken(4, `${name} reads more than the names before declaring`, more);
    tally.checked(4, 'an invitation');
  }
}
