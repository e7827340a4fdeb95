import { type Tx } from '#database';
import { conflictedDossiersSql, visibleDossiersSql } from '#identity';
import { Refusal } from '#kernel';
import { type NotificationLanguage, notificationText } from './notification.catalogue.js';

export interface NotificationView {
  id: string;
  dossierId: string | null;
  kind: string;
  text: string;
  params: Record<string, unknown>;
  at: Date;
  readAt: Date | null;
}
export interface NotificationPage {
  items: NotificationView[];
  nextCursor: string | null;
  unread: number;
}
export interface NotificationQuery {
  /** 1 to 100. */
  limit: number;
  cursor: string | null;
  unreadOnly: boolean;
  language: NotificationLanguage;
}
type Row = Omit<NotificationView, 'text'>;

/** What the actor may still read: own news of no dossier, of a visible one, or of one to which the actor is invited. */
function readable(tx: Tx, offset: number): { from: string; values: unknown[] } {
  const visible = visibleDossiersSql(tx, offset + 1);
  const hidden = conflictedDossiersSql(tx, offset + 1 + visible.values.length);
  const invited = `d.id IN (SELECT a.dossier_id FROM assignment a WHERE a.assignee_id = $${offset + 1} AND a.state = 'invited')`;
  const from = `notification n LEFT JOIN dossier d ON d.id = n.dossier_id
    WHERE n.recipient_id = $${offset + 1} AND (n.dossier_id IS NULL OR ${visible.sql} OR (${invited} AND NOT ${hidden.sql}))`;
  return { from, values: [tx.actor.id, ...visible.values, ...hidden.values] };
}

/**
 * A page of the actor's notifications, newest first, with the number of unread ones. What speaks of a dossier that the
 * actor may no longer see is neither shown nor counted. @throws Refusal `cursor_mismatch`.
 */
export async function myNotifications(tx: Tx, query: NotificationQuery): Promise<NotificationPage> {
  const after = readCursor(query);
  const { from, values } = readable(tx, 4);
  const rows = await tx.query<Row>(
    `SELECT n.id, n.dossier_id AS "dossierId", n.kind, n.params, n.at, n.read_at AS "readAt" FROM ${from}
        AND ($1::timestamptz IS NULL OR (n.at, n.id) < ($1::timestamptz, $2::uuid)) AND (NOT $3::boolean OR n.read_at IS NULL)
      ORDER BY n.at DESC, n.id DESC LIMIT $4`,
    [after?.at ?? null, after?.id ?? null, query.unreadOnly, query.limit + 1, ...values],
  );
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => withText(row, query.language)),
    nextCursor: last ? writeCursor(query, last) : null,
    unread: await unreadCount(tx),
  };
}

/** How many notifications the actor has not read. */
async function unreadCount(tx: Tx): Promise<number> {
  const { from, values } = readable(tx, 0);
  const row = await tx.one<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${from} AND n.read_at IS NULL`,
    values,
  );
  return row?.count ?? 0;
}

/** Marks a notification that the actor may read as read; a second time changes nothing. @throws Refusal `not_found`. */
export async function markNotificationRead(tx: Tx, id: string): Promise<{ unread: number }> {
  const { from, values } = readable(tx, 2);
  const touched = await tx.affect(
    `UPDATE notification SET read_at = coalesce(read_at, $2)
      WHERE id = (SELECT n.id FROM ${from} AND n.id = $1)`,
    [id, tx.at, ...values],
  );
  if (touched === 0) throw new Refusal('not_found');
  return { unread: await unreadCount(tx) };
}

/** Marks what the actor may read and was told up to an instant as read; what came later stays new. */
export async function markNotificationsRead(tx: Tx, until: Date): Promise<{ unread: number }> {
  const { from, values } = readable(tx, 2);
  await tx.affect(
    `UPDATE notification SET read_at = $2
      WHERE id IN (SELECT n.id FROM ${from} AND n.read_at IS NULL AND n.at <= $1)`,
    [until, tx.at, ...values],
  );
  return { unread: await unreadCount(tx) };
}

const withText = (row: Row, language: NotificationLanguage): NotificationView => ({
  ...row,
  text: notificationText(row.kind, row.params, language),
});

interface Cursor {
  at: string;
  id: string;
}
const listOf = ({ unreadOnly }: NotificationQuery): string =>
  unreadOnly ? 'notifications:unread' : 'notifications';

const writeCursor = (query: NotificationQuery, { at, id }: Row): string =>
  Buffer.from(JSON.stringify([listOf(query), at.toISOString(), id])).toString('base64url');

function readCursor(query: NotificationQuery): Cursor | null {
  if (query.cursor === null) return null;
  const parts = decoded(query.cursor);
  const [list, at, id] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const fits =
    list === listOf(query) &&
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at)) &&
    typeof id === 'string' &&
    UUID.test(id);
  if (!fits) throw new Refusal('cursor_mismatch');
  return { at, id };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
