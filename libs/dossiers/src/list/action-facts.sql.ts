import { CLOSED_STATUSES, DECIDED_STATUSES, type Status, STATUSES } from '#contracts';
import { type Actor, hasRole } from '#kernel';
import { isOfTheHouse } from '../house.js';
import {
  ACTION_CONDITIONS,
  ACTION_RULES,
  type ActionCondition,
  type ActionFacts,
  type ActionRule,
  PARTY,
} from '../domain/required-actions.js';

type Place = (value: unknown) => string;
const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
/** Asked of one dossier after the other: without OFFSET a list would be prepared by all rows of the table. */
const exists = (rows: string): string => `EXISTS (SELECT 1 FROM ${rows} OFFSET 0)`;
const NEVER = 'false';

const RECORDED = (author: string): string =>
  exists(
    `opinion o WHERE o.dossier_id = d.id AND o.round = d.round AND o.author_id = ${author} AND o.state = 'recorded'`,
  );
const AWAITED_OPINION = `assignment x WHERE x.dossier_id = d.id AND x.kind = 'expert' AND x.state = 'accepted' AND NOT ${RECORDED('x.assignee_id')}`;
const SECOND = `list_decision x WHERE x.dossier_id = d.id AND x.state IN ('awaiting_second_person', 'withdrawal_proposed')`;
const STANDING = `conclusion x WHERE x.dossier_id = d.id AND x.round = d.round AND x.sent_back_at IS NULL`;
const DRAFTED = `letter x WHERE x.dossier_id = d.id AND x.status = 'draft'`;
const CONSULTED = `consultation x WHERE x.dossier_id = d.id AND x.state = 'open'`;

/** The candidates of the newest screening that nobody decided. */
const UNDECIDED_ROWS = `FROM jsonb_array_elements((SELECT s.result -> 'candidates' FROM screening s WHERE s.dossier_id = d.id ORDER BY s.number DESC LIMIT 1)) c
   WHERE NOT EXISTS (SELECT 1 FROM list_decision x WHERE x.dossier_id = d.id AND x.line_id = c ->> 'lineId' AND x.list = c ->> 'list'
     AND x.code = c ->> 'code' AND x.state NOT IN ('withdrawn', 'reopened'))`;
const UNDECIDED = `(SELECT count(DISTINCT (c ->> 'lineId', c ->> 'list', c ->> 'code'))::int ${UNDECIDED_ROWS})`;

/** Each condition as a question to the dossier `d`, for one reader. */
function questionOf(condition: ActionCondition, actor: Actor, place: Place): string {
  const me = () => `${place(actor.id)}::uuid`;
  const ours = () => `${place(actor.organisationId)}::uuid`;
  const questions: Record<ActionCondition, () => string> = {
    is_owner: () => ownerOf(actor, ours),
    is_clerk_on_behalf: () =>
      hasRole(actor, 'clerk') ? `(d.on_behalf AND (d.status <> 'draft' OR d.created_by = ${me()}))` : NEVER,
    has_lead: () => 'd.lead_appraiser_id IS NOT NULL',
    lead_declared: () =>
      exists(
        `assignment x WHERE x.dossier_id = d.id AND x.kind = 'lead' AND x.state = 'accepted' AND x.assignee_id = d.lead_appraiser_id`,
      ),
    is_lead: () => `d.lead_appraiser_id IS NOT DISTINCT FROM ${me()}`,
    declaration_awaited: () => exists(`assignment x WHERE x.dossier_id = d.id AND x.state = 'invited'`),
    is_invited: () =>
      exists(`assignment x WHERE x.dossier_id = d.id AND x.state = 'invited' AND x.assignee_id = ${me()}`),
    lead_opinion_recorded: () => RECORDED('d.lead_appraiser_id'),
    expert_opinion_awaited: () => exists(AWAITED_OPINION),
    own_opinion_awaited: () => exists(`${AWAITED_OPINION} AND x.assignee_id = ${me()}`),
    // Outside the house nobody leads a dossier, nor is told what its lead appraiser has to do.
    candidates_undecided: () =>
      isOfTheHouse(actor) ? `EXISTS (SELECT 1 ${UNDECIDED_ROWS} OFFSET 0)` : NEVER,
    second_person_awaited: () => exists(SECOND),
    may_be_second: () =>
      exists(
        `${SECOND} AND (CASE x.state WHEN 'withdrawal_proposed' THEN x.withdrawal_proposed_by ELSE x.decided_by END) <> ${me()}`,
      ),
    concluded_by_me: () => exists(`${STANDING} AND x.concluded_by = ${me()}`),
    endorsed_by_me: () => exists(`${STANDING} AND x.endorsed_by = ${me()}`),
    letter_drafted: () => exists(DRAFTED),
    letter_to_sign: () => exists(`${DRAFTED} AND x.kind <> 'receipt'`),
    consultation_open: () => exists(CONSULTED),
    is_consulted: () =>
      actor.organisationId === null || !hasRole(actor, 'agency', 'expert')
        ? NEVER
        : exists(
            `${CONSULTED} AND x.organisation_id = ${ours()}${hasRole(actor, 'agency') ? '' : ` AND x.kind = 'independent_body'`}`,
          ),
  };
  return questions[condition]();
}

