import { type Act, act, command, type Mood, type Way } from './acts.js';
import { machinesOf, notCompetent } from './bent.js';
import { free, headOf, LEADERS, leadOf, ownerOf } from './case-people.js';
import { standingBlocks } from './case-view.js';
import {
  conclusionOf,
  decisionOf,
  extensionOf,
  later,
  lastSupplementDay,
  noticeOf,
  reopeningOf,
  requestOf,
} from './payloads.js';
import { answer, ask, choose, consultationsOf, draftOf, issue } from './straight-way.js';
import { idOf, nameOf } from './world.js';

const SKIPPED = { technicalCheck: { skippedBecause: 'Thiếu giấy tờ.' } };
const NOWHERE = '00000009-0000-4000-8000-000000000009';
const form =
  (which: Mood['form']): Way =>
  (view) =>
    choose(view, which);

/** What people do besides going on: each by the person whose act it is, whether or not it is the moment. */
export const DETOURS: Record<string, Way> = {
  supplement: (_view, _mood, today) =>
    command('motcua1', 'request_supplement', { ...requestOf(today), ...SKIPPED }),
  clarification: (view, _mood, today) => command(leadOf(view), 'request_clarification', requestOf(today)),
  notice: (view, _mood, today) => command(headOf(view), 'notify_refusal', noticeOf(view, today)),
  sendBack: (view) =>
    command(view.status === 'endorsed' ? free(view, LEADERS) : headOf(view), 'send_back', {
      reason: 'Nêu rõ hơn.',
    }),
  extend: (view) => command(headOf(view), 'extend_deadline', extensionOf(view)),
  return: (view) =>
    command(view.status === 'submitted' ? 'motcua1' : headOf(view), 'return', {
      reason: 'insufficient_grounds',
      explanation: 'Không đủ căn cứ.',
    }),
  notCompetent: (view) =>
    command(view.status === 'submitted' ? 'motcua1' : headOf(view), 'return', notCompetent),
  withdraw: (view) => command(ownerOf(view), 'withdraw', {}),
  reopen: (view, _mood, today) => command(free(view, LEADERS), 'reopen', reopeningOf(today)),
  lateAnswer: (view) =>
    command('motcua1', 'resubmit', {
      timelyProof: {
        documentId: view.documents[0] ?? NOWHERE,
        answeredOn: lastSupplementDay(view) ?? '2026-07-15',
      },
    }),
  otherLead: (view) => command(headOf(view), 'assign', { assigneeId: idOf('chuyenvien2'), kind: 'lead' }),
  tiedLead: (view) => command(headOf(view), 'assign', { assigneeId: idOf('chuyenvien3'), kind: 'lead' }),
  expert: (view) => command(headOf(view), 'assign', { assigneeId: idOf('chuyengia2'), kind: 'expert' }),
  screenAgain: (view) => command(leadOf(view), 'screen', {}),
  concludeEarly: (view, mood, today) => command(leadOf(view), 'conclude', conclusionOf(view, mood, today)),
  concludeBoldly: (view, mood, today) =>
    command(leadOf(view), 'conclude', {
      ...conclusionOf(view, mood, today),
      outcome: 'agree',
      conditions: [],
    }),
  concludeSilently: (view, mood, today) =>
    command(leadOf(view), 'conclude', { ...conclusionOf(view, mood, today), inconclusive: [] }),
  endorseByConcluder: (view) => command(personOf(view, 'concluded_by'), 'endorse', {}),
  endorseByLeader: () => command('giamdoc', 'endorse', {}),
  decideByEndorser: (view, mood, today) => decide(view, mood, today, personOf(view, 'endorsed_by')),
  decideByConcluder: (view, mood, today) => decide(view, mood, today, personOf(view, 'concluded_by')),
  approveAnyway: (view) => command(free(view, LEADERS, view.conclusion?.['endorsed_by']), 'approve', {}),
  decideWithoutReason: (view, mood, today) => {
    const { name, body, ...rest } = decide(
      view,
      mood,
      today,
      free(view, LEADERS, view.conclusion?.['endorsed_by']),
    );
    const { afterDeadlineReason: _reason, ...silent } = body as { afterDeadlineReason?: string };
    return { ...rest, name, body: silent };
  },
  otherRecipient: (view) =>
    act('motcua2', 'declare conflict', '/conflict', { reason: `Vòng ${view.round}.` }),
  inHouse: form('in_house'),
  byExperts: form('experts'),
  dissolve: (view) =>
    act(headOf(view), 'dissolve council', '/council/dissolve', { reason: 'Không còn cần.' }),
  askAgency: (view, _mood, today) => ask(view, 'agency', 'industry', today),
  answerAgency: (view) => {
    const open = consultationsOf(view).find(({ state }) => state === 'open');
    return open ? answer(open) : null;
  },
  closeSilent: (view) => onConsultation(view, 'close', headOf(view), { reason: 'Quá hạn không trả lời.' }),
  takeBack: (view) =>
    onConsultation(view, 'withdraw', headOf(view), { because: 'not_needed', reason: 'Không còn cần.' }),
  remind: (view) => onConsultation(view, 'remind', headOf(view), {}),
  overturn: (view) => {
    const finding = (view.screening?.findings ?? []).find(({ verdict }) => verdict === 'breached');
    return finding
      ? act(leadOf(view), 'overturn', '/overturns', {
          findingKey: (standingBlocks(view)[0] ?? finding).key,
          reason: 'Chứng thư mới cho thấy số liệu khác.',
          documentId: view.documents[0] ?? NOWHERE,
        })
      : null;
  },
  secondOverturn: (view) => {
    const open = view.records.finding_overturn.find(({ seconded_by }) => seconded_by === null);
    return open ? act(headOf(view), 'second overturn', `/overturns/${open['id'] as string}/second`) : null;
  },
  secondAlone: (view) => {
    const own = view.records.finding_overturn.find(({ seconded_by }) => seconded_by === null);
    if (own)
      return act(
        nameOf(own['proposed_by'] as string),
        'second overturn',
        `/overturns/${own['id'] as string}/second`,
      );
    const match = view.matches.find(({ state }) => state === 'awaiting_second_person');
    return match ? act(nameOf(match.decided_by), 'second match', `/matches/${match.id}/second`) : null;
  },
  confirmMatch: (view, mood) => matchAgain(view, { ...mood, match: 'confirmed' }),
  rejectMatch: (view, mood) => matchAgain(view, { ...mood, match: 'rejected' }),
  withdrawMatch: (view) => {
    const match = view.matches.find(({ state }) => state === 'stands');
    return match
      ? act(leadOf(view), 'withdraw match', `/matches/${match.id}/withdrawal`, {
          reason: 'Tài liệu mới.',
          ...(view.documents[0] ? { documentId: view.documents[0] } : {}),
        })
      : null;
  },
  holdingReply: (view) => act(headOf(view), 'holding reply', '/holding-reply'),
  issueAny: (view) => {
    const letter = view.letters.find(({ status }) => status === 'draft');
    return letter ? issue(view, letter) : null;
  },
  issueReply: (view) => {
    const letter = draftOf(view, 'holding_reply');
    return letter ? issue(view, letter) : null;
  },
  newFacts: (view, _mood, today) => ({
    who: ownerOf(view),
    method: 'PATCH',
    path: '',
    name: 'change facts',
    matches: true,
    body: {
      facts: { project: { ...view.facts.project, capitalVnd: Number(later(today, 0).replaceAll('-', '')) } },
    },
  }),
  repairedMachine: machinesOf,
  vagueLine: (view) => {
    const vague = { actualCapacityPct: { value: 85, uncertainty: 1 } };
    const lines = (view.facts.lines ?? []).map((line) => ({ ...line, ...vague }));
    return { ...machinesOf(view), name: 'change lines', body: { facts: { lines } } };
  },
  conflictOfLead: (view) =>
    act(leadOf(view), 'declare conflict', '/conflict', { reason: 'Người thân làm việc tại công ty.' }),
  conflictOfHead: (view) =>
    act(headOf(view), 'declare conflict', '/conflict', { reason: 'Góp vốn vào công ty.' }),
  refuseTask: (view) =>
    view.lead
      ? act(leadOf(view), 'decline', `/api/v1/assignments/${view.lead.id}/decline`, { reason: 'Quá tải.' })
      : null,
  proof: (view) => onCondition(view, 'proof', ownerOf(view), { documentIds: view.documents.slice(0, 1) }),
  acceptProof: (view) => onCondition(view, 'accept', leadOf(view), {}),
  rejectProof: (view) => onCondition(view, 'reject', leadOf(view), { reason: 'Chưa đủ.' }),
  moveCondition: (view, _mood, today) =>
    onCondition(view, 'deadline', headOf(view), { deadlineOn: later(today, 90), reason: 'Giao máy chậm.' }),
};
export const DETOUR_NAMES = Object.keys(DETOURS);

