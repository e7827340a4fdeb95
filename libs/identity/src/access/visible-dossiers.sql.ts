import { CONSULTATION_KINDS } from '#contracts';
import { type Actor, civilDateOf, hasRole } from '#kernel';
import { oldestCountingEnd } from './conflict-window.js';
import {
  CONFLICTING_PARTIES,
  CONSULTED_ROLES,
  COUNCIL_ROLES,
  JUDGING_ROLES,
  OVERSEEING_WHILE_INVITED,
  SHOWING_CONSULTATIONS,
} from './dossier-access.types.js';

/** Who looks, and when; a `Tx` is one. */
export interface Viewer {
  actor: Actor;
  at: Date;
}
type Looking = Viewer & { wholeOnly: boolean; asksFor?: 'many' | 'one' };
/** A condition for a WHERE clause with its values. */
export interface SqlCondition {
  sql: string;
  values: unknown[];
}

/**
 * The dossiers that a viewer may see, as a condition on the dossier table under `alias`: the same answer as `maySee`.
 * Its values take the places from `$paramOffset + 1` on.
 */
export const visibleDossiersSql = (viewer: Viewer, paramOffset = 0, alias = 'd'): SqlCondition =>
  conditionOf({ ...viewer, wholeOnly: false }, paramOffset, alias);

/**
 * The dossiers that a viewer sees whole, as a condition: those that somebody sees only because their organisation is
 * consulted are left out, since they are shown as far as the answer needs and no further.
 */
export const wholeDossiersSql = (viewer: Viewer, paramOffset = 0, alias = 'd'): SqlCondition =>
  conditionOf({ ...viewer, wholeOnly: true }, paramOffset, alias);

/**
 * The same for one dossier that is chosen by its id: every question is put to that row alone instead of to all that the
 * viewer has to do with. `asInvited`: also to whom is invited and not in conflict.
 */
export function openDossierSql(
  viewer: Viewer,
  { asInvited, paramOffset }: { asInvited: boolean; paramOffset: number },
  alias = 'd',
): SqlCondition {
  const seen = conditionOf({ ...viewer, wholeOnly: false, asksFor: 'one' }, paramOffset, alias);
  if (!asInvited) return seen;
  const ground = groundOf({ ...viewer, asksFor: 'one' }, alias, paramOffset + seen.values.length);
  const authority = ground.place(viewer.actor.authorityId, 'uuid');
  const invited = ground.among(tasks(ground.place(viewer.actor.id, 'uuid'), 'invited'));
  const sql = `(${seen.sql} OR (${alias}.authority_id = ${authority} AND ${notConflicted(viewer, ground)} AND ${invited}))`;
  return { sql, values: [...seen.values, ...ground.values] };
}

function conditionOf(viewer: Looking, paramOffset: number, alias: string): SqlCondition {
  const ground = groundOf(viewer, alias, paramOffset);
  const authority = ground.place(viewer.actor.authorityId, 'uuid');
  const sql = `(${alias}.authority_id = ${authority} AND (${ways(viewer, ground).join(' OR ')}))`;
  return { sql, values: ground.values };
}

type Place = (value: unknown, type: string) => string;
/** What a condition is about: the alias of the dossier, the values so far, and how it is asked whether its id is one of some. */
interface Ground {
  d: string;
  values: unknown[];
  place: Place;
  among: (ids: string) => string;
  awaitsDeclaration: (me: string) => string;
}

function groundOf(
  { asksFor }: Viewer & Pick<Partial<Looking>, 'asksFor'>,
  d: string,
  paramOffset: number,
): Ground {
  const values: unknown[] = [];
  const place: Place = (value, type) => `$${paramOffset + values.push(value)}::${type}`;
  const inSet = (ids: string) => `${d}.id IN (${ids})`;
  const isOne = (ids: string) => `EXISTS (SELECT 1 FROM (${ids}) one WHERE one.dossier_id = ${d}.id)`;
  if (asksFor !== 'one')
    return { d, values, place, among: inSet, awaitsDeclaration: (me) => inSet(undeclared(me)) };
  const awaitsDeclaration = (me: string) =>
    `(${isOne(tasks(me, 'invited'))} AND NOT ${isOne(tasks(me, 'accepted'))})`;
  return { d, values, place, among: isOne, awaitsDeclaration };
}

/** Each way in which a dossier may be visible to this viewer; their roles decide which ways there are. */
function ways(viewer: Looking, ground: Ground): string[] {
  const { actor, wholeOnly } = viewer;
  if (actor.kind === 'system') return ['true'];
  const consulted = wholeOnly ? [] : consultedWays(actor, ground);
  const judging = [...judgingWays(actor, ground), ...consulted];
  const own = ownWays(actor, ground);
  if (judging.length === 0) return own.length > 0 ? own : ['false'];
  return [...own, `(${notConflicted(viewer, ground)} AND (${judging.join(' OR ')}))`];
}

function ownWays(actor: Actor, { d, place }: Ground): string[] {
  if (actor.organisationId === null || !hasRole(actor, 'investor', 'requester')) return [];
  const own = place(actor.organisationId, 'uuid');
  const asked = `(${d}.requester_org_id = ${own} AND (${d}.status <> 'draft' OR ${d}.channel = 'requester'))`;
  return [`${d}.owner_org_id = ${own}`, ...(hasRole(actor, 'requester') ? [asked] : [])];
}

