import fc from 'fast-check';
import { type CommandName, isClosed, isDecided } from '#contracts';
import { addDays } from '#kernel';
import { drawn } from '../../../test/support/seed.js';
import {
  aCommand,
  LIKE_OPINION,
  OLD_MACHINE,
  PEOPLE,
  type PersonName,
  procedureOfPack,
  TODAY,
} from '../../../test/support/case-facts.js';
import { CaseRun } from '../../../test/support/case-run.js';
import { ONWARD, type RandomStep, randomSteps } from '../../../test/support/workflow/random-runs.js';
import { commandOptions } from './command-options.js';
import {
  type AnyCommand,
  type CaseFacts,
  type Decided,
  type Decision,
  type ProcedureDefinition,
} from './workflow.types.js';

/** A command as it was given: the facts that it met, and the answer. */
interface Given {
  before: CaseFacts;
  command: AnyCommand;
  decision: Decision;
}
function give(run: CaseRun, who: PersonName, command: AnyCommand): Given {
  const before = { ...run.facts, actor: PEOPLE[who] };
  return { before, command, decision: run.run(who, command) };
}
function late(run: CaseRun): Given[] {
  const past = (run.facts.openClocks ?? []).map((clock) => ({ ...clock, dueOn: addDays(TODAY, -1) }));
  run.given({ openClocks: past });
  return past.map(({ clockId }) => give(run, 'system', aCommand('deadline_passed', { clockId })));
}
function act(run: CaseRun, step: RandomStep): Given[] {
  if (step.kind === 'try') return [give(run, step.who, step.command)];
  if (step.kind === 'late') return late(run);
  if (step.kind === 'event') run.given(step.change);
  const next = step.kind === 'onward' ? ONWARD[run.facts.status] : undefined;
  return next ? [give(run, next[0], aCommand(next[1]))] : [];
}
const play = (procedure: ProcedureDefinition, steps: RandomStep[]): Given[] => {
  const reply = { clockId: 'reply-clock', purpose: 'reply', dueOn: null, stopped: false };
  const run = new CaseRun(procedure).given({ openClocks: [reply] });
  return steps.flatMap((step) => act(run, step));
};
const isTaken = (given: Given): given is Given & { decision: Decided } => given.decision.kind === 'decided';
const decisionsOf = (history: Given[]) =>
  history.filter(isTaken).filter(({ decision }) => isDecided(decision.to));

/** The same 300 random histories for each property of one procedure. */
function histories(procedure: ProcedureDefinition): Given[][] {
  const played: Given[][] = [];
  const keep = fc.property(randomSteps, (steps) => {
    played.push(play(procedure, steps));
  });
  fc.assert(keep, drawn(300));
  return played;
}
const namesBefore = (history: Given[], last: Given): CommandName[] =>
  history
    .slice(0, history.indexOf(last))
    .filter(isTaken)
    .map(({ command }) => command.name);

describe.each(LIKE_OPINION)('invariants of $id by $pack over random histories', ({ pack, id }) => {
  const procedure = procedureOfPack(pack, id);
  const played = histories(procedure);
  /** Holds a property over every history; says how often its subject really occurred. */
  const over = (property: (history: Given[]) => number): number =>
    played.reduce((occurred, history) => occurred + property(history), 0);

  it('1: nothing is approved while a blocking finding stands, a candidate is open or the screening is stale', () => {
    const approvals = over((history) => {
      const found = decisionsOf(history).filter(({ decision }) => decision.to.startsWith('approved'));
      for (const { before, command } of found) {
        const cured =
          command.name === 'approve_with_conditions' &&
          command.payload.conditions.some(({ cures }) => cures?.length);
        const keys = before.screening?.blocking.map(({ key }) => key) ?? [];
        expect(keys.filter((key) => !(cured && key === OLD_MACHINE.key))).toEqual([]);
        expect(before.screening).toMatchObject({ current: true, undecidedCandidates: [] });
      }
      return found.length;
    });
    expect(approvals).toBeGreaterThan(50);
  });

  it('2: a decision has acceptance, screening, and of its round conclusion, opinion and endorsement behind it', () => {
    const decisions = over((history) => {
      for (const last of decisionsOf(history)) {
        const names = namesBefore(history, last);
        const since = names.slice(Math.max(names.lastIndexOf('send_back'), names.lastIndexOf('reopen')) + 1);
        expect(names).toEqual(expect.arrayContaining(['accept', 'screen']));
        expect(since).toEqual(expect.arrayContaining(['conclude', 'endorse']));
        const conclusion = history.filter(isTaken).findLast(({ command }) => command.name === 'conclude');
        expect(conclusion?.before.opinionsOfRound).toBeGreaterThan(0);
      }
      return decisionsOf(history).length;
    });
    expect(decisions).toBeGreaterThan(50);
  });

  it('3: concluder, endorser and decider are three people', () => {
    const decisions = over((history) => {
      for (const { before } of decisionsOf(history))
        expect(new Set([before.concluderId, before.endorserId, before.actor.id, null]).size).toBe(4);
      return decisionsOf(history).length;
    });
    expect(decisions).toBeGreaterThan(50);
  });

  it('7: the one request is used at most once', () => {
    const requests = over((history) => {
      const used = history
        .filter(isTaken)
        .filter(({ decision }) => decision.effects.some(({ name }) => name === 'use_supplement_right'));
      expect(used.length).toBeLessThanOrEqual(1);
      return used.length;
    });
    expect(requests).toBeGreaterThan(20);
  });

  it('11: the system never decides, and no deadline does', () => {
    const fired = over((history) => {
      const bySystem = history.filter(isTaken).filter(({ decision }) => decision.by === 'system');
      for (const { decision } of bySystem) expect(isDecided(decision.to)).toBe(false);
      return bySystem.filter(({ command }) => command.name === 'deadline_passed').length;
    });
    expect(fired).toBeGreaterThan(10);
  });

  it('a closed dossier moves only by reopen, or by a timely answer after the discontinuance', () => {
    const moves = over((history) => {
      const found = history.filter(isTaken).filter(({ before }) => isClosed(before.status));
      for (const { command, before } of found)
        expect([command.name, before.status === 'discontinued']).toEqual([
          before.status === 'discontinued' ? 'resubmit' : 'reopen',
          before.status === 'discontinued',
        ]);
      return found.length;
    });
    expect(moves).toBeGreaterThan(20);
  });

  it('what the menu refuses the command refuses too, and the menu says why', () => {
    const refusals = over((history) => {
      const judged = history.map((given) => ({
        ...given,
        option: commandOptions(procedure, given.before).find(({ command }) => command === given.command.name),
      }));
      const closed = judged.filter(({ option }) => option?.permitted === false);
      for (const { decision, option } of closed) {
        expect(decision.kind).toBe('refused');
        expect(option?.reasons.length).toBeGreaterThan(0);
      }
      return closed.length;
    });
    expect(refusals).toBeGreaterThan(500);
  });
});
