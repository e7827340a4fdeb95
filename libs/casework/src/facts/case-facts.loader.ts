import { consultationCounts, councilCase, roundOpinions, screeningStateOf } from '#appraisal';
import { conflictedUserIds, declarationOf } from '#assignments';
import { type TechnologyFacts } from '#contracts';
import { type WorkingCalendar } from '#deadlines';
import { type Tx } from '#database';
import { caseAttributes, type DossierRow, factsOf, type OpenedDossier } from '#dossiers';
import { substituteAuthorityOf } from '#identity';
import { type CivilDate } from '#kernel';
import { checklistFor, type LawSet } from '#law';
import { type CaseFacts } from '#workflow';
import { type ClockRow, clocksOf, isOpen } from '../clocks/clock.row.js';
import { changeFaultsOf } from '../changes/change-faults.query.js';
import { discontinuanceIssued, roundPeople, staffOf } from './case-people.query.js';
import { earlierDecision, decisionIssuedOn } from '../rounds/earlier-decision.query.js';
import { formalFaultsOf } from './formal-faults.js';

/** What is needed to load the facts of a case. */
export interface CaseSituation {
  opened: OpenedDossier;
  lawSet: LawSet;
  calendar: WorkingCalendar;
  today: CivilDate;
}

/** Everything that a decision on the dossier may ask about. */
export const loadCaseFacts = async (tx: Tx, situation: CaseSituation): Promise<CaseFacts> =>
  (await loadCase(tx, situation)).facts;

/** The same with the clocks that it says something of, to be loaded under the dossier's lock. */
export async function loadCase(
  tx: Tx,
  situation: CaseSituation,
): Promise<{ facts: CaseFacts; clocks: ClockRow[] }> {
  const { row, relations } = situation.opened;
  const stated = factsOf(tx, row.id, row.factsVersion);
  const [clocks, people, work, letters, technology, changeFaults] = await Promise.all([
    clocksOf(tx, row.id),
    peopleFacts(tx, row),
    workFacts(tx, row),
    letterFacts(tx, row),
    stated,
    stated.then((facts) => changeFaultsOf(tx, row, facts)),
  ]);
  const { id, kind, roles } = tx.actor;
  const facts = {
    actor: { id, kind, roles, relations },
    ...ownFacts(row),
    ...paperFacts(situation, technology, changeFaults),
    ...clockFacts(clocks, situation),
    ...people,
    ...work,
    ...letters,
  };
  return { facts, clocks };
}

/** Who concluded and endorsed, who is there, and who is in conflict: with the opinions of those who are not. */
async function peopleFacts(tx: Tx, row: DossierRow) {
  const [round, leadDeclaration, staff, substitute, [conflictedUserIds, opinions]] = await Promise.all([
    roundPeople(tx, row),
    row.leadAppraiserId === null ? null : declarationOf(tx, row.id, row.leadAppraiserId),
    staffOf(tx, row.authorityId),
    substituteAuthorityOf(tx, row.authorityId),
    opinionsWithoutConflict(tx, row),
  ]);
  const { outcome, conditionsCure, ...people } = round;
  return {
    ...people,
    conclusion: outcome === null ? null : { outcome, conditionsCure },
    leadDeclaration,
    conflictedUserIds,
    staff,
    headIds: staff.filter(({ roles }) => roles.includes('head')).map(({ id }) => id),
    substituteAuthority: substitute?.name ?? null,
    opinionsOfRound: opinions.recorded,
    expertOpinionsOfRound: opinions.byExperts,
    failedCriteria: opinions.failedCriteria,
  };
}

async function opinionsWithoutConflict(tx: Tx, row: DossierRow) {
  const conflicted = await conflictedUserIds(tx, row.id);
  return [conflicted, await roundOpinions(tx, row, conflicted)] as const;
}

async function workFacts(tx: Tx, row: DossierRow) {
  const [screening, asked, council] = await Promise.all([
    screeningStateOf(tx, row),
    consultationCounts(tx, row),
    councilCase(tx, row),
  ]);
  const { open, ...consultations } = asked;
  return { screening, openConsultations: open, consultations, ...council };
}

async function letterFacts(tx: Tx, row: DossierRow) {
  const [issuedOn, decided, discontinued] = await Promise.all([
    decisionIssuedOn(tx, row),
    earlierDecision(tx, row),
    discontinuanceIssued(tx, row.id),
  ]);
  return {
    decisionIssued: issuedOn !== null,
    decisionIssuedOn: issuedOn,
    earlierDecision: decided,
    discontinuanceIssued: discontinued,
  };
}

function ownFacts(row: DossierRow) {
  return {
    status: row.status,
    round: row.round,
    supplementRequestsUsed: row.supplementRequestsUsed,
    extensionUsed: row.extensionUsed,
    leadAppraiserId: row.leadAppraiserId,
    refusalNotified: row.refusalNotified,
    projectAuthority: row.projectAuthority,
  };
}

function paperFacts(
  { opened, lawSet, today }: CaseSituation,
  technology: TechnologyFacts,
  changeFaults: string[],
) {
  return {
    formalFaults: [...formalFaultsOf(opened.row, technology, today), ...changeFaults],
    checklistMissing: checklistFor(lawSet, caseAttributes(opened.row), technology).missing,
  };
}

function clockFacts(clocks: ClockRow[], { calendar, today }: CaseSituation) {
  const open = clocks.filter(isOpen);
  const replies = open.filter(({ purpose }) => purpose === 'reply');
  return {
    openClocks: open.map(({ id, purpose, dueOn, state }) => ({
      clockId: id,
      purpose,
      dueOn,
      stopped: state === 'stopped',
    })),
    extendableClocks: open.filter((clock) => isBeforeItsEnd(clock, today)).flatMap(extensionOf),
    reply: replies.length === 0 ? null : replyOf(replies, today),
    supplementDueOn: clocks.filter(({ purpose }) => purpose === 'supplement').at(-1)?.dueOn ?? null,
    workingDaysUntil: (day: CivilDate) => calendar.workingDaysBetween(today, day),
    minusWorkingDays: (day: CivilDate, days: number) => calendar.minusWorkingDays(day, days),
    today,
  };
}

function replyOf(replies: ClockRow[], today: CivilDate): NonNullable<CaseFacts['reply']> {
  const dates = replies.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).sort();
  const dueOn = dates[0] ?? null;
  return {
    dueOn,
    overdue: replies.some(({ state }) => state === 'expired') || (dueOn !== null && dueOn < today),
  };
}

/** A term that has run out is not lengthened any more; one that stands still has no end yet. */
const isBeforeItsEnd = ({ state, dueOn }: ClockRow, today: CivilDate) =>
  state === 'running' && (dueOn === null || dueOn >= today);

function extensionOf(clock: ClockRow): CaseFacts['extendableClocks'] {
  const { extension } = clock.rule;
  if (extension === null || clock.extensionDays > 0 || clock.value === null) return [];
  const maxDays = extension.max === 'same_length' ? clock.value : extension.max;
  return [{ clockId: clock.id, maxDays, ours: clock.purpose !== 'others_duty' }];
}