function judgingWays(actor: Actor, { d, place, among, awaitsDeclaration }: Ground): string[] {
  const ways: string[] = [];
  if (hasRole(actor, ...OVERSEEING_WHILE_INVITED)) ways.push(`${d}.status <> 'draft'`);
  else if (hasRole(actor, 'appraiser'))
    ways.push(`(${d}.status <> 'draft' AND NOT ${awaitsDeclaration(place(actor.id, 'uuid'))})`);
  if (hasRole(actor, 'clerk')) ways.push(`(${d}.on_behalf AND ${d}.created_by = ${place(actor.id, 'uuid')})`);
  const kinds = [
    ...(hasRole(actor, 'expert') ? ['expert'] : []),
    ...(hasRole(actor, ...COUNCIL_ROLES) ? ['council'] : []),
  ];
  if (kinds.length > 0)
    ways.push(
      among(`SELECT a.dossier_id FROM assignment a WHERE a.assignee_id = ${place(actor.id, 'uuid')}
      AND a.state = 'accepted' AND a.kind = ANY (${place(kinds, 'text[]')})`),
    );
  return ways;
}

function consultedWays(actor: Actor, { place, among }: Ground): string[] {
  const kinds = CONSULTATION_KINDS.filter((kind) => hasRole(actor, ...CONSULTED_ROLES[kind]));
  if (actor.organisationId === null || kinds.length === 0) return [];
  return [
    among(`SELECT k.dossier_id FROM consultation k WHERE k.organisation_id = ${place(actor.organisationId, 'uuid')}
      AND k.kind = ANY (${place(kinds, 'text[]')}) AND k.state = ANY (${place([...SHOWING_CONSULTATIONS], 'text[]')})`),
  ];
}

/** Invited to a task and not yet a participant: who has not declared reads nothing. */
const undeclared = (me: string): string => `${tasks(me, 'invited')} EXCEPT ${tasks(me, 'accepted')}`;
const tasks = (me: string, state: 'invited' | 'accepted'): string =>
  `SELECT t.dossier_id FROM assignment t WHERE t.assignee_id = ${me} AND t.state = '${state}'`;

const notConflicted = (viewer: Viewer, { place, among }: Ground): string =>
  `NOT ${among(conflicted(viewer, place))}`;

/**
 * The dossiers with which a viewer is in conflict today, as a condition on the dossier table under `alias`: what
 * `conflictedUserIds` says of a dossier, asked for all dossiers at once.
 */
export function conflictedDossiersSql(viewer: Viewer, paramOffset = 0, alias = 'd'): SqlCondition {
  const ground = groundOf(viewer, alias, paramOffset);
  const authority = ground.place(viewer.actor.authorityId, 'uuid');
  const own = ownWays(viewer.actor, ground).map((way) => `(${way}) IS NOT TRUE`);
  const inConflict = ground.among(conflicted(viewer, ground.place));
  return {
    sql: `(${[`${alias}.authority_id = ${authority}`, inConflict, ...own].join(' AND ')})`,
    values: ground.values,
  };
}

/**
 * Whatever somebody may not judge is few and found by what the person is: one set for the whole list instead of a question
 * for each of its rows.
 */
function conflicted({ actor, at }: Viewer, place: Place): string {
  const today = civilDateOf(at);
  const me = place(actor.id, 'uuid');
  const employer = place(hasRole(actor, ...JUDGING_ROLES) ? actor.organisationId : null, 'uuid');
  const parties = place([...CONFLICTING_PARTIES], 'text[]');
  const ties = `SELECT ${employer} UNION ALL SELECT f.organisation_id FROM user_affiliation f WHERE f.user_id = ${me}
        AND f.valid_from <= ${place(today, 'date')} AND (f.valid_to IS NULL OR f.valid_to >= ${place(oldestCountingEnd(today), 'date')})`;
  return `SELECT c.dossier_id FROM conflict_of_interest c WHERE c.user_id = ${me} AND c.lifted_at IS NULL
      UNION ALL SELECT p.dossier_id FROM dossier_party p WHERE p.party = ANY (${parties}) AND p.organisation_id IN (${ties})
      UNION ALL SELECT v.id FROM dossier v WHERE v.investor_org_id IN (${ties})`;
}

/**
 * For those who see what was submitted unless something stands against it: the ids of all dossiers against which something
 * may stand, as a query that holds whatever `visibleDossiersSql` hides of them. Null for everybody else.
 */
export function exceptionsOfOverseerSql(viewer: Viewer, paramOffset = 0): SqlCondition | null {
  const { actor } = viewer;
  const values: unknown[] = [];
  const place = (value: unknown, type: string) => `$${paramOffset + values.push(value)}::${type}`;
  if (actor.kind === 'system') return { sql: 'SELECT NULL::uuid WHERE false', values };
  const oversees = hasRole(actor, ...OVERSEEING_WHILE_INVITED);
  if (!oversees && !hasRole(actor, 'appraiser')) return null;
  const conflicts = conflicted(viewer, place);
  return {
    sql: oversees ? conflicts : `${conflicts} UNION ALL (${undeclared(place(actor.id, 'uuid'))})`,
    values,
  };
}
