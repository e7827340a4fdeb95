import { type CommandName, EARLIER_LETTER, type EarlierLetter, type Outcome } from '#contracts';
import {
  A_CONDITION,
  aScreening,
  LIKE_OPINION,
  PEOPLE,
  procedureOfPack,
} from '../../../test/support/case-facts.js';
import { CaseRun } from '../../../test/support/case-run.js';
import { type ProcedureDefinition } from './workflow.types.js';

const DECISIONS = ['approve', 'approve_with_conditions', 'refuse'] as const;
type DecisionName = (typeof DECISIONS)[number];
const OUTCOMES: Record<DecisionName, Outcome> = {
  approve: 'agree',
  approve_with_conditions: 'agree_with_conditions',
  refuse: 'disagree_other',
};

/** From the review to the endorsement of one outcome. */
function endorsed(run: CaseRun, decision: DecisionName): void {
  run.given({ opinionsOfRound: 1, screening: aScreening(), leadAppraiserId: PEOPLE.lead.id });
  const conditions = decision === 'approve_with_conditions' ? [{ ...A_CONDITION, cures: [] }] : [];
  const failedCriteria = decision === 'refuse' ? ['C3'] : [];
  expect(run.give('lead', 'conclude', { outcome: OUTCOMES[decision], conditions, failedCriteria }).kind).toBe(
    'decided',
  );
  expect(run.give('head', 'endorse').kind).toBe('decided');
}
const decide = (run: CaseRun, decision: DecisionName, earlierLetter?: EarlierLetter) => {
  const choice = earlierLetter === undefined ? {} : { earlierLetter };
  const conditions =
    decision === 'approve_with_conditions' ? { conditions: [{ ...A_CONDITION, cures: [] }] } : {};
  return run.give('leader', decision, { ...conditions, ...choice });
};
function decidedOnce(procedure: ProcedureDefinition, decision: DecisionName): CaseRun {
  const run = new CaseRun(procedure);
  const way: [Parameters<CaseRun['give']>[0], CommandName][] = [
    ['investor', 'submit'],
    ['clerk', 'accept'],
    ['head', 'assign'],
    ['appraiser', 'screen'],
  ];
  for (const [who, command] of way) expect(run.give(who, command).kind).toBe('decided');
  endorsed(run, decision);
  expect(decide(run, decision).kind).toBe('decided');
  return run;
}

const CHOICES = [undefined, ...EARLIER_LETTER] as const;
const PAIRS = DECISIONS.flatMap((first) =>
  DECISIONS.flatMap((second) => CHOICES.map((choice) => ({ first, second, choice }))),
);

describe.each(LIKE_OPINION)('a round after a complaint, $id by $pack', ({ pack, id }) => {
  const procedure = procedureOfPack(pack, id);

  test.each(PAIRS)('$first, then $second with $choice', ({ first, second, choice }) => {
    const run = decidedOnce(procedure, first);
    expect(run.give('leader', 'reopen').kind).toBe('decided');
    expect(run.give('investor', 'withdraw')).toMatchObject({ code: 'letter_under_review' });
    expect(decide(run, second, choice)).toMatchObject({ code: 'command_not_permitted_now' });
    endorsed(run, second);
    const expected =
      choice === undefined
        ? { kind: 'refused', code: 'earlier_letter_unsettled' }
        : choice === 'confirm' && first !== second
          ? { kind: 'refused', code: 'earlier_letter_differs' }
          : { kind: 'decided' };
    expect(decide(run, second, choice)).toMatchObject(expected);
  });

  test('a first decision names no earlier letter', () => {
    const run = decidedOnce(procedure, 'approve');
    expect(run.give('leader', 'reopen').kind).toBe('decided');
    run.given({ earlierDecision: null });
    endorsed(run, 'approve');
    expect(decide(run, 'approve', 'replace')).toMatchObject({ code: 'no_letter_under_review' });
  });
});
