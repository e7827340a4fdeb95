import { type CommandName } from '#contracts';
import { afterActing } from '../who-may-act/last-people.js';
import { whoMayAct } from '../who-may-act/who-may-act.js';
import { type CaseFacts } from '../workflow.types.js';
import { type GuardAnswer, type GuardLaw, onFacts, onPayload, refusal } from './guard.types.js';

const NOBODY_FOR = { endorse: 'nobody_left_to_endorse', decide: 'nobody_left_to_decide' } as const;

/** An act of the round leaves somebody for each step that follows; else another person must do it (invariant 3). */
export const wayStaysOpen = onFacts(
  (facts, command, law): GuardAnswer => {
    const { steps, feasible, competent } = whoMayAct(law, afterActing(facts, command));
    if (feasible) return null;
    const first = steps.find(({ people }) => people.length === 0) ?? steps.at(-1);
    const step = first?.step === 'endorse' ? 'endorse' : 'decide';
    return refusal(NOBODY_FOR[step], { step, reason: first?.fault ?? null, competent });
  },
  ['conclude', 'endorse'],
);

/** The authority has no three different people without a conflict for the round any more. */
const nobodyIsLeft = (facts: CaseFacts, _command: CommandName, law: GuardLaw): GuardAnswer =>
  whoMayAct(law, facts).competent ? refusal('authority_can_act', { status: facts.status }) : null;

/** Only where nobody is left to decide, and only as not competent, may whoever is left send the dossier away. */
export const nobodyLeft = onPayload(
  ['return'],
  (_facts, payload) =>
    payload.reason === 'not_competent'
      ? null
      : refusal('return_reason_not_allowed', { reason: payload.reason, allowed: ['not_competent'] }),
  nobodyIsLeft,
);
