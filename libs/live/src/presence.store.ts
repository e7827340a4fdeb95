import { type Tx } from '#database';
import { recordLive } from './live-event.store.js';

export const PRESENCE_ACTIVITIES = ['looking', 'editing'] as const;
export type PresenceActivity = (typeof PRESENCE_ACTIVITIES)[number];
/** How long a sign of life counts; the next one is due well before. */
export const PRESENCE_SECONDS = 45;

/** A sign of life of the acting person at a dossier. */
export interface SignOfLife {
  dossierId: string;
  /** `house`, or the id of an organisation or a person: those of one side see each other. */
  side: string;
  role: string;
  activity: PresenceActivity;
}
/** Somebody else who is there. */
export interface PresentPerson {
  userId: string;
  name: string;
  role: string;
  activity: PresenceActivity;
  since: string;
}

const expiryOf = ({ at }: Tx): Date => new Date(at.getTime() + PRESENCE_SECONDS * 1000);

const SIGN = `
WITH earlier AS (SELECT activity, side FROM dossier_presence WHERE dossier_id = $1 AND user_id = $2 AND expires_at > $6),
signed AS (
  INSERT INTO dossier_presence AS p (dossier_id, user_id, side, role, activity, since, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (dossier_id, user_id) DO UPDATE SET side = excluded.side, role = excluded.role, activity = excluded.activity,
    since = CASE WHEN p.expires_at > $6 THEN p.since ELSE excluded.since END, expires_at = excluded.expires_at)
SELECT NOT EXISTS (SELECT 1 FROM earlier WHERE activity = $5 AND side = $3) AS changed`;
const OTHERS = `
SELECT p.user_id AS "userId", u.display_name AS name, p.role, p.activity,
       to_char(p.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS since
  FROM dossier_presence p JOIN app_user u ON u.id = p.user_id
 WHERE p.dossier_id = $1 AND p.side = $2 AND p.user_id <> $3 AND p.expires_at > $4 AND u.active
 ORDER BY p.since, u.display_name, u.id LIMIT 50`;

/** Notes that the acting person is at a dossier, tells their side if that is new, and returns who else of it is there. */
export async function signPresence(tx: Tx, sign: SignOfLife): Promise<PresentPerson[]> {
  const { dossierId, side, role, activity } = sign;
  const values = [dossierId, tx.actor.id, side, role, activity, tx.at, expiryOf(tx)];
  const [signed, others] = await Promise.all([
    tx.one<{ changed: boolean }>(SIGN, values),
    tx.query<PresentPerson>(OTHERS, [dossierId, side, tx.actor.id, tx.at]),
  ]);
  if (signed?.changed) await tellPresence(tx, dossierId, side);
  return others;
}

/** Ends the presence of the acting person at a dossier; once more changes nothing. */
export async function leavePresence(tx: Tx, dossierId: string): Promise<void> {
  const left = await tx.query<{ side: string }>(
    'DELETE FROM dossier_presence WHERE dossier_id = $1 AND user_id = $2 RETURNING side',
    [dossierId, tx.actor.id],
  );
  for (const { side } of left) await tellPresence(tx, dossierId, side);
}

/** Ends the presence of those of whom nothing was heard, and tells their sides; whoever comes first does it for all. */
export async function endSilentPresence(tx: Tx): Promise<number> {
  const gone = await tx.query<{ dossierId: string; side: string }>(
    'DELETE FROM dossier_presence WHERE expires_at <= $1 RETURNING dossier_id AS "dossierId", side',
    [tx.at],
  );
  const places = new Map(gone.map((place) => [`${place.dossierId} ${place.side}`, place]));
  for (const { dossierId, side } of places.values()) await tellPresence(tx, dossierId, side);
  return gone.length;
}

const tellPresence = (tx: Tx, dossierId: string, side: string): Promise<void> =>
  recordLive(tx, { topic: 'presence', subjectId: dossierId, kind: 'presence.changed', audiences: [side] });
