import { type Act, act, command, type Way } from './acts.js';
import { barred, free, HEADS, headOf, leadOf, LEADERS, ownerOf } from './case-people.js';
import { type CaseView, extendable, standingBlocks } from './case-view.js';
import { requestOf } from './payloads.js';

const overturnAt = (id: unknown): string => `/overturns/${id as string}/second`;
/** Two people set the next blocking finding aside that can be, with a document. */
export const overturned: Way = (view, { bent }) => {
  const open = view.records.finding_overturn.find(({ seconded_by }) => seconded_by === null);
  const [documentId] = view.documents;
  if (open && isStanding(view, open['finding_key']))
    return act(free(view, HEADS, open['proposed_by']), 'second overturn', overturnAt(open['id']));
  const finding = standingBlocks(view).find(({ ruleId }) => ruleId !== 'list.prohibited');
  if (bent !== 'overturns' || view.procedureId === 'determination' || !finding || !documentId) return null;
  const reason = 'Chứng thư giám định cho thấy số liệu khác.';
  return act(leadOf(view), 'overturn', '/overturns', { findingKey: finding.key, reason, documentId });
};
const isStanding = (view: CaseView, findingKey: unknown): boolean =>
  standingBlocks(view).some(({ key }) => key === findingKey);

const REPAIRED = 2022;
const blockedByMachines = (view: CaseView): boolean =>
  standingBlocks(view).some(({ subject }) => subject.kind === 'equipment');
/** Where an old machine blocks, the owner is asked once and names a newer one. */
export const repaired: Way = (view, { bent }, today) => {
  if (bent !== 'repairs' || !blockedByMachines(view)) return null;
  if (view.status === 'under_review')
    return view.records.party_request.length === 0
      ? command(leadOf(view), 'request_clarification', requestOf(today))
      : null;
  const isDone = (view.facts.equipment ?? []).every(({ yearMade }) => yearMade === REPAIRED);
  return isDone ? null : machinesOf(view);
};
/** The owner names machines that are new enough. */
export const machinesOf = (view: CaseView): Act => ({
  who: ownerOf(view),
  method: 'PATCH',
  path: '',
  name: 'change machines',
  matches: true,
  body: {
    facts: { equipment: (view.facts.equipment ?? []).map((one) => ({ ...one, yearMade: REPAIRED })) },
  },
});

/** The head gives whoever is asked more time, where the law has any. */
export const extended: Way = (view, { bent }) => {
  const clock = bent === 'extends' ? extendable(view) : undefined;
  const payload = { days: 5, reason: 'Dự án quy mô lớn, phức tạp.' };
  return clock ? command(headOf(view), 'extend_deadline', { clockId: clock.id, ...payload }) : null;
};

/** The owner hands in proofs of conditions; who doubts has the first one of each rejected. */
export const proven: Way = (view, { bent }) => {
  const [documentId] = view.documents;
  if (!['proves', 'doubts'].includes(bent ?? 'usual') || !documentId) return null;
  const owed = view.records.condition_task.find(({ state }) =>
    ['open', 'proof_submitted'].includes(String(state)),
  );
  if (!owed) return null;
  const at = `/conditions/${Number(owed['number'])}`;
  if (owed['state'] === 'open')
    return act(ownerOf(view), 'proof of condition', `${at}/proof`, { documentIds: [documentId] });
  const rejected = view.records.condition_event.some(
    ({ kind, condition_id }) => kind === 'rejected' && condition_id === owed['id'],
  );
  return bent === 'doubts' && !rejected
    ? act(leadOf(view), 'reject of condition', `${at}/reject`, { reason: 'Chứng thư không nêu thiết bị.' })
    : act(leadOf(view), 'accept of condition', `${at}/accept`, {});
};

/** Whoever could decide, one of the heads among them, is in conflict; whoever is left sends the dossier to another authority. */
export const leaving: Way = (view, { bent }): Act | null => {
  if (bent !== 'leaves') return null;
  const decider = [...LEADERS, HEADS[0] ?? ''].find((name) => !barred(view, name));
  if (decider !== undefined)
    return act(decider, 'declare conflict', '/conflict', { reason: 'Góp vốn vào công ty.' });
  return command(headOf(view), 'return', notCompetent);
};
export const notCompetent = {
  reason: 'not_competent',
  explanation: 'Không còn ai đủ điều kiện quyết định.',
  competentAuthority: 'Bộ Khoa học và Công nghệ',
} as const;
