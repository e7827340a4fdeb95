import { COMMANDS, STATUSES } from '#contracts';
import {
  aCase,
  aCommand,
  aScreening,
  PEOPLE,
  type PersonName,
  PROHIBITED,
  procedureOfPack,
} from '../../../test/support/case-facts.js';
import { commandOf, factsOf, ROWS } from '../../../test/support/workflow/opinion-table.js';
import { decide, nextStatus } from './decide.js';
import { passes } from './edge-choice.js';
import { lettersDraftedBy } from './drafted-letters.js';
import { allEdges, edgesOf, placeOf } from './edges.js';

const PROCEDURE = procedureOfPack('inv-2026');
const EVERYBODY = Object.keys(PEOPLE) as PersonName[];
const granted = ROWS.flatMap((row) => row.who.map((who) => ({ ...row, who, row })));
const denied = ROWS.flatMap((row) =>
  EVERYBODY.filter((who) => !row.who.includes(who)).map((who) => ({ ...row, who, row })),
);
const cells = STATUSES.flatMap((from) => COMMANDS.map((command) => ({ from, command })));
const empty = cells.filter(
  (cell) => !ROWS.some((row) => row.from === cell.from && row.command === cell.command),
);

/** Who is in conflict is told so; a head may send away only where nobody is left; everybody else is no party. */
function refusalTo(row: (typeof ROWS)[number], who: PersonName): string {
  const conflicted = factsOf(row, who).conflictedUserIds.includes(PEOPLE[who].id);
  if (conflicted && row.given !== 'nobody is left') return 'conflict_of_interest';
  const lastResort = row.command === 'return' && row.from === 'submitted' && who === 'head';
  return lastResort ? 'authority_can_act' : 'command_not_for_you';
}

describe('the table of the procedure opinion', () => {
  it.each(granted)('$from, $command by $who leads to $to ($given)', ({ row, who, from, to, command }) => {
    const decision = decide(PROCEDURE, commandOf(row), factsOf(row, who));
    expect(decision).toMatchObject({ kind: 'decided', from, to, command });
  });

  it.each(denied)('$from, $command is not for $who ($given)', ({ row, who }) => {
    const decision = decide(PROCEDURE, commandOf(row), factsOf(row, who));
    expect(decision).toMatchObject({ kind: 'refused', code: refusalTo(row, who) });
  });

  it.each(empty)('$from knows no $command', ({ from, command }) => {
    const permitted = COMMANDS.filter((name) => edgesOf(PROCEDURE, from, name).length > 0);
    for (const who of EVERYBODY) {
      const decision = decide(PROCEDURE, aCommand(command), aCase({ status: from, actor: PEOPLE[who] }));
      expect(decision).toEqual({
        kind: 'refused',
        code: 'command_not_permitted_now',
        details: { command, status: from, permitted },
      });
    }
  });

  it('is the same graph under the old law', () => {
    expect(procedureOfPack('lt-2018').states).toEqual(PROCEDURE.states);
  });

  it.each(['appraisal', 'reappraisal'] as const)('is the graph of %s too, under other names', (id) => {
    for (const pack of ['inv-2026', 'lt-2018']) {
      const like = procedureOfPack(pack, id);
      expect(allEdges(like)).toEqual(allEdges(PROCEDURE));
      expect(like.states.approved?.label).not.toEqual(PROCEDURE.states.approved?.label);
    }
  });
});

describe('the machine and the table agree', () => {
  const taken = (row: (typeof ROWS)[number], who: PersonName) =>
    edgesOf(PROCEDURE, row.from, row.command).filter((edge) =>
      passes(PROCEDURE, edge, commandOf(row), factsOf(row, who)),
    );

  it.each(granted)('on $from, $command by $who ($given)', ({ row, who, to }) => {
    expect(taken(row, who)).toHaveLength(1);
    expect(nextStatus(PROCEDURE, commandOf(row), factsOf(row, who))).toBe(to);
  });

  it.each(denied)('on the refusal of $from, $command to $who ($given)', ({ row, who }) => {
    expect(taken(row, who)).toEqual([]);
    expect(nextStatus(PROCEDURE, commandOf(row), factsOf(row, who))).toBeNull();
  });

  it('on every edge of the file', () => {
    const covered = new Set(granted.flatMap(({ row, who }) => taken(row, who).map(placeOf)));
    expect([...covered].sort()).toEqual(allEdges(PROCEDURE).map(placeOf).sort());
  });
});

