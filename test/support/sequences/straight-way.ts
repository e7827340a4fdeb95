import { type CommandName } from '#contracts';
import { DEMO_PEOPLE, demoOrganisation } from '#identity';
import { type Act, act, command, type Mood, type Way } from './acts.js';
import { extended, leaving, overturned, proven, repaired } from './bent.js';
import { APPRAISERS, free, headOf, HEADS, LEADERS, leadOf, ownerOf } from './case-people.js';
import { type CaseView, type Letter } from './case-view.js';
import { councilWay } from './council-way.js';
import { conclude, hurried, hurries, seconder, wasRefused } from './nerve.js';
import { decisionOf, later } from './payloads.js';
import { idOf, nameOf } from './world.js';

const signerOf = (name: string) => ({
  name: DEMO_PEOPLE.find(({ id }) => id === idOf(name))?.displayName ?? name,
  title: 'Giám đốc',
  capacity: 'own',
  principal: null,
});
export function issue(view: CaseView, letter: Letter): Act {
  const decision = view.records.decision.find(({ round }) => round === letter.round);
  const told = ['decision', 'determination', 'recall_notice'].includes(letter.kind);
  const by = told && decision ? nameOf(decision['decided_by'] as string) : 'giamdoc';
  const chair = letter.kind === 'council_minutes' ? 'chuyengia1' : by;
  const body = { signedBy: signerOf(chair) };
  return act(free(view, ['motcua1']), `issue ${letter.kind}`, `/letters/${letter.id}/issue`, body);
}
export const draftOf = (view: CaseView, ...kinds: string[]): Letter | undefined =>
  view.letters.find(({ kind, status }) => status === 'draft' && kinds.includes(kind));

const assign = (view: CaseView): Act =>
  command(headOf(view), 'assign', { assigneeId: idOf(free(view, APPRAISERS)), kind: 'lead' });
const declare = (who: string, assignmentId: string): Act =>
  act(who, 'declare', `/api/v1/assignments/${assignmentId}/declaration`, { conflict: false });

const led: Way = (view) => {
  if (!view.lead) return assign(view);
  return view.lead.state === 'invited' ? declare(nameOf(view.lead.assignee_id), view.lead.id) : null;
};

const evidence: Way = (view, mood) => {
  if (hurries(view, mood)) return null;
  const open = (view.facts.evidence ?? []).find(({ acceptedBy }) => acceptedBy === undefined);
  return view.procedureId === 'determination' && open?.id
    ? act(leadOf(view), 'accept evidence', `/evidence/${open.id}/accept`)
    : null;
};

const seconded: Way = (view, mood) => {
  const waiting = view.matches.find(({ state }) => state === 'awaiting_second_person');
  const proposed = view.matches.find(({ state }) => state === 'withdrawal_proposed');
  if (waiting)
    return act(
      seconder(view, mood, waiting.decided_by) ?? free(view, [...HEADS, ...LEADERS], waiting.decided_by),
      'second match',
      `/matches/${waiting.id}/second`,
    );
  return proposed
    ? act(
        free(view, [...HEADS, ...LEADERS], proposed.withdrawal_proposed_by),
        'second withdrawal',
        `/matches/${proposed.id}/withdrawal/second`,
      )
    : null;
};

const matched: Way = (view, mood) => {
  const open = (view.screening?.candidates ?? []).find(
    ({ lineId, list, code }) =>
      !view.matches.some((match) => match.line_id === lineId && match.list === list && match.code === code),
  );
  if (!open) return null;
  const { lineId, list, code } = open;
  const body = { lineId, list, code, decision: mood.match, reason: 'Đã đối chiếu quy trình.' };
  return act(leadOf(view), `match ${mood.match}`, '/matches', body);
};

export const annexes: Way = (view) => {
  const looked = view.records.annex_check.filter(({ round }) => round === view.round);
  for (const { subject, missing, test } of view.screening?.findings ?? [])
    for (const gap of missing.filter((name) => test.startsWith('list.') && name.startsWith('annex:'))) {
      const listVersion = gap.slice('annex:'.length);
      const done = looked.some((row) => row['line_id'] === subject.id && row['list_version'] === listVersion);
      const body = { lineId: subject.id, listVersion, result: 'not_found', remark: 'Đã tra bản giấy.' };
      if (!done) return act(leadOf(view), 'check annex', '/annex-checks', body);
    }
  return null;
};

export const consultationsOf = (view: CaseView) =>
  view.records.consultation.filter(({ round }) => round === view.round);
const SPEAKERS = new Map([
  [demoOrganisation('environment').id, 'phoihop'],
  [demoOrganisation('industry').id, 'phoihop2'],
  [demoOrganisation('institute').id, 'chuyengia2'],
]);
export function answer(consultation: Record<string, unknown>): Act {
  const who = SPEAKERS.get(consultation['organisation_id'] as string) ?? 'phoihop';
  const body = { position: 'agrees', answer: 'Đồng ý, có số liệu quan trắc.' };
  return act(who, 'answer consultation', `/consultations/${consultation['id'] as string}/answer`, body);
}
/** The law gives a term in a determination only; elsewhere whoever asks names the day. */
export const ask = (
  view: CaseView,
  kind: 'agency' | 'independent_body',
  organisation: string,
  today: string,
): Act =>
  act(headOf(view), `ask ${kind}`, '/consultations', {
    kind,
    organisationId: demoOrganisation(organisation).id,
    question: 'Khí thải có đạt quy chuẩn?',
    legalBasis: 'QĐ 29/2023/QĐ-TTg',
    ...(view.procedureId === 'determination' ? {} : { replyBy: later(today, 2) }),
  });
