import { type CommandName, type CommandPayloads } from '#contracts';
import { addDays } from '#kernel';
import {
  type AnyCommand,
  type CaseFacts,
  type Decided,
  decide,
  type Decision,
  type Effect,
  type ProcedureDefinition,
} from '#workflow';
import { aCase, aCommand, aScreening, PEOPLE, type PersonName } from './case-facts.js';

/** What the run remembers beside the facts: the decision whose letter a complaint puts under review. */
type RunFacts = CaseFacts & { decision?: CaseFacts['earlierDecision'] };
const KINDS = {
  approve: 'approved',
  approve_with_conditions: 'approved_with_conditions',
  refuse: 'refused',
} as const;
const decisionOf = (command: AnyCommand): CaseFacts['earlierDecision'] => ({
  kind: KINDS[command.name as keyof typeof KINDS],
  conditions: command.name === 'approve_with_conditions' ? command.payload.conditions : [],
});
type Change = (facts: CaseFacts, command: AnyCommand, arg: string | null) => Partial<RunFacts>;
const openClock = (facts: CaseFacts, purpose: string): Partial<CaseFacts> => ({
  openClocks: [
    ...(facts.openClocks ?? []),
    { clockId: `${purpose}-clock`, purpose, dueOn: addDays(facts.today, 7), stopped: false },
  ],
});
const assigned: Change = (_facts, command) =>
  command.name === 'assign' && command.payload.kind === 'lead'
    ? { leadAppraiserId: command.payload.assigneeId }
    : {};

const concluded = (command: AnyCommand): Partial<CaseFacts> => {
  if (command.name !== 'conclude') return {};
  const { outcome, conditions } = command.payload;
  return { conclusion: { outcome, conditionsCure: conditions.flatMap(({ cures }) => cures ?? []) } };
};

/** What each effect changes in the facts, as the shell would; effects that change no fact are not here. */
const CHANGES: Record<string, Change> = {
  record_assignment: assigned,
  record_screening: (facts) => ({ screening: { ...(facts.screening ?? aScreening()), current: true } }),
  use_supplement_right: (facts) => ({ supplementRequestsUsed: facts.supplementRequestsUsed + 1 }),
  start_clock: (facts, _command, arg) => openClock(facts, arg ?? ''),
  end_clock: (facts, _command, arg) => ({
    openClocks: (facts.openClocks ?? []).filter(({ purpose }) => purpose !== arg),
  }),
  record_conclusion: (facts, command) => ({
    concluderId: facts.actor.id,
    concluderRoles: facts.actor.roles,
    ...concluded(command),
  }),
  record_endorsement: (facts) => ({ endorserId: facts.actor.id }),
  record_send_back: () => ({ concluderId: null, endorserId: null, conclusion: null }),
  record_refusal_notice: () => ({ refusalNotified: true }),
  record_extension: () => ({ extensionUsed: true }),
  record_decision: (_facts, command) => ({ decision: decisionOf(command), decisionIssued: true }),
  letters_under_review: (facts) => ({ earlierDecision: (facts as RunFacts).decision ?? null }),
  next_round: (facts) => ({
    round: facts.round + 1,
    opinionsOfRound: 0,
    concluderId: null,
    endorserId: null,
    conclusion: null,
    screening: facts.screening && { ...facts.screening, current: false },
  }),
};
const changed = (facts: CaseFacts, command: AnyCommand, { name, arg }: Effect): CaseFacts => ({
  ...facts,
  ...(CHANGES[name]?.(facts, command, arg) ?? {}),
});

/** A dossier in memory: decisions are folded into its facts, as the shell does with rows. */
export class CaseRun {
  readonly taken: Decided[] = [];

  constructor(
    private readonly procedure: ProcedureDefinition,
    public facts: CaseFacts = aCase({ screening: null, concluderId: null, endorserId: null }),
  ) {}

  /** Changes facts from outside: an opinion, a finding, a day that passes. */
  given(change: Partial<CaseFacts>): this {
    this.facts = { ...this.facts, ...change };
    return this;
  }

  /** Gives one command as one person and folds the decision, if it is one. */
  give<Name extends CommandName>(
    who: PersonName,
    name: Name,
    payload: Partial<CommandPayloads[Name]> = {},
  ): Decision {
    return this.run(who, aCommand(name, payload));
  }

  run(who: PersonName, command: AnyCommand): Decision {
    this.facts = { ...this.facts, actor: PEOPLE[who] };
    const decision = decide(this.procedure, command, this.facts);
    if (decision.kind === 'decided') this.fold(decision, command);
    return decision;
  }

  private fold(decision: Decided, command: AnyCommand): void {
    this.taken.push(decision);
    const after = decision.effects.reduce((facts, effect) => changed(facts, command, effect), this.facts);
    this.facts = { ...after, status: decision.to };
  }
}
