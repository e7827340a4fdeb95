import { DECISION_LETTERS, type LetterKind, type Status } from '#contracts';
import { type Tx } from '#database';
import { visibleDossiersSql } from '#identity';
import { type CivilDate, civilDateOf, daysBetween, hasRole, isCivilDate, Refusal } from '#kernel';

/** A drafted letter that waits for its signature and its number. */
export interface QueuedLetter {
  letterId: string;
  dossierId: string;
  kind: LetterKind;
  revision: number;
  draftedAt: Date;
  /** Days since it was drafted. */
  ageDays: number;
  fileCode: string | null;
  projectName: string;
  procedureId: string;
  status: Status;
  dueOn: CivilDate | null;
  /** Three quarters of a reply term have gone, or the due day is over. */
  deadlineNear: boolean;
}
export interface LetterQueuePage {
  items: QueuedLetter[];
  nextCursor: string | null;
}
export interface LetterQueueQuery {
  kinds: readonly LetterKind[];
  /** 1 to 100. */
  limit: number;
  cursor: string | null;
}

/** A holding reply beside a drafted decision is not shown: the decision goes out. */
const WAITING = `l.status = 'draft' AND NOT (l.kind = 'holding_reply' AND EXISTS (
  SELECT 1 FROM letter o WHERE o.dossier_id = l.dossier_id AND o.status = 'draft' AND o.kind IN (${DECISION_LETTERS.map((kind) => `'${kind}'`).join(', ')})))`;
const NEAR = `EXISTS (SELECT 1 FROM clock c JOIN clock_alarm a ON a.clock_id = c.id WHERE c.dossier_id = d.id
  AND c.purpose = 'reply' AND c.state IN ('running', 'expired') AND a.kind = 'warning_75' AND a.fired_at IS NOT NULL)`;
/** Leaders and heads sign nothing that the counter hands out. */
const COUNTER_KINDS: readonly LetterKind[] = ['receipt'];

/**
 * Drafts of every dossier that the actor may see, the earliest due day first, without a due day last. Clerks see all
 * kinds, heads and leaders those that a leader signs. @throws Refusal `cursor_mismatch`
 */
export async function letterQueue(tx: Tx, query: LetterQueueQuery): Promise<LetterQueuePage> {
  const after = readCursor(query);
  const visible = visibleDossiersSql(tx, 6, 'd');
  const rows = await tx.query<Omit<QueuedLetter, 'ageDays'>>(
    `SELECT l.id AS "letterId", l.dossier_id AS "dossierId", l.kind, l.revision, l.created_at AS "draftedAt",
            d.file_code AS "fileCode", d.project_name AS "projectName", d.procedure_id AS "procedureId", d.status,
            d.due_on AS "dueOn", (${NEAR} OR coalesce(d.due_on < $4::date, false)) AS "deadlineNear"
       FROM letter l JOIN dossier d ON d.id = l.dossier_id
      WHERE ${WAITING} AND ${visible.sql} AND l.kind <> ALL ($5::text[])
        AND (cardinality($6::text[]) = 0 OR l.kind = ANY ($6::text[]))
        AND ($1::uuid IS NULL OR (coalesce(d.due_on, 'infinity'::date), l.id) > (coalesce($2::date, 'infinity'::date), $1::uuid))
      ORDER BY coalesce(d.due_on, 'infinity'::date), l.id LIMIT $3`,
    [
      after?.id ?? null,
      after?.dueOn ?? null,
      query.limit + 1,
      civilDateOf(tx.at),
      hasRole(tx.actor, 'clerk') ? [] : [...COUNTER_KINDS],
      [...query.kinds],
      ...visible.values,
    ],
  );
  const today = civilDateOf(tx.at);
  const items = rows
    .slice(0, query.limit)
    .map((row) => ({ ...row, ageDays: daysBetween(civilDateOf(row.draftedAt), today) }));
  const last = rows.length > query.limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? writeCursor(query, last) : null };
}

interface Cursor {
  dueOn: CivilDate | null;
  id: string;
}
const listOf = ({ kinds }: LetterQueueQuery): string => ['letters', ...[...kinds].sort()].join(':');
const writeCursor = (query: LetterQueueQuery, { dueOn, letterId }: QueuedLetter): string =>
  Buffer.from(JSON.stringify([listOf(query), dueOn, letterId])).toString('base64url');

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
function readCursor(query: LetterQueueQuery): Cursor | null {
  if (query.cursor === null) return null;
  const [list, dueOn, id] = decoded(query.cursor);
  const isDay = dueOn === null || isCivilDate(dueOn);
  if (list !== listOf(query) || !isDay || typeof id !== 'string' || !UUID.test(id))
    throw new Refusal('cursor_mismatch');
  return { dueOn, id };
}

function decoded(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