const personOf = (view: View, column: 'concluded_by' | 'endorsed_by'): string =>
  nameOf((view.conclusion?.[column] ?? idOf('truongphong1')) as string);
function decide(view: View, mood: Mood, today: string, who: string): Act {
  const { name, payload } = decisionOf(view, mood, today);
  return command(who, name, payload as never);
}
type View = Parameters<Way>[0];
function onConsultation(view: View, what: string, who: string, body: object): Act | null {
  const own = consultationsOf(view);
  const found = own.find(({ state }) => state === 'open') ?? own[0];
  return found
    ? act(who, `${what} consultation`, `/consultations/${found['id'] as string}/${what}`, body)
    : null;
}
function onCondition(view: View, what: string, who: string, body: object): Act | null {
  const task = view.records.condition_task.find(({ state }) => state !== 'superseded');
  return task
    ? act(who, `${what} of condition`, `/conditions/${Number(task['number'])}/${what}`, body)
    : null;
}
function matchAgain(view: View, mood: Mood): Act | null {
  const open = (view.screening?.candidates ?? []).find(
    ({ lineId, list, code }) =>
      !view.matches.some((match) => match.line_id === lineId && match.list === list && match.code === code),
  );
  if (!open) return null;
  const { lineId, list, code } = open;
  const body = { lineId, list, code, decision: mood.match, reason: 'Đối chiếu.' };
  return act(leadOf(view), `match ${mood.match}`, '/matches', body);
}
