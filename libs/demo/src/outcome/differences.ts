import { type Journey, type JourneyExpectation, type Outcome, type TimelineView } from '../journey.types.js';

const shown = (value: unknown): string => JSON.stringify(value);
const differs = (what: string, expected: unknown, found: unknown): string[] =>
  shown(expected) === shown(found) ? [] : [`${what}: expected ${shown(expected)}, found ${shown(found)}`];
type Judge = (expect: JourneyExpectation, outcome: Outcome) => string[];

const dossier: Judge = ({ status, trigger }, { dossier: found }) => [
  ...differs('status', status, found.status),
  ...(trigger === undefined ? [] : differs('trigger', trigger, found.trigger)),
];

const findings: Judge = (expect, { findings: { findings: found } }) => [
  ...Object.entries(expect.findings ?? {}).flatMap(([key, verdict]) =>
    differs(`finding ${key}`, verdict, found.find((one) => one.key === key)?.verdict ?? null),
  ),
  ...(expect.breached === undefined
    ? []
    : differs(
        'breached',
        [...expect.breached].sort(),
        found
          .filter(({ verdict }) => verdict === 'breached')
          .map(({ key }) => key)
          .sort(),
      )),
];

const matches: Judge = (expect, { findings: { candidates } }) =>
  Object.entries(expect.matches ?? {}).flatMap(([match, decision]) => {
    const found = candidates.find(({ lineId, list, code }) => `${lineId} ${list}:${code}` === match);
    return differs(`match ${match}`, decision, found?.decided?.decision ?? null);
  });

const clocks: Judge = (expect, { clocks: found }) =>
  Object.entries(expect.clocks ?? {}).flatMap(([ruleId, { state, dueOn }]) => {
    const clock = found.find((one) => one.ruleId === ruleId);
    return differs(
      `clock ${ruleId}`,
      { state, dueOn },
      clock ? { state: clock.state, dueOn: clock.dueOn } : null,
    );
  });

const letters: Judge = (expect, { letters: found }) => {
  if (expect.letters === undefined) return [];
  const told = found.map(({ kind, status, issuedOn }, index) => ({
    kind,
    status,
    ...(expect.letters?.[index]?.issuedOn === undefined ? {} : { issuedOn }),
  }));
  return differs('letters', expect.letters, told);
};

const silence: Judge = (expect, { timeline }) => {
  if (expect.silence === undefined) return [];
  const found = timeline.find(({ kind }) => kind === 'silence');
  return differs(
    'silence',
    expect.silence,
    found ? { effect: found.code, dueOn: found.detail['dueOn'] } : null,
  );
};

/** How a line of the timeline is written in an expectation. */
export const timelineCode = ({ kind, code }: TimelineView): string =>
  kind === 'transition' ? code : `${kind}:${code}`;

const timeline: Judge = (expect, { timeline: found }) =>
  expect.timeline === undefined ? [] : differs('timeline', expect.timeline, found.map(timelineCode));

const warnings: Judge = (expect, { warnings: found }) =>
  expect.warnings === undefined ? [] : differs('warnings', expect.warnings.percents, found);

const replay: Judge = (_expect, { replays }) => (replays === false ? ['a screening does not replay'] : []);

/** In words, what came out otherwise than the journey says. */
export const differences = ({ expect }: Journey, outcome: Outcome): string[] =>
  [dossier, findings, matches, clocks, letters, silence, timeline, warnings, replay].flatMap((judge) =>
    judge(expect, outcome),
  );
