import { CLOSED_STATUSES, DECIDED_STATUSES, isDecided, NEAR_DUE_DAYS, type Status } from '#contracts';
import { type Actor, addDays, type CivilDate, hasRole, Refusal } from '#kernel';
import { isOfTheHouse } from '../house.js';
import { viewStatusSql } from '../view-status.js';
import { mineToActSql } from './action-facts.sql.js';
import { Conditions, type Visibility } from './list-conditions.js';
import { type DossierListQuery, type ListTab } from './list-query.js';

/** Statuses in which nothing is owed any more; a decided dossier owes its letter as long as it has a due date. */
export const NOTHING_OWED: readonly Status[] = CLOSED_STATUSES.filter((status) => !isDecided(status));

const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** Something is still to be done: neither over, nor decided with its letter gone. Drafts are. The index dossier_owed says the same. */
export const owedSql = (actor: Actor): string => owedIn(viewStatusSql(actor));
const owedIn = (status: string): string =>
  `(${status} NOT IN (${listed(NOTHING_OWED)}) AND (${status} NOT IN (${listed(DECIDED_STATUSES)}) OR d.due_on IS NOT NULL))`;

/** The same by the true status, for what somebody has to do. */
const WORK_OWED = owedIn('d.status');

/** What is refused to people outside the house, since it tells who works on what. @throws Refusal `list_query_invalid` */
export function refuseInsideOnly(actor: Actor, query: DossierListQuery): void {
  if (isOfTheHouse(actor)) return;
  const { tab, refusedFor } = query;
  const asked = INSIDE_ONLY.find((name) => query[name] !== null);
  const parameter =
    asked ?? (tab === 'unassigned' || tab === 'team' ? 'tab' : refusedFor.length > 0 ? 'refusedFor' : null);
  if (parameter !== null) throw new Refusal('list_query_invalid', { parameter, rule: 'inside_only' });
}
const INSIDE_ONLY = ['assignee', 'silentBy', 'decidedFrom', 'decidedTo'] as const;

/** The one predicate of list, count, tab, neighbour and figure. */
export function filterOf(
  query: DossierListQuery,
  visible: Visibility,
  actor: Actor,
  today: CivilDate,
): Conditions {
  const where = new Conditions();
  // Words are cheaper to look for than who may see what, and leave fewer rows to ask about.
  where.addSearch('d.search_text', query.q);
  where.addPredicate(visible);
  addWords(where, query, actor);
  addDayRanges(where, query);
  addOutcome(where, query);
  addPaper(where, query);
  if (query.silentBy !== null) where.parts.push(silentSql(where, today, query.silentBy));
  if (query.tab !== null) where.parts.push(tabSql(where, query.tab, actor));
  if (query.overdue) where.parts.push(overdueSql(where, today));
  if (query.action === 'mine')
    where.parts.push(mineToActSql(actor, (value) => where.place(value), WORK_OWED));
  if (query.nearDue) where.parts.push(nearDueSql(where, today));
  return where;
}

function addWords(where: Conditions, query: DossierListQuery, actor: Actor): void {
  const [status, ...more] = query.status;
  // One status is asked for by itself: its index then gives the page in order.
  if (status !== undefined && more.length === 0) where.add((p) => `${viewStatusSql(actor)} = ${p}`, status);
  else if (status !== undefined) where.add((p) => `${viewStatusSql(actor)} = ANY(${p})`, query.status);
  if (query.procedure.length > 0) where.add((p) => `d.procedure_id = ANY(${p})`, query.procedure);
  if (query.capitalOrigin.length > 0) where.add((p) => `d.capital_origin = ANY(${p})`, query.capitalOrigin);
  if (query.assignee === 'none') where.parts.push('d.lead_appraiser_id IS NULL');
  else if (query.assignee !== null)
    where.add((p) => `d.lead_appraiser_id = ${p}`, query.assignee === 'me' ? actor.id : query.assignee);
}

function addDayRanges(where: Conditions, { from, to, dueFrom, dueTo }: DossierListQuery): void {
  if (from !== null) where.add((p) => `d.received_on >= ${p}`, from);
  if (to !== null) where.add((p) => `d.received_on <= ${p}`, to);
  if (dueFrom !== null) where.add((p) => `d.due_on >= ${p}`, dueFrom);
  if (dueTo !== null) where.add((p) => `d.due_on <= ${p}`, dueTo);
}