describe('refusals before the guards', () => {
  const review = { status: 'under_review', actor: PEOPLE.lead } as const;

  it('tell who may', () => {
    const decision = decide(
      PROCEDURE,
      aCommand('accept'),
      aCase({ status: 'submitted', actor: PEOPLE.head }),
    );
    expect(decision).toMatchObject({
      code: 'command_not_for_you',
      details: { by: ['clerk'], command: 'accept' },
    });
  });

  it('do not offer the leader an endorsement when no head concluded', () => {
    const decision = decide(
      PROCEDURE,
      aCommand('endorse'),
      aCase({ status: 'concluded', actor: PEOPLE.leader }),
    );
    expect(decision).toMatchObject({ code: 'command_not_for_you', details: { by: ['head'] } });
  });

  it.each([
    ['by declaration', { ...review, actor: { ...PEOPLE.lead, relations: ['lead_appraiser', 'conflicted'] } }],
    ['by affiliation', { ...review, conflictedUserIds: [PEOPLE.lead.id] }],
  ] as const)('name a conflict of interest %s before any guard', (_how, given) => {
    const decision = decide(
      PROCEDURE,
      aCommand('conclude'),
      aCase({ ...given, opinionsOfRound: 0 } as never),
    );
    expect(decision).toMatchObject({
      code: 'conflict_of_interest',
      details: { who: 'actor', userId: PEOPLE.lead.id },
    });
  });

  it('never bar the owner, who is a party by nature', () => {
    const facts = aCase({
      status: 'submitted',
      actor: PEOPLE.investor,
      conflictedUserIds: [PEOPLE.investor.id],
    });
    expect(decide(PROCEDURE, aCommand('withdraw'), facts)).toMatchObject({ to: 'withdrawn', by: 'owner' });
  });

  it('come in the order in which the edge names its guards', () => {
    const facts = aCase({ ...review, opinionsOfRound: 0, openConsultations: 1, council: 'open' });
    expect(decide(PROCEDURE, aCommand('conclude'), facts)).toMatchObject({ code: 'opinion_missing' });
    expect(decide(PROCEDURE, aCommand('conclude'), { ...facts, opinionsOfRound: 1 })).toMatchObject({
      code: 'consultations_open',
    });
  });

  it('name a stale screening before what it found, so that no notice rests on it', () => {
    const screening = aScreening({ current: false, blocking: [PROHIBITED] });
    for (const status of ['screened', 'under_review'] as const)
      for (const blocking of [[PROHIBITED], []])
        expect(
          decide(
            PROCEDURE,
            aCommand('notify_refusal'),
            aCase({ status, actor: PEOPLE.head, screening: { ...screening, blocking } }),
          ),
        ).toMatchObject({ code: 'screening_stale' });
  });

  it('hold for a word that is no command and a status that is none', () => {
    expect(decide(PROCEDURE, { name: 'constructor', payload: {} } as never, aCase())).toMatchObject({
      code: 'command_not_permitted_now',
    });
    expect(() => decide(PROCEDURE, aCommand('submit'), aCase({ status: 'archived' as never }))).toThrow();
  });
});

describe('what a decision carries', () => {
  it('lists the effects as data, with their arguments', () => {
    const facts = aCase({ status: 'submitted', actor: PEOPLE.clerk });
    expect(decide(PROCEDURE, aCommand('request_supplement'), facts)).toEqual({
      kind: 'decided',
      from: 'submitted',
      to: 'supplement_requested',
      command: 'request_supplement',
      by: 'clerk',
      effects: [
        { name: 'record_supplement_request', arg: null },
        { name: 'use_supplement_right', arg: null },
        { name: 'stop_clocks', arg: null },
        { name: 'start_clock', arg: 'supplement' },
        { name: 'draft_letter', arg: 'supplement_request' },
        { name: 'notify', arg: 'owner' },
      ],
    });
  });

  it('never stops a statutory clock for an intended refusal, nor ends one by a decision', () => {
    const clockEffects = (command: string): string[] =>
      allEdges(PROCEDURE)
        .filter((placed) => placed.command === command)
        .flatMap(({ edge }) => (edge.effects ?? []).filter((effect) => effect.includes('clock')));
    expect(new Set(clockEffects('notify_refusal'))).toEqual(new Set(['start_clock:refusal_reply']));
    for (const command of ['approve', 'approve_with_conditions', 'refuse'])
      expect(clockEffects(command)).toEqual([]);
  });
});

describe('the letters that a command drafts', () => {
  it('are those of its edge in the status, and none where there is no edge', () => {
    expect(lettersDraftedBy(PROCEDURE, 'endorsed', 'refuse')).toEqual(['decision']);
    expect(lettersDraftedBy(PROCEDURE, 'concluded', 'endorse')).toEqual([]);
    expect(lettersDraftedBy(PROCEDURE, 'draft', 'approve')).toEqual([]);
  });
});
