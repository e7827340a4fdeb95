import { type Tx } from '#database';
import { wakeAfterCommit } from './wake-ups.js';

export type LiveTopic = 'dossier' | 'project' | 'presence' | 'notification' | 'session';
/** What is told: ids and codes, never a text. */
export interface LiveDraft {
  topic: LiveTopic;
  /** A dossier or a project; null where a notification or a session is about none. */
  subjectId: string | null;
  /** The act of the log, the kind of a notification … */
  kind: string;
  /** `open`, `house`, or the id of a person or an organisation. One row for each. */
  audiences: readonly string[];
}
export interface LiveEvent {
  topic: LiveTopic;
  subjectId: string | null;
  kind: string;
  audience: string;
  at: string;
}
/** What came since a position, and the position after it; null where more came than anybody wants to be told one by one. */
export interface News {
  position: string;
  events: LiveEvent[] | null;
}

/** How much is told one by one: whoever missed more looks anew. */
const MOST_TOLD = 2000;
/** Our own convention: nobody's screen waits for longer. */
export const LIVE_EVENT_HOURS = 24;

/**
 * The row as part of a statement of the caller's, which writes what it tells of and saves a round for every act: its six
 * values are instant, topic, subject, kind, audience and sequence. The caller wakes the readers (`wakeAfterCommit`).
 */
export const liveEventSql = (values: string): string =>
  `INSERT INTO live_event (at, topic, subject_id, kind, audience, seq) VALUES (${values})`;

/** Tells open screens of what this transaction does, and wakes their readers once it is committed. */
export async function recordLive(tx: Tx, draft: LiveDraft): Promise<void> {
  const { topic, subjectId, kind, audiences } = draft;
  wakeAfterCommit(tx);
  await tx.query(
    `INSERT INTO live_event (at, topic, subject_id, kind, audience)
     SELECT $1, $2, $3, $4, audience FROM unnest($5::text[]) AS audience`,
    [tx.at, topic, subjectId, kind, audiences],
  );
}

/** The kind of an event that is meant for one person: a dossier may no longer be theirs to see. */
export const ACCESS_LOST = 'access.lost';

/**
 * Tells the open screens of one person that they lost a dossier, which they saw until now: only the id is told, and nothing
 * at all to whoever still sees it for another reason.
 */
export const recordAccessLost = (tx: Tx, dossierId: string, userId: string): Promise<void> =>
  recordLive(tx, { topic: 'dossier', subjectId: dossierId, kind: ACCESS_LOST, audiences: [userId] });

const EVENT = `json_build_object('topic', e.topic, 'subjectId', e.subject_id, 'kind', e.kind, 'audience', e.audience, 'at', e.at)`;
const SINCE = `e.xid >= pg_snapshot_xmin($1::pg_snapshot) AND NOT pg_visible_in_snapshot(e.xid, $1::pg_snapshot)
  AND e.xid < pg_snapshot_xmax(pg_current_snapshot())`;
const read = (until: string) =>
  `SELECT pg_current_snapshot()::text AS position, coalesce((SELECT json_agg(told.event) FROM (SELECT ${EVENT} AS event
     FROM live_event e WHERE ${SINCE}${until} ORDER BY e.xid, e.id LIMIT ${MOST_TOLD + 1}) told), '[]') AS events`;
const READ_SINCE = read('');
const READ_BETWEEN = read(' AND pg_visible_in_snapshot(e.xid, $2::pg_snapshot)');

/**
 * What was committed since a position, which is a snapshot of the database: whatever it did not see and the present one
 * does. Nothing is lost however rows commit, and nobody waits for the longest transaction.
 */
export async function newsSince(tx: Tx, position: string): Promise<News> {
  return newsOf(await tx.one<Read>(READ_SINCE, [position]));
}

/** What was committed after one position and not after another. */
export async function newsBetween(tx: Tx, from: string, to: string): Promise<LiveEvent[] | null> {
  return newsOf(await tx.one<Read>(READ_BETWEEN, [from, to])).events;
}

/** Where the database stands now. */
export async function presentPosition(tx: Tx): Promise<string> {
  const row = await tx.one<{ position: string }>('SELECT pg_current_snapshot()::text AS position');
  if (!row) throw new Error('a database has a snapshot');
  return row.position;
}

interface Read {
  position: string;
  events: LiveEvent[];
}
function newsOf(found: Read | null): News {
  if (!found) throw new Error('a statement of one row has one');
  const { position, events } = found;
  return { position, events: events.length > MOST_TOLD ? null : events };
}

/** Removes events of more than a day; returns how many. */
export const forgetLiveEvents = (tx: Tx): Promise<number> =>
  tx.affect(`DELETE FROM live_event WHERE at < $1::timestamptz - interval '${LIVE_EVENT_HOURS} hours'`, [
    tx.at,
  ]);
