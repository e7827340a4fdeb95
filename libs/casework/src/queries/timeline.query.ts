import { payloadsOf } from '#audit';
import { isCouncilLetter, isDecided, type LetterKind } from '#contracts';
import { type Tx } from '#database';
import {
  isOfTheHouse,
  type OpenedDossier,
  roundsTold,
  type TransitionRow,
  transitionsOf,
  viewStatus,
} from '#dossiers';
import { stepSaid } from './step-said.js';

/** One line of the timeline: what happened, when, and who as far as the reader may know. */
export interface TimelineEntry {
  kind: 'transition' | 'letter' | 'silence';
  code: string;
  from: string | null;
  to: string | null;
  at: Date;
  actorRole: string;
  /** Inside the house only. */
  actorName: string | null;
  detail: Record<string, string | null>;
  visibility: 'public' | 'internal';
}
/** Steps of the house that the owner does not see. */
const INTERNAL = new Set(['assign', 'screen', 'conclude', 'endorse', 'send_back']);

/** Steps of the owner's own: what was written with them is no news to the owner. What the house writes reaches the owner by letter. */
const TOLD_TO_OWNERS = new Set(['withdraw', 'respond_to_refusal']);

/** The timeline of a dossier, newest first; internal steps only for people of the house. */
export async function timelineOf(tx: Tx, { row }: OpenedDossier): Promise<TimelineEntry[]> {
  const inside = isOfTheHouse(tx.actor);
  // The sort keeps this order at one instant: the silence follows the deadline that brought it.
  const entries = [
    ...(await silences(tx, row.id)),
    ...(await issuedLetters(tx, row.id)),
    ...(await steps(tx, row.id)),
  ];
  return entries
    .filter(({ visibility }) => inside || visibility === 'public')
    .map((entry) => (inside ? entry : { ...entry, actorName: null }))
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}

async function steps(tx: Tx, dossierId: string): Promise<TimelineEntry[]> {
  const transitions = await transitionsOf(tx, dossierId);
  const told = await roundsTold(tx, dossierId);
  const complaints = await complaintDays(tx, dossierId);
  const written = await writtenWithSteps(tx, dossierId);
  return transitions.reverse().map((step) => ({
    kind: 'transition',
    code: step.command,
    from: step.fromStatus && viewStatus(tx.actor, step.fromStatus, told.has(roundBefore(step))),
    to: viewStatus(tx.actor, step.toStatus, told.has(step.round)),
    at: step.at,
    actorRole: step.actorRole,
    actorName: step.actorName,
    detail: {
      step: String(step.step),
      round: String(step.round),
      ...(step.command === 'reopen' ? { complaintDecidedOn: complaints.get(step.round) ?? null } : {}),
      ...(isOfTheHouse(tx.actor) || TOLD_TO_OWNERS.has(step.command) ? written.get(String(step.step)) : {}),
    },
    visibility: isInternal(step, told) ? 'internal' : 'public',
  }));
}

/** What was written with each step, by its number; the person to whom a dossier was given by name. */
async function writtenWithSteps(tx: Tx, dossierId: string): Promise<Map<string, Record<string, string>>> {
  const said = (await payloadsOf(tx, dossierId, 'dossier')).map(({ facts, payload }) => ({
    step: String(facts['step']),
    ...stepSaid(payload),
  }));
  const names = await namesOf(
    tx,
    said.flatMap(({ assigneeId }) => assigneeId ?? []),
  );
  return new Map(
    said.map(({ step, reason, replyBy, assigneeId, assignedAs }) => [
      step,
      {
        ...(reason !== null && { reason }),
        ...(replyBy !== null && { replyBy }),
        ...(assigneeId !== null && {
          assignee: names.get(assigneeId) ?? '',
          assignedAs: assignedAs ?? 'lead',
        }),
      },
    ]),
  );
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const people = await tx.query<{ id: string; name: string }>(
    'SELECT id, display_name AS name FROM app_user WHERE id = ANY($1)',
    [ids],
  );
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** The days on which complaints were decided, by the round that they began. */
async function complaintDays(tx: Tx, dossierId: string): Promise<Map<number, string>> {
  const rows = await tx.query<{ round: number; on: string }>(
    'SELECT round, decided_on::text AS "on" FROM reopening WHERE dossier_id = $1',
    [dossierId],
  );
  return new Map(rows.map(({ round, on }) => [round, on]));
}

/** A decision belongs to the house until its letter has left. */
const isInternal = ({ command, toStatus, round }: TransitionRow, told: ReadonlySet<number>): boolean =>
  INTERNAL.has(command) || (isDecided(toStatus) && !told.has(round));
/** The round in which a dossier was before a step: only a reopening begins another one. */
const roundBefore = ({ command, round }: TransitionRow): number => (command === 'reopen' ? round - 1 : round);

async function issuedLetters(tx: Tx, dossierId: string): Promise<TimelineEntry[]> {
  const letters = await tx.query<{
    kind: LetterKind;
    number: string;
    at: Date;
    name: string | null;
    validity: string | null;
  }>(
    `SELECT l.kind, lpad(l.number::text, greatest(2, length(l.number::text)), '0') || '/' || l.symbol AS number, l.issued_at AS at, l.validity, u.display_name AS name
       FROM letter l LEFT JOIN app_user u ON u.id = l.issued_by WHERE l.dossier_id = $1 AND l.status = 'issued'`,
    [dossierId],
  );
  return letters.map(({ kind, number, at, name, validity }) => ({
    ...bare('letter', kind, at),
    actorRole: 'clerk',
    actorName: name,
    detail: { number, validity },
    visibility: isCouncilLetter(kind) || kind === 'consultation_request' ? 'internal' : 'public',
  }));
}

async function silences(tx: Tx, dossierId: string): Promise<TimelineEntry[]> {
  const records = await tx.query<{
    effect: string;
    basis: string;
    dueOn: string;
    at: Date;
    holdingReplyIssuedOn: string | null;
  }>(
    `SELECT s.effect, s.basis, s.due_on AS "dueOn", s.recorded_at AS at,
            (SELECT max(l.issued_on)::text FROM holding_reply h JOIN letter l ON l.id = h.letter_id
              WHERE h.clock_id = s.clock_id) AS "holdingReplyIssuedOn"
       FROM silence_record s WHERE s.dossier_id = $1`,
    [dossierId],
  );
  return records.map(({ effect, basis, dueOn, at, holdingReplyIssuedOn }) => ({
    ...bare('silence', effect, at),
    actorRole: 'system',
    actorName: null,
    detail: { basis, dueOn, holdingReplyIssuedOn },
    visibility: 'internal',
  }));
}

const bare = (kind: TimelineEntry['kind'], code: string, at: Date) => ({
  kind,
  code,
  from: null,
  to: null,
  at,
});
