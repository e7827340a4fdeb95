import { type Finding } from '#contracts';
import { newestOf } from '../case-view.js';
import { type Records } from '../records.js';
import {
  Broken,
  dossierOf,
  isDecidedStatus,
  type Moment,
  newDecision,
  type Oracle,
  type Row,
  text,
} from './moment.js';

const inOrder = (records: Records): Row[] =>
  [...records.dossier_transition].sort((a, b) => Number(a['step']) - Number(b['step']));

/** The steps of the round that a decision ends: since the last reopening, and since the last time it was sent back. */
function stepsOfRound(records: Records): { whole: Row[]; round: Row[]; last: Row[] } {
  const whole = inOrder(records);
  const begun = whole.findLastIndex(({ command }) => command === 'reopen');
  const back = whole.findLastIndex(({ command }) => command === 'send_back');
  return { whole, round: whole.slice(begun + 1), last: whole.slice(Math.max(begun, back) + 1) };
}
const byCommand = (steps: readonly Row[], command: string): Row | undefined =>
  steps.findLast((step) => step['command'] === command);

const SITTING = ['established', 'in_session'];
/** 2: nothing is concluded or decided while a council of the round sits; the act itself may end the council. */
const sittings: Oracle = ({ before, after, tally }) => {
  const concludes = after.conclusion.length > before.conclusion.length;
  if (!concludes && after.decision.length === before.decision.length) return;
  const { round } = dossierOf(before);
  const councils = before.council.filter((council) => council['round'] === round);
  const sitting = councils.find(({ status }) => SITTING.includes(String(status)));
  if (sitting) throw new Broken(2, 'concluded or decided while a council sits', sitting['status']);
  if (councils.length > 0) tally.checked(2, 'a conclusion or decision after a council');
};

/** 2: the way that every decision has gone. */
const way: Oracle = (moment) => {
  const decision = newDecision(moment);
  if (!decision) return;
  const { after, tally } = moment;
  const { whole, round, last } = stepsOfRound(after);
  const missing = [
    byCommand(whole, 'accept') ? [] : ['accept'],
    byCommand(round, 'screen') ? [] : ['screen'],
    byCommand(last, 'conclude') ? [] : ['conclude'],
    byCommand(last, 'endorse') ? [] : ['endorse'],
    after.opinion.some((one) => one['round'] === decision['round'] && one['state'] === 'recorded')
      ? []
      : ['opinion'],
  ].flat();
  if (missing.length > 0) throw new Broken(2, 'decided without', missing);
  tally.checked(2, Number(decision['round']) > 1 ? 'decision of a later round' : 'decision');
  councils(after, decision, moment);
};

function councils(records: Records, decision: Row, { tally }: Moment): void {
  for (const council of records.council.filter(({ round }) => round === decision['round'])) {
    if (council['status'] === 'dissolved') continue;
    const valid = records.council_session.filter(
      ({ council_id, valid: isValid }) => council_id === council['id'] && isValid === true,
    );
    const signed = valid.some(({ id }) => {
      const minutes = records.council_minutes.find(({ session_id }) => session_id === id);
      return records.letter.some(
        (letter) => letter['id'] === minutes?.['letter_id'] && letter['status'] === 'issued',
      );
    });
    if (!signed)
      throw new Broken(2, 'decided while a council has no valid session with minutes', council['status']);
    tally.checked(2, 'decision with a council');
  }
}

/** 3: concluder, endorser and decider are three people. */
const threePeople: Oracle = (moment) => {
  const decision = newDecision(moment);
  if (!decision) return;
  const { last } = stepsOfRound(moment.after);
  const people = ['conclude', 'endorse'].map((command) => byCommand(last, command)?.['actor_id']);
  const three = [...people, decision['decided_by']];
  if (new Set(three).size !== three.length) throw new Broken(3, 'one person acted twice in a round', three);
  moment.tally.checked(3, 'three people');
};

const CERTIFIED = (records: Records): Row[] => {
  const version = dossierOf(records)['facts_version'];
  const facts = records.facts_version.find((row) => row['version'] === version)?.['facts'] as
    { evidence?: Row[] } | undefined;
  return (facts?.evidence ?? []).filter(({ acceptedBy }) => acceptedBy !== undefined);
};

/** A gap of a list test that a person looked up by hand in this round. */
const lookedUp = (records: Records, line: unknown, round: unknown): boolean =>
  records.annex_check.some(
    (row) => row['round'] === round && row['line_id'] === line && row['result'] === 'not_found',
  );

/** 10: an inconclusive finding is answered; a determination rests on tests and on accepted evidence. */
const answered: Oracle = (moment) => {
  const decision = newDecision(moment);
  if (!decision) return;
  const { after, tally } = moment;
  const findings = (newestOf(after.screening)?.['result'] as { findings: Finding[] }).findings;
  const conclusion = after.conclusion.find(
    (row) => row['round'] === decision['round'] && row['sent_back_at'] === null,
  );
  const answers = (conclusion?.['content'] as { inconclusive: { findingKey: string; reason: string }[] })
    .inconclusive;
  const open = findings.filter(({ verdict }) => verdict === 'inconclusive');
  for (const { key } of open)
    if (!answers.some((one) => one.findingKey === key && one.reason.trim() !== ''))
      throw new Broken(10, 'decided over an inconclusive finding that nobody answered', key);
  if (open.length > 0) tally.checked(10, 'inconclusive findings answered');
  if (dossierOf(after)['procedure_id'] === 'determination') determined(after, decision, findings, moment);
};

function determined(records: Records, decision: Row, findings: Finding[], { tally }: Moment): void {
  const tests = findings.filter(
    ({ test, verdict }) => test.startsWith('outdated.') && verdict !== 'not_applicable',
  );
  if (decision['kind'] === 'approved') {
    const failing = tests.filter(
      ({ verdict, subject, test }) =>
        verdict !== 'met' && !(test === 'outdated.list' && lookedUp(records, subject.id, decision['round'])),
    );
    if (tests.length === 0 || failing.length > 0)
      throw new Broken(10, '"not outdated" without every applicable test met', failing);
  } else if (!tests.some(({ verdict }) => verdict === 'breached'))
    throw new Broken(10, '"outdated" without a breached test');
  if (CERTIFIED(records).length === 0) throw new Broken(10, 'determined without accepted evidence');
  tally.checked(10, decision['kind'] === 'approved' ? 'determination: approved' : 'determination: refused');
}

/** 11: silence decides nothing; what comes late says so. */
const silence: Oracle = ({ before, after, tally, ...moment }) => {
  const steps = inOrder(after).slice(before.dossier_transition.length);
  for (const step of steps)
    if (step['actor_role'] === 'system' && isDecidedStatus(step['to_status']))
      throw new Broken(11, 'the system decided', step);
  const decision = newDecision({ before, after, tally, ...moment });
  if (!decision) return;
  const late = before.clock.some(
    ({ purpose, state, due_on }) =>
      purpose === 'reply' &&
      (state === 'expired' ||
        (['running', 'stopped'].includes(String(state)) && due_on !== null && text(due_on) < moment.today)),
  );
  if (decision['after_deadline'] !== late) throw new Broken(11, 'a late decision is not marked so', late);
  const { afterDeadlineReason } = decision['content'] as { afterDeadlineReason?: string };
  if (late && !afterDeadlineReason?.trim()) throw new Broken(11, 'a late decision without the reason');
  tally.checked(11, late ? 'a decision after the deadline' : 'a decision in time');
};

export const decisionOracle: Oracle = (moment) => {
  for (const oracle of [sittings, way, threePeople, answered, silence]) oracle(moment);
};
