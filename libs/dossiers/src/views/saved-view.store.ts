import { type Tx } from '#database';
import { Refusal } from '#kernel';
import { isOfTheHouse } from '../house.js';
import { type ListColumn, type ViewDraft } from '../domain/saved-view.js';

/** A view as its reader sees it. */
export interface SavedView {
  id: string;
  name: string;
  query: string;
  columns: ListColumn[];
  /** Shown to everybody of the house. */
  shared: boolean;
  position: number;
  /** The reader's own: only these can be changed. */
  mine: boolean;
  ownerName: string;
  revision: number;
  updatedAt: Date;
}

const VIEW = `v.id, v.name, v.query, v.columns, v.shared, v.position, v.owner_id = $1::uuid AS mine, u.display_name AS "ownerName",
  v.revision, v.updated_at AS "updatedAt"`;
/** One's own, and inside the house what colleagues share. */
const SEEN = `v.authority_id = $2::uuid AND (v.owner_id = $1::uuid OR (v.shared AND $3))`;
const reader = ({ actor }: Tx): unknown[] => [actor.id, actor.authorityId, isOfTheHouse(actor)];

/** The views of the reader in their order, the own ones first. */
export const viewsOf = (tx: Tx): Promise<SavedView[]> =>
  tx.query<SavedView>(
    `SELECT ${VIEW} FROM saved_view v JOIN app_user u ON u.id = v.owner_id WHERE ${SEEN}
      ORDER BY mine DESC, v.position, v.name, v.id`,
    reader(tx),
  );

/** One view. @throws Refusal `not_found`, the same for a view that is not there and for one that is not shown to the reader */
export async function viewOf(tx: Tx, id: string): Promise<SavedView> {
  const view = await tx.one<SavedView>(
    `SELECT ${VIEW} FROM saved_view v JOIN app_user u ON u.id = v.owner_id WHERE ${SEEN} AND v.id = $4`,
    [...reader(tx), id],
  );
  if (view === null) throw new Refusal('not_found');
  return view;
}

/** How many views one person keeps: our convention. */
export const VIEWS_CAP = 50;

/** Stores a new view. @throws Refusal `view_name_taken`, `too_many_views` */
export async function insertView(tx: Tx, draft: ViewDraft): Promise<string> {
  await lockOwn(tx);
  const { n } = (await tx.one<{ n: number }>(
    'SELECT count(*)::int AS n FROM saved_view WHERE owner_id = $1',
    [tx.actor.id],
  )) ?? { n: 0 };
  if (n >= VIEWS_CAP) throw new Refusal('too_many_views', { most: VIEWS_CAP });
  await requireFreeName(tx, draft.name, null);
  const row = await tx.one<{ id: string }>(
    `INSERT INTO saved_view (authority_id, owner_id, name, query, columns, shared, position, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8) RETURNING id`,
    [tx.actor.authorityId, tx.actor.id, ...columnsOf(draft), tx.at],
  );
  if (row === null) throw new Error('insert returned nothing');
  return row.id;
}

/** Writes an own view. @throws Refusal `stale_revision`, `view_name_taken` */
export async function updateView(tx: Tx, view: SavedView, revision: number, draft: ViewDraft): Promise<void> {
  await lockOwn(tx);
  await requireFreeName(tx, draft.name, view.id);
  const written = await tx.affect(
    `UPDATE saved_view SET name = $4, query = $5, columns = $6, shared = $7, position = $8, updated_at = $9, revision = revision + 1
      WHERE id = $1 AND owner_id = $2 AND revision = $3`,
    [view.id, tx.actor.id, revision, ...columnsOf(draft), tx.at],
  );
  if (written === 0) throw new Refusal('stale_revision', { revision: view.revision });
}

/** Removes an own view. @throws Refusal `stale_revision` */
export async function deleteView(tx: Tx, view: SavedView, revision: number): Promise<void> {
  const gone = await tx.affect('DELETE FROM saved_view WHERE id = $1 AND owner_id = $2 AND revision = $3', [
    view.id,
    tx.actor.id,
    revision,
  ]);
  if (gone === 0) throw new Refusal('stale_revision', { revision: view.revision });
}

const columnsOf = ({ name, query, columns, shared, position }: ViewDraft): unknown[] => [
  name,
  query,
  columns,
  shared,
  position,
];
/** Whoever writes views of one person at once does so one after the other: names and numbers are counted before. */
const lockOwn = (tx: Tx) =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1231))', [tx.actor.id]);

async function requireFreeName(tx: Tx, name: string, except: string | null): Promise<void> {
  const taken = await tx.one(
    'SELECT 1 FROM saved_view WHERE owner_id = $1 AND name = $2 AND id IS DISTINCT FROM $3::uuid',
    [tx.actor.id, name, except],
  );
  if (taken !== null) throw new Refusal('view_name_taken', { name });
}
