import { type CommandName } from '#contracts';
import { aCase, aScreening, PEOPLE, procedureOfPack, PROHIBITED } from '../../../test/support/case-facts.js';
import { ROWS } from '../../../test/support/workflow/opinion-table.js';
import { commandOptions } from './command-options.js';
import { type CaseFacts, type CommandOption } from './workflow.types.js';

const PROCEDURE = procedureOfPack('inv-2026');
const option = (command: CommandName, facts: Partial<CaseFacts>): CommandOption | undefined =>
  commandOptions(PROCEDURE, aCase(facts)).find((found) => found.command === command);
const codes = (found: CommandOption | undefined) => found?.reasons.map(({ code }) => code);

describe('the menu of commands', () => {
  it('lists every command of the procedure once, in every status', () => {
    const known = [...new Set(ROWS.map(({ command }) => command))].sort();
    for (const status of new Set(ROWS.map(({ from }) => from))) {
      const listed = commandOptions(PROCEDURE, aCase({ status })).map(({ command }) => command);
      expect(listed.sort()).toEqual(known);
    }
  });

  it('permits what only its payload could still refuse', () => {
    const head = { status: 'screened', actor: PEOPLE.head } as const;
    expect(option('assign', head)).toEqual({
      command: 'assign',
      permitted: true,
      targets: ['under_review', 'screened'],
      reasons: [],
    });
  });

  it('chooses between edges by the facts', () => {
    const accepted = { status: 'accepted', actor: PEOPLE.appraiser } as const;
    expect(option('screen', accepted)?.targets).toEqual(['screened']);
    expect(option('screen', { ...accepted, leadAppraiserId: 'appraiser-1' })?.targets).toEqual([
      'under_review',
    ]);
  });

  it('names every known reason, the first refusal first', () => {
    const stuck = aCase({
      status: 'under_review',
      actor: PEOPLE.lead,
      opinionsOfRound: 0,
      screening: aScreening({ current: false, undecidedCandidates: ['line-1:RES-4'] }),
      council: 'open',
    });
    const found = option('conclude', stuck);
    expect(found?.permitted).toBe(false);
    expect(found?.targets).toEqual(['concluded']);
    expect(codes(found)).toEqual([
      'opinion_missing',
      'screening_stale',
      'candidates_undecided',
      'council_open',
    ]);
  });

  it('says who, when the actor is no party, and that one is in conflict', () => {
    const submitted = { status: 'submitted', actor: PEOPLE.head } as const;
    expect(option('accept', submitted)?.reasons).toMatchObject([
      { code: 'command_not_for_you', details: { by: ['clerk'] } },
    ]);
    expect(codes(option('assign', { ...submitted, conflictedUserIds: [PEOPLE.head.id] }))).toEqual([
      'conflict_of_interest',
    ]);
  });

  it('says when the status does not know it, with what it knows', () => {
    expect(option('approve', { status: 'draft' })).toMatchObject({
      permitted: false,
      targets: [],
      reasons: [{ code: 'command_not_permitted_now', details: { permitted: ['submit'] } }],
    });
  });

  it.each([
    ['notify_refusal', 'under_review', 'head', {}, ['no_confirmed_blocking_finding']],
    ['extend_deadline', 'submitted', 'head', { extensionUsed: true }, ['extension_unavailable']],
    [
      'request_clarification',
      'under_review',
      'lead',
      { supplementRequestsUsed: 1 },
      ['supplement_already_used'],
    ],
    ['approve', 'endorsed', 'leader', { endorserId: PEOPLE.leader.id }, ['four_eyes']],
    [
      'approve_with_conditions',
      'endorsed',
      'leader',
      { screening: aScreening({ blocking: [PROHIBITED] }) },
      ['blocking_finding_stands'],
    ],
  ] as const)('%s in %s for the %s is known to be refused', (command, status, who, given, expected) => {
    const found = option(command, { status, actor: PEOPLE[who], ...given });
    expect(codes(found)).toEqual(expected);
  });
});