/** The paper with which it came in. Blanks and capitals of its number are written in many ways; the search finds it by its index. */
function addPaper(where: Conditions, { incomingNumber, incomingOn, owner }: DossierListQuery): void {
  if (incomingNumber !== null) {
    where.addSearch('d.search_text', incomingNumber);
    const bare = (text: string) => `lower(replace(${text}, ' ', ''))`;
    where.add((p) => `${bare('d.incoming_number')} = ${bare(`${p}::text`)}`, incomingNumber);
  }
  if (incomingOn !== null) where.add((p) => `d.incoming_on = ${p}`, incomingOn);
  if (owner !== null) where.add((p) => `d.owner_org_id = ${p}::uuid`, owner);
}

/** The first instant of a civil day. */
const startOf = (place: string): string => `(${place}::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')`;

/** By the decision of the round that stands: one that was reopened has none. */
function addOutcome(where: Conditions, { refusedFor, decidedFrom, decidedTo }: DossierListQuery): void {
  const days = [
    ...(decidedFrom === null ? [] : [`q.decided_at >= ${startOf(where.place(decidedFrom))}`]),
    ...(decidedTo === null ? [] : [`q.decided_at < ${startOf(where.place(decidedTo))} + interval '1 day'`]),
  ];
  if (days.length > 0)
    where.parts.push(
      `(d.id, d.round) IN (SELECT q.dossier_id, q.round FROM decision q WHERE ${days.join(' AND ')})`,
    );
  if (refusedFor.length === 0) return;
  const outcomes = where.place(refusedFor.map((ground) => `disagree_${ground}`));
  where.parts
    .push(`(d.status = 'refused' AND EXISTS (SELECT 1 FROM conclusion q WHERE q.dossier_id = d.id AND q.round = d.round
    AND q.sent_back_at IS NULL AND q.outcome = ANY (${outcomes})))`);
}

/** A reply clock runs out from today up to a day, and the law takes silence for agreement. */
const silentSql = (where: Conditions, today: CivilDate, by: string): string =>
  `d.id IN (SELECT k.dossier_id FROM clock k WHERE k.purpose = 'reply' AND k.state = 'running'
    AND k.due_on >= ${where.place(today)} AND k.due_on <= ${where.place(by)} AND k.rule ->> 'onExpire' = 'deemed_agreement')`;

/** Past the due day, and something is still owed. */
export const overdueSql = (where: Conditions, today: CivilDate): string =>
  `(d.due_on < ${where.place(today)} AND d.status NOT IN (${listed(NOTHING_OWED)}))`;

/** Due today or in the next days, and something is still owed. */
export const nearDueSql = (where: Conditions, today: CivilDate): string =>
  `(d.due_on >= ${where.place(today)} AND d.due_on <= ${where.place(addDays(today, NEAR_DUE_DAYS))}
    AND d.status NOT IN (${listed(NOTHING_OWED)}))`;

/** The dossiers of a tab; `owed` is `true` where only such are looked at. */
export function tabSql(where: Conditions, tab: ListTab, actor: Actor, owed = owedSql(actor)): string {
  const open = `(${owed} AND d.status <> 'draft')`;
  if (tab === 'open') return open;
  if (tab === 'closed') return `(NOT ${owed})`;
  if (tab === 'mine') return `(${owed} AND (${ownSql(where, actor).join(' OR ')}))`;
  return `(${open} AND d.lead_appraiser_id IS ${tab === 'team' ? 'NOT ' : ''}NULL)`;
}

/** Each way in which a dossier is somebody's own work or matter. */
function ownSql(where: Conditions, actor: Actor): string[] {
  const me = `${where.place(actor.id)}::uuid`;
  const ways = [
    `d.lead_appraiser_id = ${me}`,
    `d.id IN (SELECT w.dossier_id FROM assignment w WHERE w.assignee_id = ${me} AND w.state = 'accepted')`,
  ];
  if (hasRole(actor, 'clerk')) ways.push(`(d.on_behalf AND d.created_by = ${me})`);
  if (actor.organisationId === null) return ways;
  const own = () => `${where.place(actor.organisationId)}::uuid`;
  if (hasRole(actor, 'investor', 'requester')) ways.push(`d.owner_org_id = ${own()}`);
  if (hasRole(actor, 'requester')) ways.push(`d.requester_org_id = ${own()}`);
  if (hasRole(actor, 'agency', 'expert'))
    ways.push(
      `d.id IN (SELECT k.dossier_id FROM consultation k WHERE k.organisation_id = ${own()} AND k.state = 'open')`,
    );
  return ways;
}
