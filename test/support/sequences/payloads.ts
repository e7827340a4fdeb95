import { type CommandPayloads, type ConditionDraft, type Finding, type Outcome } from '#contracts';
import { addDays, civilDate } from '#kernel';
import { ITEM } from '../dossier-builder.js';
import { type Mood } from './acts.js';
import { type CaseView, extendable, newestOf, standingBlocks } from './case-view.js';
import { idOf } from './world.js';

export const later = (day: string, days: number): string => addDays(civilDate(day), days);
const isOutdated = ({ test }: Finding): boolean => test.startsWith('outdated.');
const of = (view: CaseView, verdict: Finding['verdict']): Finding[] =>
  (view.screening?.findings ?? []).filter((finding) => finding.verdict === verdict);

const breachedKeys = (view: CaseView): string[] =>
  view.procedureId === 'determination'
    ? of(view, 'breached')
        .filter(isOutdated)
        .map(({ key }) => key)
    : standingBlocks(view).map(({ key }) => key);

const failedCriteria = (view: CaseView): string[] =>
  view.records.opinion
    .filter(({ round, state }) => round === view.round && state === 'recorded')
    .flatMap(({ criteria }) => criteria as { code: string; mark: string }[])
    .filter(({ mark }) => mark === 'not_achieved')
    .map(({ code }) => code);

export function outcomeOf(view: CaseView, mood: Mood): Outcome {
  const blocks = standingBlocks(view);
  const outdated = of(view, 'breached').filter(isOutdated);
  if (view.procedureId === 'determination') return outdated.length > 0 ? 'disagree_outdated' : 'agree';
  if (blocks.some(({ ruleId }) => ruleId === 'list.prohibited')) return 'disagree_prohibited';
  if (blocks.some(({ curable }) => curable === 'none')) return 'disagree_other';
  const disagrees =
    mood.outcome === 'disagree' && breachedKeys(view).length + failedCriteria(view).length > 0;
  if (disagrees) return 'disagree_other';
  return blocks.length > 0 ? 'agree_with_conditions' : 'agree';
}

const curing = (view: CaseView, today: string): ConditionDraft[] =>
  standingBlocks(view).map(({ key }) => ({
    what: 'Thay thiết bị.',
    deadlineOn: later(today, 60),
    proof: 'Chứng thư giám định.',
    responsible: 'Chủ đầu tư',
    cures: [key],
  }));

function answersOf(view: CaseView, outcome: Outcome): CommandPayloads['conclude']['inconclusive'] {
  return of(view, 'inconclusive').map((finding) => ({
    findingKey: finding.key,
    answer:
      view.procedureId !== 'determination'
        ? 'accepted_risk'
        : outcome !== 'agree' && isOutdated(finding)
          ? 'not_decisive'
          : /^(?:list\.|OUT-5)/.test(finding.key)
            ? 'manual_check'
            : 'accepted_risk',
    reason: 'Đã xem xét từng tài liệu.',
  }));
}

export function conclusionOf(
  view: CaseView,
  mood: Mood,
  today: string,
  outcome = outcomeOf(view, mood),
): CommandPayloads['conclude'] {
  const disagrees = outcome.startsWith('disagree');
  return {
    outcome,
    summary: 'Kết luận của chuyên viên thụ lý.',
    reasons: ['Theo hồ sơ.'],
    inconclusive: answersOf(view, outcome),
    conditions: outcome === 'agree_with_conditions' ? curing(view, today) : [],
    ...(disagrees ? { findingKeys: breachedKeys(view), failedCriteria: failedCriteria(view) } : {}),
  };
}

const contentOf = (row: Record<string, unknown> | undefined): Partial<CommandPayloads['conclude']> =>
  row?.['content'] ?? {};
const isLate = (view: CaseView, today: string): boolean =>
  view.clocks.some(
    ({ purpose, state, due_on }) =>
      purpose === 'reply' &&
      (state === 'expired' || (['running', 'stopped'].includes(state) && due_on !== null && due_on < today)),
  );

type Settling = Pick<CommandPayloads['approve'], 'afterDeadlineReason' | 'earlierLetter'>;
const settling = (view: CaseView, mood: Mood, today: string): Settling => ({
  ...(isLate(view, today) ? { afterDeadlineReason: 'Hồ sơ phức tạp, đã giải trình.' } : {}),
  ...(view.round > 1 ? { earlierLetter: mood.earlier } : {}),
});

/** The decision that follows what was concluded. */
export function decisionOf(
  view: CaseView,
  mood: Mood,
  today: string,
): { name: 'approve' | 'approve_with_conditions' | 'refuse'; payload: object } {
  const outcome = (view.conclusion?.['outcome'] ?? 'agree') as Outcome;
  const { conditions = [], findingKeys, failedCriteria: failed } = contentOf(view.conclusion);
  const settled = settling(view, mood, today);
  if (outcome === 'agree') return { name: 'approve', payload: settled };
  if (outcome === 'agree_with_conditions')
    return { name: 'approve_with_conditions', payload: { ...settled, conditions } };
  const cited = {
    ...(findingKeys ? { findingKeys } : {}),
    ...(failed ? { failedCriteria: failed } : {}),
  };
  return { name: 'refuse', payload: { ...settled, reasons: 'Theo kết luận thẩm định.', ...cited } };
}

export const requestOf = (today: string, days = 5): CommandPayloads['request_clarification'] => ({
  items: [ITEM],
  replyBy: later(today, days),
  headConsent: { headId: idOf('truongphong1') },
});

export const noticeOf = (view: CaseView, today: string): CommandPayloads['notify_refusal'] => ({
  grounds: 'Thiết bị không đạt.',
  replyBy: later(today, 1),
  findingKeys: standingBlocks(view).map(({ key }) => key),
});

export const reopeningOf = (today: string): CommandPayloads['reopen'] => ({
  complaintDecision: 'QĐ 12/QĐ-UBND',
  decidedOn: today,
});

/** A clock of the law that somebody could ask to extend. */
export const extensionOf = (view: CaseView): CommandPayloads['extend_deadline'] => ({
  clockId:
    (extendable(view) ?? view.clocks.find(({ state }) => state === 'running'))?.id ??
    '00000009-0000-4000-8000-000000000009',
  days: 5,
  reason: 'Cần thêm thời gian.',
});

/** The last day by which the supplement was due, for an answer that turns up late. */
export const lastSupplementDay = (view: CaseView): string | null => {
  const clock = newestOf(
    view.clocks.filter(({ purpose }) => purpose === 'supplement'),
    'movement',
  );
  return (clock?.['due_on'] as string | null | undefined) ?? null;
};