function ownerOf(actor: Actor, ours: () => string): string {
  if (actor.organisationId === null || !hasRole(actor, 'investor', 'requester')) return NEVER;
  const asked = hasRole(actor, 'requester') ? ` OR d.requester_org_id = ${ours()}` : '';
  return `(d.owner_org_id = ${ours()}${asked})`;
}

/** The statuses in which a rule asks for a condition. */
const askedIn = (condition: ActionCondition): Status[] => {
  const asking = ACTION_RULES.filter(({ by, when = [], unless = [], barred = [] }) =>
    [...when, ...unless, ...barred, ...(PARTY[by].any ?? [])].includes(condition),
  );
  return STATUSES.filter((status) => asking.some((rule) => rule.in.includes(status)));
};
const ASKED_IN = new Map(ACTION_CONDITIONS.map((condition) => [condition, askedIn(condition)]));

/** A row of a list with what `requiredActions` needs. */
export type WithActionFacts = { actionFacts: Omit<ActionFacts, 'dueOn'> };

/** `ActionFacts` of a dossier `d` for a reader as one JSON value; nothing is asked in a status in which no rule wants it. */
export function actionFactsSql(actor: Actor, place: Place): string {
  const conditions = ACTION_CONDITIONS.map((condition) => {
    const question = questionOf(condition, actor, place);
    return question === NEVER
      ? null
      : `CASE WHEN d.status IN (${listed(ASKED_IN.get(condition) ?? [])}) AND ${question} THEN '${condition}' END`;
  }).filter((part) => part !== null);
  const candidates = `CASE WHEN d.status = 'under_review' AND d.lead_appraiser_id = ${place(actor.id)}::uuid THEN ${UNDECIDED} ELSE 0 END`;
  const request = `CASE WHEN d.status IN ('supplement_requested', 'clarification_requested', 'refusal_notified') THEN (SELECT r.reply_by
    FROM party_request r WHERE r.dossier_id = d.id AND r.answered_at IS NULL AND r.closed_at IS NULL ORDER BY r.asked_at DESC LIMIT 1) END`;
  const consultation = `CASE WHEN d.status NOT IN (${listed([...CLOSED_STATUSES, ...DECIDED_STATUSES])}) THEN (SELECT min(x.reply_by) FROM ${CONSULTED}) END`;
  return `json_build_object('status', d.status, 'conditions', array_remove(ARRAY[${conditions.join(', ')}]::text[], NULL),
    'candidates', ${candidates}, 'requestDueOn', ${request}, 'consultationDueOn', ${consultation}) AS "actionFacts"`;
}

/**
 * The dossiers with which the reader has something to do: `requiredActions` says `me` of exactly these. `owed` is what
 * is still to be done in general; elsewhere only a letter may have to leave, and those are few and found by themselves.
 */
export function mineToActSql(actor: Actor, place: Place, owed: string): string {
  const rules = ACTION_RULES.filter((rule) => rule.implied === undefined);
  const waysOf = (some: readonly ActionRule[]) => some.flatMap((rule) => wayOf(rule, actor, place));
  const letters = waysOf(rules.filter(isAboutLetter));
  const others = waysOf(rules.filter((rule) => !isAboutLetter(rule)));
  const parts = [
    ...(others.length === 0 ? [] : [`(${owed} AND (${others.join(' OR ')}))`]),
    ...(letters.length === 0 ? [] : [`(${DRAFTED_ANYWHERE} AND (${letters.join(' OR ')}))`]),
  ];
  return parts.length === 0 ? NEVER : `(${parts.join(' OR ')})`;
}
const DRAFTED_ANYWHERE = `d.id IN (SELECT x.dossier_id FROM letter x WHERE x.status = 'draft')`;
const isAboutLetter = ({ when }: ActionRule): boolean =>
  when?.some((condition) => condition === 'letter_drafted' || condition === 'letter_to_sign') ?? false;

function wayOf(rule: ActionRule, actor: Actor, place: Place): string[] {
  const { roles, any } = PARTY[rule.by];
  if (roles !== undefined && !hasRole(actor, ...roles)) return [];
  const ask = (condition: ActionCondition) => questionOf(condition, actor, place);
  const theirs = any?.map(ask).filter((question) => question !== NEVER);
  if (theirs?.length === 0) return [];
  const conditions = [
    `d.status IN (${listed(rule.in)})`,
    ...(theirs === undefined ? [] : [`(${theirs.join(' OR ')})`]),
    ...(rule.when ?? []).map(ask),
    ...[...(rule.unless ?? []), ...(rule.barred ?? [])].map((condition) => `NOT ${ask(condition)}`),
  ];
  return [`(${conditions.join(' AND ')})`];
}
