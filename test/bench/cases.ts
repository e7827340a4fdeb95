import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type DatabaseConfig } from '#database';
import { DEMO_PASSWORD } from '#identity';
import { type FloorFilter } from './floor/page.js';
import { type Queries } from './floor/prepared.js';
import { type Recorded, replay } from './floor/replay.js';
import { assignByHand, type FloorViewer } from './floor/statements.js';
import { type WireRequest } from './load.js';

/** One thing that is measured: the same question to the product, to the floor, and to the database alone. */
export interface BenchCase {
  name: string;
  product: () => WireRequest;
  /** The same statements on a bare client behind the same HTTP server; of the command, the same by hand. */
  floor: () => WireRequest;
  /** The fewest statements that give one person a like answer, by hand; a page counts what it shows. */
  byHand?: () => WireRequest;
  statements: (client: Queries) => Promise<unknown>;
}
/** Whom and what the questions are about. */
export interface BenchWorld {
  viewer: FloorViewer;
  details: string[];
  /** Dossiers to which somebody can be assigned, with the revision that they have and who leads them. */
  assigned: Map<string, { revision: number; lead: string | null }>;
  appraisers: string[];
}

export const VIEWER = 'truongphong1@demo.techgate.vn';
const SAMPLE = 2000;
const FILTERS: FloorFilter[] = [
  { statuses: ['approved'], procedures: ['opinion'], words: [], count: true },
  { statuses: ['refused', 'withdrawn'], procedures: ['opinion'], words: [], count: true },
  { statuses: ['under_review', 'concluded'], procedures: null, words: [], count: true },
  { statuses: ['approved_with_conditions'], procedures: ['opinion', 'appraisal'], words: [], count: true },
];
const WORDS = [
  'xi mang da bac',
  'kính nổi',
  'det nhuom song kim',
  'Giấy bao bì',
  'thuy san nghi son',
  'pin luu tru',
  'lốp ô tô vũng áng',
  'h49.11-22',
];
/** A command on an overdue dossier also writes the draft of its holding reply anew; that is no part of an assignment. */
const NO_HOLDING_REPLY = `NOT EXISTS (SELECT 1 FROM letter l JOIN holding_reply h ON h.letter_id = l.id WHERE l.dossier_id = dossier.id)`;

/** Reads from the database whom the questions are about. */
export async function benchWorld(owner: DatabaseConfig): Promise<BenchWorld> {
  const client = new pg.Client(owner);
  await client.connect();
  const all = async <Row extends object>(sql: string): Promise<Row[]> => (await client.query<Row>(sql)).rows;
  try {
    const [viewer] = await all<FloorViewer>(
      `SELECT id, authority_id AS "authorityId", organisation_id AS "organisationId" FROM app_user WHERE email = '${VIEWER}'`,
    );
    if (!viewer) throw new Error(`${VIEWER} is not there`);
    const details = await all<{ id: string }>(
      `SELECT id FROM dossier WHERE status <> 'draft' ORDER BY md5(id::text) LIMIT ${SAMPLE}`,
    );
    const assigned = await all<{ id: string; revision: number; lead: string | null }>(
      `SELECT id, revision, lead_appraiser_id AS lead FROM dossier WHERE status IN ('submitted', 'under_review') AND ${NO_HOLDING_REPLY}
        ORDER BY md5(id::text) LIMIT ${SAMPLE}`,
    );
    const appraisers = await all<{ id: string }>(
      `SELECT id FROM app_user WHERE email LIKE 'bench-appraiser-%' ORDER BY id`,
    );
    return {
      viewer,
      details: details.map(({ id }) => id),
      assigned: new Map(assigned.map(({ id, ...one }) => [id, one])),
      appraisers: appraisers.map(({ id }) => id),
    };
  } finally {
    await client.end();
  }
}

