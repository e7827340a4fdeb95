import { describe, expect, test } from '@jest/globals';
import { type Role, STATUSES, type Status } from '#contracts';
import { civilDate } from '#kernel';
import {
  ACTION_CONDITIONS,
  ACTION_RULES,
  type ActionCondition,
  type ActionFacts,
  REQUIRED_ACTIONS,
  requiredActions,
} from './required-actions.js';

const facts = (status: Status, ...conditions: ActionCondition[]): ActionFacts => ({
  ...{ status, conditions, candidates: 3 },
  dueOn: civilDate('2026-07-10'),
  requestDueOn: civilDate('2026-07-20'),
  consultationDueOn: civilDate('2026-07-05'),
});
/** Code and who is to act, as a reader of the house with these roles is told. */
const told = (found: ActionFacts, ...roles: Role[]) =>
  requiredActions(found, { roles, inside: true }).map(({ code, who }) => `${code}: ${who}`);

describe('what is to be done with a dossier', () => {
  test.each<[Status, ActionCondition[], Role[], string[]]>([
    ['draft', ['is_owner'], ['investor'], ['submit_dossier: me']],
    ['draft', [], ['clerk'], ['submit_dossier: owner']],
    ['draft', ['is_clerk_on_behalf'], ['clerk'], ['submit_dossier: me']],
    ['submitted', [], ['clerk'], ['check_completeness: me']],
    ['submitted', [], ['head'], ['check_completeness: role']],
    ['accepted', [], ['head'], ['assign_appraiser: me']],
    ['accepted', ['has_lead', 'lead_declared', 'is_lead'], ['appraiser'], ['screen: me']],
    ['under_review', ['has_lead', 'lead_declared', 'is_lead'], ['appraiser'], ['record_opinion: me']],
    ['under_review', ['has_lead', 'lead_declared', 'lead_opinion_recorded'], ['head'], ['conclude: role']],
    ['concluded', [], ['head'], ['endorse: me']],
    ['concluded', ['concluded_by_me'], ['head'], ['endorse: role']],
    ['endorsed', [], ['leader'], ['decide: me']],
    ['endorsed', ['endorsed_by_me'], ['leader'], ['decide: role']],
    ['approved', ['letter_to_sign'], ['leader'], ['sign_letter: me']],
    ['withdrawn', [], ['leader'], []],
  ])('%s with %j, told to %j', (status, conditions, roles, expected) => {
    expect(told(facts(status, ...conditions), ...roles)).toEqual(expected);
  });

  test('the own work of the reader stands first, that of others after it', () => {
    const found = facts(
      'under_review',
      'has_lead',
      'lead_declared',
      'candidates_undecided',
      'is_consulted',
      'consultation_open',
    );
    expect(told(found, 'agency')).toEqual([
      'answer_consultation: me',
      'decide_candidates: role',
      'record_opinion: role',
    ]);
  });

  test('outside the house nobody is told what others have to do', () => {
    const waiting = facts('under_review', 'has_lead', 'lead_declared');
    expect(requiredActions(waiting, { roles: ['investor'], inside: false })).toEqual([]);
    const own = requiredActions(facts('draft', 'is_owner'), { roles: ['investor'], inside: false });
    expect(own.map(({ code }) => code)).toEqual(['submit_dossier']);
  });

  test('the day is that of the dossier, of the request or of the consultation, and none for a draft', () => {
    const dayOf = (found: ActionFacts, roles: Role[]) =>
      requiredActions(found, { roles, inside: true }).map(({ dueOn }) => dueOn);
    expect(dayOf(facts('submitted'), ['clerk'])).toEqual(['2026-07-10']);
    expect(dayOf(facts('supplement_requested'), ['clerk'])).toEqual(['2026-07-20']);
    expect(dayOf(facts('concluded', 'consultation_open'), ['agency'])).toEqual(['2026-07-05', '2026-07-10']);
    expect(dayOf(facts('draft'), ['clerk'])).toEqual([null]);
  });

  test('how many is told of candidates alone, and to whoever leads the dossier alone', () => {
    const found = facts('under_review', 'has_lead', 'lead_declared', 'candidates_undecided');
    const countsOf = (some: ActionFacts, role: Role) =>
      requiredActions(some, { roles: [role], inside: true }).map(({ code, count }) => [code, count]);
    const lead = { ...found, conditions: [...found.conditions, 'is_lead' as const] };
    expect(countsOf(lead, 'appraiser')).toEqual([
      ['decide_candidates', 3],
      ['record_opinion', null],
    ]);
    expect(countsOf(found, 'head')).toEqual([
      ['decide_candidates', null],
      ['record_opinion', null],
    ]);
  });
});

describe('the table of what is to be done', () => {
  test('has each action once, and asks of each condition at least once', () => {
    expect(ACTION_RULES.map(({ code }) => code).sort()).toEqual([...REQUIRED_ACTIONS].sort());
    const inTable = JSON.stringify(ACTION_RULES);
    const parties: ActionCondition[] = [
      'is_owner',
      'is_clerk_on_behalf',
      'is_lead',
      'is_invited',
      'may_be_second',
      'is_consulted',
      'own_opinion_awaited',
    ];
    for (const condition of ACTION_CONDITIONS)
      expect({ condition, asked: inTable.includes(`"${condition}"`) || parties.includes(condition) }).toEqual(
        { condition, asked: true },
      );
  });

  test('leaves nothing open that has ended without a letter', () => {
    for (const status of STATUSES.filter((one) => ['withdrawn', 'returned', 'discontinued'].includes(one)))
      expect(told(facts(status), 'clerk', 'head', 'leader')).toEqual([]);
  });
});
