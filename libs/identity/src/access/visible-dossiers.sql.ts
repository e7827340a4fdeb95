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
type Looking = Viewer & { wholeOnly: boolean };
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

function conditionOf(viewer: Looking, paramOffset: number, alias: string): SqlCondition {
  const values: unknown[] = [];
  const place = (value: unknown, type: string) => `$${paramOffset + values.push(value)}::${type}`;
  const sql = `(${alias}.authority_id = ${place(viewer.actor.authorityId, 'uuid')} AND (${ways(viewer, alias, place).join(' OR ')}))`;
  return { sql, values };
}

type Place = (value: unknown, type: string) => string;

/** Each way in which a dossier may be visible to this viewer; their roles decide which ways there are. */
function ways(viewer: Looking, alias: string, place: Place): string[] {
  const { actor, wholeOnly } = viewer;
  if (actor.kind === 'system') return ['true'];
  const consulted = wholeOnly ? [] : consultedWays(actor, alias, place);
  const judging = [...judgingWays(actor, alias, place), ...consulted];
  const own = ownWays(actor, alias, place);
  if (judging.length === 0) return own.length > 0 ? own : ['false'];
  return [...own, `(${notConflicted(viewer, alias, place)} AND (${judging.join(' OR ')}))`];
}

function ownWays(actor: Actor, d: string, place: Place): string[] {
  if (actor.organisationId === null || !hasRole(actor, 'investor', 'requester')) return [];
  const own = place(actor.organisationId, 'uuid');
  const asked = `(${d}.requester_org_id = ${own} AND (${d}.status <> 'draft' OR ${d}.channel = 'requester'))`;
  return [`${d}.owner_org_id = ${own}`, ...(hasRole(actor, 'requester') ? [asked] : [])];
}

function judgingWays(actor: Actor, d: string, place: Place): string[] {
  const ways: string[] = [];
  if (hasRole(actor, ...OVERSEEING_WHILE_INVITED)) ways.push(`${d}.status <> 'draft'`);
  else if (hasRole(actor, 'appraiser'))
    ways.push(`(${d}.status <> 'draft' AND NOT ${awaitsDeclaration(place(actor.id, 'uuid'), d)})`);
  if (hasRole(actor, 'clerk')) ways.push(`(${d}.on_behalf AND ${d}.created_by = ${place(actor.id, 'uuid')})`);
  const kinds = [
    ...(hasRole(actor, 'expert') ? ['expert'] : []),
    ...(hasRole(actor, ...COUNCIL_ROLES) ? ['council'] : []),
  ];
  if (kinds.length > 0)
    ways.push(`${d}.id IN (SELECT a.dossier_id FROM assignment a WHERE a.assignee_id = ${place(actor.id, 'uuid')}
      AND a.state = 'accepted' AND a.kind = ANY (${place(kinds, 'text[]')}))`);
  return ways;
}

function consultedWays(actor: Actor, d: string, place: Place): string[] {
  const kinds = CONSULTATION_KINDS.filter((kind) => hasRole(actor, ...CONSULTED_ROLES[kind]));
  if (actor.organisationId === null || kinds.length === 0) return [];
  return [
    `${d}.id IN (SELECT k.dossier_id FROM consultation k WHERE k.organisation_id = ${place(actor.organisationId, 'uuid')}
      AND k.kind = ANY (${place(kinds, 'text[]')}) AND k.state = ANY (${place([...SHOWING_CONSULTATIONS], 'text[]')}))`,
  ];
}

/** Invited to a task of the dossier and not yet a participant: who has not declared reads nothing. */
const awaitsDeclaration = (me: string, d: string): string => `${d}.id IN (${undeclared(me)})`;
const undeclared = (me: string): string => `${tasks(me, 'invited')} EXCEPT ${tasks(me, 'accepted')}`;
const tasks = (me: string, state: 'invited' | 'accepted'): string =>
  `SELECT t.dossier_id FROM assignment t WHERE t.assignee_id = ${me} AND t.state = '${state}'`;

const notConflicted = (viewer: Viewer, d: string, place: Place): string =>
  `${d}.id NOT IN (${conflicted(viewer, place)})`;

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