/** A determination hears an agency, however much of a hurry there is. */
export const agencies: Way = (view, mood, today) =>
  view.procedureId === 'determination' ? consulted(view, mood, today) : null;
const consulted: Way = (view, mood, today) => {
  const own = consultationsOf(view);
  const drafted = draftOf(view, 'consultation_request');
  const open = own.find(({ state }) => state === 'open');
  if (drafted) return issue(view, drafted);
  if (open) return extended(view, mood, today) ?? answer(open);
  const heard = (kind: string) =>
    own.some((row) => row['kind'] === kind && ['answered', 'closed_silent'].includes(String(row['state'])));
  if (view.procedureId === 'determination' && !heard('agency'))
    return ask(view, 'agency', 'environment', today);
  return mood.form === 'independent_body' && !heard('independent_body')
    ? ask(view, 'independent_body', 'institute', today)
    : null;
};

export const formOf = (view: CaseView): string | undefined =>
  [...view.records.consultation_choice]
    .filter(({ round }) => round === view.round)
    .sort((a, b) => Number(a['number']) - Number(b['number']))
    .at(-1)?.['form'] as string | undefined;
export const choose = (view: CaseView, form: Mood['form']): Act =>
  act(headOf(view), `choose ${form}`, '/consultation-form', { form, reason: 'Công nghệ phức tạp.' });
const form: Way = (view, mood) =>
  (formOf(view) ?? 'in_house') === mood.form ? null : choose(view, mood.form);

const experts: Way = (view, mood) => {
  if (mood.form !== 'experts') return null;
  const own = (
    view.records.assignment as { id: string; kind: string; state: string; assignee_id: string }[]
  ).find(({ kind, state }) => kind === 'expert' && ['invited', 'accepted'].includes(state));
  if (!own) return command(headOf(view), 'assign', { assigneeId: idOf('chuyengia2'), kind: 'expert' });
  const who = nameOf(own.assignee_id);
  return own.state === 'invited' ? declare(who, own.id) : opinion(view, who, mood);
};

/** The own opinion of somebody, saved and then recorded; null once it is on record. The criteria are filled in when it is sent. */
export function opinion(view: CaseView, who: string, mood: Mood): Act | null {
  const own = view.records.opinion.find(
    ({ round, author_id }) => round === view.round && author_id === idOf(who),
  );
  if (own?.['state'] === 'recorded') return null;
  if (own) return act(who, 'record opinion', '/opinions/mine/record', { revision: own['revision'] });
  const body = {
    revision: 0,
    criteria: [],
    recommendation: mood.outcome === 'agree' ? 'agree' : 'disagree_other',
    summary: 'Ý kiến về công nghệ.',
  };
  return { who, method: 'PUT', path: '/opinions/mine', body, name: 'save opinion', matches: false };
}

const screened: Way = (view) =>
  view.screening && !view.screening.stale ? null : command(leadOf(view), 'screen', {});
const WORK: readonly Way[] = [
  led,
  hurried,
  evidence,
  screened,
  seconded,
  matched,
  screened,
  repaired,
  overturned,
  annexes,
  form,
  consulted,
  councilWay,
  experts,
  (view, mood) => opinion(view, leadOf(view), mood),
  (view, mood, today) => conclude(leadOf(view), view, mood, today),
];
const first = (ways: readonly Way[], ...[view, mood, today]: Parameters<Way>): Act | null => {
  for (const way of ways) {
    const found = way(view, mood, today);
    if (found) return found;
  }
  return null;
};

const endorse: Way = (view) => command(free(view, HEADS, view.conclusion?.['concluded_by']), 'endorse', {});
const decide: Way = (view, mood, today) => {
  const earlier = [view.conclusion?.['concluded_by'], view.conclusion?.['endorsed_by']];
  const { name, payload } = decisionOf(view, mood, today);
  const isSilent =
    mood.nerve === 'silently' && !wasRefused(view, 'approve', 'approve_with_conditions', 'refuse');
  const said = isSilent ? { ...payload, afterDeadlineReason: undefined } : payload;
  return command(free(view, LEADERS, ...earlier), name as CommandName, said as never);
};
const told: Way = (view, mood, today) => {
  const letter = draftOf(view, 'recall_notice', 'decision', 'determination');
  if (letter) return issue(view, letter);
  const proof = proven(view, mood, today);
  if (proof) return proof;
  return command(free(view, LEADERS), 'reopen', { complaintDecision: 'QĐ 12/QĐ-UBND', decidedOn: today });
};
const discontinued: Way = (view) => {
  const notice = draftOf(view, 'discontinuance');
  return notice ? issue(view, notice) : null;
};

/** The usual next thing that anybody does, status by status; null where a dossier is at its end. */
export const straightWay: Way = (view, mood, today) => {
  const owner = ownerOf(view);
  const ways: Partial<Record<CaseView['status'], readonly Way[]>> = {
    draft: [() => command(owner, 'submit', {})],
    submitted: [() => command('motcua1', 'accept', {})],
    supplement_requested: [() => command(owner, 'resubmit', {})],
    accepted: [led, evidence, () => command(leadOf(view), 'screen', {})],
    screened: [led],
    under_review: WORK,
    clarification_requested: [repaired, () => command(owner, 'clarify', { answers: ['Đã giải trình.'] })],
    refusal_notified: [repaired, () => command(owner, 'respond_to_refusal', { response: 'Đã cải tạo.' })],
    concluded: [leaving, endorse],
    endorsed: [leaving, decide],
    approved: [told],
    approved_with_conditions: [told],
    refused: [told],
    discontinued: [discontinued],
  };
  return first(ways[view.status] ?? [], view, mood, later(today, 0));
};
