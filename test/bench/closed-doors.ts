import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type DatabaseConfig } from '#database';
import { type WireRequest } from './load.js';
import { quantile } from './quantile.js';

/** Times of one request in milliseconds. */
interface Times {
  p50: number;
  p90: number;
}
/** Times of a request by somebody, by what it asked about. */
export interface Door {
  who: string;
  route: string;
  notYours: Times;
  notThere: Times;
  /** The question of `notThere` once more, asked between: how far equal work differs by chance. */
  notThereAgain: Times;
}
type Kind = Exclude<keyof Door, 'route' | 'who'>;
type Asked = Pick<WireRequest, 'method' | 'path' | 'body'>;

const KINDS: readonly Kind[] = ['notYours', 'notThere', 'notThereAgain'];
const [WARM_UP, TIMES] = [10, 150];
const NOT_FOUND = 404;
const read =
  (part: string) =>
  (id: string): Asked => ({ method: 'GET', path: `/api/v1/dossiers/${id}${part}` });
const BODY = JSON.stringify({ reason: 'Không còn nhu cầu đầu tư.' });
const ROUTES: Readonly<Record<string, (id: string) => Asked>> = {
  'GET /dossiers/{id}': read(''),
  'GET /dossiers/{id}/timeline': read('/timeline'),
  'GET /dossiers/{id}/documents': read('/documents'),
  'POST /dossiers/{id}/commands/withdraw': (id) => ({
    method: 'POST',
    path: `/api/v1/dossiers/${id}/commands/withdraw`,
    body: BODY,
  }),
};

/** Somebody who may not see what they ask for. */
interface Stranger {
  who: string;
  headers: Record<string, string>;
}
const timesOf = (times: readonly number[]): Times => ({
  p50: quantile(times, 0.5),
  p90: quantile(times, 0.9),
});

/**
 * Asks for dossiers of others and for ones that do not exist, one after the other in an order of chance.
 * @param others ids of dossiers that this person may not see
 * @throws where an answer is not 404
 */
export async function closedDoors(
  url: string,
  { who, headers }: Stranger,
  others: readonly string[],
): Promise<Door[]> {
  const doors: Door[] = [];
  for (const [route, requestOf] of Object.entries(ROUTES)) {
    const times: Record<Kind, number[]> = { notYours: [], notThere: [], notThereAgain: [] };
    for (let at = 0; at < WARM_UP + TIMES; at += 1)
      for (const kind of shuffled(KINDS)) {
        const id = kind === 'notYours' ? others[at % others.length] : randomUUID();
        const time = await timed(url, { ...requestOf(String(id)), headers });
        if (at >= WARM_UP) times[kind].push(time);
      }
    doors.push({
      ...{ who, route },
      notYours: timesOf(times.notYours),
      notThere: timesOf(times.notThere),
      notThereAgain: timesOf(times.notThereAgain),
    });
  }
  return doors;
}

/** Lets a person have declared a conflict with some dossiers. */
export async function declareConflicts(
  owner: DatabaseConfig,
  email: string,
  dossierIds: readonly string[],
): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at)
       SELECT d, u.id, 'declared', 'Người thân góp vốn.', now() FROM unnest($1::uuid[]) d, app_user u WHERE u.email = $2`,
      [dossierIds, email],
    );
  } finally {
    await client.end();
  }
}

/** Which of some dossiers this person may not see. */
export async function hiddenFrom(
  url: string,
  headers: Record<string, string>,
  ids: readonly string[],
): Promise<string[]> {
  const hidden: string[] = [];
  for (const id of ids) {
    const { status } = await fetch(`${url}/api/v1/dossiers/${id}`, { headers });
    if (status === NOT_FOUND) hidden.push(id);
  }
  return hidden;
}

async function timed(url: string, { method, path, body, headers }: WireRequest): Promise<number> {
  const own =
    method === 'POST'
      ? { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'if-match': '"1"' }
      : {};
  const begun = performance.now();
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...headers, ...own },
    ...(body ? { body } : {}),
  });
  await answer.arrayBuffer();
  const time = performance.now() - begun;
  if (answer.status !== NOT_FOUND) throw new Error(`${method} ${path} was answered ${answer.status}`);
  return time;
}

const shuffled = <Item>(items: readonly Item[]): Item[] =>
  items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
