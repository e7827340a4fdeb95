import { isConflicted } from './access.oracle.js';
import { Broken, type Moment, type Oracle, type Person, type Row, text } from './moment.js';

const freshSteps = ({ before, after }: Moment, command: string): Row[] =>
  after.dossier_transition.filter(
    (step) =>
      step['command'] === command &&
      !before.dossier_transition.some((known) => known['step'] === step['step']),
  );

/** Where whoever works on a dossier may send it away for other reasons than that nobody is left. */
const IN_HAND = ['submitted', 'accepted', 'screened', 'under_review'];

/** Three different people without a conflict, each for one step: whatever else the procedure allows, these can decide. */
function threeAreLeft({ before, people, today }: Moment): boolean {
  const free = [...people.values()].filter((person) => !isConflicted(person, before, today));
  const having = (role: string): Person[] => free.filter(({ roles }) => roles.includes(role));
  return having('leader').some((decider) =>
    having('head').some(
      (endorser) =>
        endorser !== decider &&
        having('appraiser').some((concluder) => concluder !== endorser && concluder !== decider),
    ),
  );
}

/** 3: a dossier that is sent away as not competent names another authority; a late one only because nobody is left. */
const returns: Oracle = (moment) => {
  const { act, after, before, tally } = moment;
  const [step] = freshSteps(moment, 'return');
  const { reason, competentAuthority } = act.body as { reason?: string; competentAuthority?: string };
  if (!step || reason !== 'not_competent') return;
  const fresh = after.letter.filter(({ id }) => !before.letter.some((known) => known['id'] === id));
  if (!fresh.some(({ kind }) => kind === 'return_notice'))
    throw new Broken(3, 'returned without a letter that says so', step);
  if (IN_HAND.includes(text(step['from_status']))) {
    if (!competentAuthority?.trim() && threeAreLeft(moment))
      throw new Broken(3, 'returned as not competent without the authority that is', step);
    return tally.checked(3, 'a return as not competent');
  }
  if (threeAreLeft(moment)) throw new Broken(3, 'sent away although three people could decide', step);
  tally.checked(3, 'a return because nobody is left');
};

/** 11: only the system discontinues a dossier, and only once the last day of the supplement is over. */
const discontinuances: Oracle = (moment) => {
  const { after, today, tally } = moment;
  const [step] = freshSteps(moment, 'deadline_passed').filter(
    ({ to_status }) => to_status === 'discontinued',
  );
  if (!step) return;
  const over = after.clock.some(
    ({ purpose, due_on }) => purpose === 'supplement' && due_on !== null && text(due_on) < today,
  );
  if (step['actor_role'] !== 'system' || step['from_status'] !== 'supplement_requested' || !over)
    throw new Broken(11, 'discontinued before the supplement was overdue', step);
  tally.checked(11, 'discontinued after its day');
};

export const departureOracle: Oracle = (moment) => {
  for (const oracle of [returns, discontinuances]) oracle(moment);
};