/** Headers of the person who asks, signed in anew. */
export async function signedIn(url: string, email = VIEWER): Promise<Record<string, string>> {
  const answer = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${email} cannot sign in: ${await answer.text()}`);
  const { accessToken } = (await answer.json()) as { accessToken: string };
  return { authorization: `Bearer ${accessToken}` };
}

const inTurn = <Item>(items: readonly Item[]): (() => Item) => {
  let at = 0;
  return () => {
    const item = items[at % items.length];
    at += 1;
    if (item === undefined) throw new Error('nothing to ask about');
    return item;
  };
};

const listPath = (text: string): string => `/api/v1/dossiers?q=${encodeURIComponent(text)}`;
const WORKLIST = '/api/v1/dossiers?count=true';
const COUNTS = '/api/v1/dossiers/counts';

/** The requests whose statements are recorded for the floor, each by its path; a detail stands for all of them. */
export const recordedRequests = ({ details }: BenchWorld): Record<string, string> =>
  Object.fromEntries(
    [detailPath(details[0] ?? ''), ...FILTERS.map(pathOf), ...WORDS.map(listPath), WORKLIST, COUNTS].map(
      (path) => [path, path],
    ),
  );

/** Everything that is measured, for a signed-in person. @param recorded what the product asks, by the path of the request */
export function benchCases(
  world: BenchWorld,
  headers: Record<string, string>,
  recorded: Recorded = {},
): BenchCase[] {
  const asked = { headers, recorded };
  return [
    detailCase(world, asked),
    {
      ...listCase('filtered page with exact count', asked, FILTERS.map(pathOf)),
      byHand: pagesByHand(),
    },
    listCase('search without accents', asked, WORDS.map(listPath)),
    listCase('default worklist with its count', asked, [WORKLIST]),
    listCase('numbers over the worklist', asked, [COUNTS]),
    commandCase(world, headers),
  ];
}

interface AskedBy {
  headers: Record<string, string>;
  recorded: Recorded;
}
const detailPath = (id: string): string => `/api/v1/dossiers/${id}`;
const query = (values: Record<string, string>): string => new URLSearchParams(values).toString();

function detailCase({ details }: BenchWorld, { headers, recorded }: AskedBy): BenchCase {
  const [ours, theirs, alone, byHand] = [inTurn(details), inTurn(details), inTurn(details), inTurn(details)];
  const first = details[0] ?? '';
  const statements = recorded[detailPath(first)] ?? [];
  return {
    name: 'detail',
    product: () => ({ method: 'GET', path: detailPath(ours()), headers }),
    floor: () => ({
      method: 'GET',
      path: `/replay?${query({ name: detailPath(first), recorded: first, id: theirs() })}`,
    }),
    byHand: () => ({ method: 'GET', path: `/detail?${query({ id: byHand() })}` }),
    statements: (client) => replay(client, statements, { recorded: first, asked: alone() }),
  };
}

function listCase(name: string, { headers, recorded }: AskedBy, paths: readonly string[]): BenchCase {
  const [ours, theirs, alone] = [inTurn(paths), inTurn(paths), inTurn(paths)];
  return {
    name,
    product: () => ({ method: 'GET', path: ours(), headers }),
    floor: () => ({ method: 'GET', path: `/replay?${query({ name: theirs() })}` }),
    statements: (client) => replay(client, recorded[alone()] ?? []),
  };
}

function pagesByHand(): () => WireRequest {
  const next = inTurn(FILTERS);
  return () => ({ method: 'GET', path: `/page?${query({ filter: JSON.stringify(next()) })}` });
}

const pathOf = ({ statuses, procedures, count }: FloorFilter): string =>
  `/api/v1/dossiers?${[
    ...(statuses ?? []).map((status) => `status=${status}`),
    ...(procedures ?? []).map((procedure) => `procedure=${procedure}`),
    ...(count ? ['count=true'] : []),
  ].join('&')}`;

/** The lead appraiser is changed, each time on a dossier that nobody else works on. */
function commandCase(
  { assigned, appraisers, viewer }: BenchWorld,
  headers: Record<string, string>,
): BenchCase {
  const free = [...assigned.keys()];
  const anyone = inTurn(appraisers);
  /** Somebody else than the lead that the dossier has: an assignment of the same person would be refused. */
  const other = (lead: string | null): string => {
    const next = anyone();
    return next === lead ? anyone() : next;
  };
  const take = (): { id: string; revision: number; assigneeId: string } => {
    const id = free.shift();
    const found = id === undefined ? undefined : assigned.get(id);
    if (id === undefined || !found) throw new Error('too few dossiers for the commands');
    return { id, revision: found.revision, assigneeId: other(found.lead) };
  };
  const done = (id: string, lead: string, ok: boolean): void => {
    if (ok) assigned.set(id, { revision: (assigned.get(id)?.revision ?? 0) + 1, lead });
    free.push(id);
  };
  return {
    name: 'full command (assign)',
    product: () => {
      const { id, revision, assigneeId } = take();
      const body = JSON.stringify({
        assigneeId,
        kind: 'lead',
        reason: 'Cân đối công việc giữa các chuyên viên.',
      });
      const own = { ...headers, 'if-match': `"${revision}"`, 'idempotency-key': randomUUID() };
      const answered = (status: number) => done(id, assigneeId, status === 200);
      return { method: 'POST', path: `/api/v1/dossiers/${id}/commands/assign`, headers: own, body, answered };
    },
    floor: () => {
      const { id, revision, assigneeId } = take();
      const body = JSON.stringify({ dossierId: id, assigneeId, revision, key: randomUUID() });
      return {
        method: 'POST',
        path: '/assign',
        body,
        answered: (status) => done(id, assigneeId, status === 200),
      };
    },
    statements: async (client) => {
      const { id, revision, assigneeId } = take();
      await assignByHand(client, viewer, { dossierId: id, assigneeId, revision, key: randomUUID() });
      done(id, assigneeId, true);
    },
  };
}
