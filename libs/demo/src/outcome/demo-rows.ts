import { type LetterKind } from '#contracts';
import { civilDateOf } from '#kernel';
import { type DossierSummary, type JourneyRun, type Outcome } from '../journey.types.js';
import {
  CHANNELS_VI,
  ENDINGS,
  LETTERS_VI,
  LISTS_VI,
  PROCEDURES_VI,
  TRIGGERS_VI,
  WORDS_VI,
} from './demo-words.js';

/** One dossier of the demonstration in short; dates are civil, null where there is none. */
export interface DemoRow {
  id: string;
  title: string;
  fileCode: string | null;
  found: string;
  route: string;
  receivedOn: string | null;
  dueOn: string | null;
  endedOn: string | null;
  outcome: string;
  letters: string[];
  logVerified: boolean;
  failures: string[];
}

/** What a run shows in the table. */
export function demoRow({ journey, outcome, failures }: JourneyRun, logVerified: boolean): DemoRow {
  const { id, title } = journey;
  const seen = outcome?.dossier ?? null;
  return {
    ...{
      id,
      title,
      failures,
      logVerified,
      fileCode: seen?.fileCode ?? null,
      receivedOn: seen?.receivedOn ?? null,
    },
    found: outcome ? foundIn(outcome) : '',
    route: seen ? routeOf(seen) : '',
    dueOn: outcome ? statutoryDay(outcome) : null,
    endedOn: outcome ? endOf(outcome) : null,
    outcome: outcome ? outcomeOf(outcome) : '',
    letters: outcome ? lettersOf(outcome) : [],
  };
}

const routeOf = ({ procedureId, channel, trigger }: DossierSummary): string =>
  [PROCEDURES_VI[procedureId], CHANNELS_VI[channel] ?? channel, TRIGGERS_VI[trigger] ?? trigger].join('; ');

function foundIn({ findings: { findings, candidates } }: Outcome): string {
  const breached = findings.filter(
    ({ verdict, severity }) => verdict === 'breached' && severity === 'blocking',
  );
  const counts = new Map<string, number>();
  for (const { ruleId, overturned } of breached) {
    const name = overturned ? `${ruleId} (${WORDS_VI.overturned})` : ruleId;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const rules = [...counts].map(([name, count]) => (count === 1 ? name : `${name} ×${count}`));
  const matches = candidates
    .filter(({ decided }) => decided?.decision === 'confirmed')
    .map(({ list, code }) => `${LISTS_VI[list] ?? list} ${code}`);
  const found = [...new Set([...rules.filter((name) => !name.startsWith('list.')), ...matches])];
  return found.length > 0 ? found.join(', ') : WORDS_VI.nothing;
}

/** The earliest statutory day of the reply, or where the law gives none the day of the department's own target. */
function statutoryDay({ clocks }: Outcome): string | null {
  const daysOf = (purpose: string) =>
    clocks
      .flatMap((clock) => (clock.purpose === purpose && clock.dueOn !== null ? [clock.dueOn] : []))
      .sort();
  return daysOf('reply')[0] ?? daysOf('internal_target')[0] ?? null;
}

function endOf({ timeline }: Outcome): string | null {
  const end = timeline.findLast(
    ({ kind, to }) => kind === 'transition' && (ENDINGS as readonly (string | null)[]).includes(to),
  );
  return end === undefined ? null : civilDateOf(new Date(end.at));
}

function outcomeOf({ dossier, timeline }: Outcome): string {
  const silent = timeline.some(({ kind }) => kind === 'silence');
  return silent ? `${dossier.statusLabel.vi} (${WORDS_VI.silence})` : dossier.statusLabel.vi;
}

const lettersOf = ({ letters }: Outcome): string[] =>
  letters
    .filter(({ status }) => status === 'issued')
    .map(({ kind, number }) => `${LETTERS_VI[kind as LetterKind]} ${number ?? ''}`);
