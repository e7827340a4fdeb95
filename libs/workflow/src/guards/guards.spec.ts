import { COMMANDS, PROBLEMS } from '#contracts';
import { aCase, aCommand, procedureOfPack } from '../../../../test/support/case-facts.js';
import { allEdges } from '../edges.js';
import { CLOCK_CASES } from '../../../../test/support/workflow/clock.guard-cases.js';
import { DECISION_CASES } from '../../../../test/support/workflow/decision.guard-cases.js';
import { DETERMINATION_CASES } from '../../../../test/support/workflow/determination.guard-cases.js';
import { type GuardCases } from '../../../../test/support/workflow/guard-cases.js';
import { GUARD_NAMES, guardOf, type GuardName } from './guards.js';
import { INTAKE_CASES } from '../../../../test/support/workflow/intake.guard-cases.js';
import { REVIEW_CASES } from '../../../../test/support/workflow/review.guard-cases.js';
import { ROUNDS_CASES } from '../../../../test/support/workflow/rounds.guard-cases.js';
import { STAFFING_CASES } from '../../../../test/support/workflow/staffing.guard-cases.js';

/** Total: a guard without its cases does not compile. */
const CASES = {
  ...INTAKE_CASES,
  ...REVIEW_CASES,
  ...DECISION_CASES,
  ...CLOCK_CASES,
  ...STAFFING_CASES,
  ...DETERMINATION_CASES,
  ...ROUNDS_CASES,
} satisfies Record<GuardName, GuardCases>;
const DETERMINATION = procedureOfPack('det-2023', 'determination');
const LAW = {
  ...procedureOfPack('inv-2026'),
  ...(DETERMINATION.competence && { competence: DETERMINATION.competence }),
};
const cases = (name: GuardName): GuardCases => CASES[name];

const refusals = GUARD_NAMES.flatMap((name) => cases(name).refuses.map((given) => ({ name, ...given })));
const passes = GUARD_NAMES.flatMap((name) => cases(name).passes.map((given) => ({ name, ...given })));

describe('guards', () => {
  it.each(refusals)('$name refuses $code: $when', ({ name, facts, command, code, details }) => {
    const answer = guardOf(name).check(facts, command, LAW);
    expect(answer?.code).toBe(code);
    expect(answer?.details).toMatchObject(details ?? {});
  });

  it.each(passes)('$name lets pass: $when', ({ name, facts, command }) => {
    expect(guardOf(name).check(facts, command, LAW)).toBeNull();
  });

  it.each(refusals)('$name never refuses in the menu what the command would allow ($when)', (given) => {
    const early = guardOf(given.name).early(given.facts, given.command.name, LAW);
    expect([null, given.code]).toContain(early?.code ?? null);
  });

  it.each(passes)('$name keeps silent in the menu too: $when', ({ name, facts, command }) => {
    expect(guardOf(name).early(facts, command.name, LAW)).toBeNull();
  });

  it('has texts in both languages for every code', () => {
    const codes = new Set(refusals.map(({ code }) => code));
    for (const code of codes) expect(PROBLEMS).toHaveProperty(code);
  });

  it('is used by a shipped procedure, each one', () => {
    const shipped = [procedureOfPack('inv-2026'), procedureOfPack('det-2023', 'determination')];
    const used = new Set(shipped.flatMap(allEdges).flatMap(({ edge }) => edge.guards ?? []));
    expect([...used].sort()).toEqual([...GUARD_NAMES].sort());
  });

  it('refuses to judge a payload that it does not know', () => {
    const guard = guardOf('reasons_given');
    expect(guard.commands).toEqual(['refuse']);
    for (const name of COMMANDS.filter((command) => command !== 'refuse'))
      expect(() => guard.check(aCase(), aCommand(name), LAW)).toThrow(name);
  });

  it('knows no other names', () => {
    expect(() => guardOf('toString')).toThrow('unknown guard');
  });
});
