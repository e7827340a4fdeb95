import { consultationsOf } from '#appraisal';
import {
  type Bilingual,
  isCouncilLetter,
  type LetterKind,
  type LetterStanding,
  type PublicOutcome,
  type PublicStatus,
  type PublicStep,
  type PublicTurn,
} from '#contracts';
import { type Tx } from '#database';
import { type DossierRow, procedureOf, viewStatusOf } from '#dossiers';
import { type CivilDate, civilDateOf } from '#kernel';
import { type LawSet } from '#law';
import { type Letter, lettersOf } from '#letters';
import { timelineOf } from '../queries/timeline.query.js';
import { clocksOf } from '../clocks/clock.row.js';
import { publicOutcome, publicStatus, publicStep, publicTurn } from './public-status.rule.js';
import { type PublicReasonTold, publicReasons } from './public-reasons.query.js';
import { type ExpectedDay, expectedDay, ownClock } from './expected-day.js';

export interface PublicTimelineEntry {
  on: CivilDate;
  step: PublicStep;
  /** For a letter: which. */
  letter: { number: string; kind: LetterKind } | null;
}
export interface PublicLetter {
  number: string;
  issuedOn: CivilDate;
  kind: LetterKind;
  standing: LetterStanding;
}
/** Where a dossier stands, for whoever has its code and secret: no names, no words of the house, whoever asks. */
export interface PublicTracking {
  fileCode: string;
  procedure: Bilingual;
  status: PublicStatus;
  outcome: PublicOutcome | null;
  turn: PublicTurn;
  receivedOn: CivilDate | null;
  takenInOn: CivilDate | null;
  /** When the answer is expected; null where none is owed any more. */
  expected: ExpectedDay | null;
  /** The day by which the owner is asked to answer; null while nothing is asked. */
  answerBy: CivilDate | null;
  reasons: PublicReasonTold[];
  /** Newest first. */
  timeline: PublicTimelineEntry[];
  /** Newest first. */
  letters: PublicLetter[];
}

/** Reads it as nobody in particular: `tx` is that of the public, so that nothing depends on who asks. */
export async function publicTracking(tx: Tx, row: DossierRow, lawSet: LawSet): Promise<PublicTracking> {
  const outside = await viewStatusOf(tx, row);
  const status = publicStatus(outside, row.round);
  const asked = (await consultationsOf(tx, row.id)).filter(({ state }) => state === 'open');
  const turn = publicTurn(status, asked.length > 0);
  const clock = turn === 'nobody' ? null : ownClock(await clocksOf(tx, row.id));
  const reasons = await publicReasons(tx, row, { status, turn, clock, asked });
  return {
    fileCode: row.fileCode ?? '',
    procedure: procedureOf(lawSet).title,
    status,
    outcome: publicOutcome(outside, row.procedureId),
    turn,
    receivedOn: row.receivedOn,
    takenInOn: row.acceptedOn,
    expected: clock && expectedDay(clock, civilDateOf(tx.at)),
    answerBy:
      reasons.find(({ code }) => code.endsWith('_awaited') && code !== 'agency_awaited')?.until ?? null,
    reasons,
    timeline: await publicTimeline(tx, row),
    letters: (await lettersOf(tx, row.id)).reverse().flatMap(publicLetter),
  };
}

/** What the owner's timeline shows, cut down to the steps that are on the list; days, no instants. */
async function publicTimeline(tx: Tx, row: DossierRow): Promise<PublicTimelineEntry[]> {
  const entries = await timelineOf(tx, { row, relations: [], viewStatus: row.status });
  return entries.flatMap(({ kind, code, to, at, detail }): PublicTimelineEntry[] => {
    const on = civilDateOf(at);
    if (kind === 'letter') {
      const number = detail['number'] ?? '';
      return [{ on, step: 'letter_issued', letter: { number, kind: code as LetterKind } }];
    }
    const step = kind === 'transition' ? publicStep(code, to) : null;
    return step === null ? [] : [{ on, step, letter: null }];
  });
}

/** Questions to others and the papers of a council are not the owner's. */
const isOthers = (kind: LetterKind): boolean => isCouncilLetter(kind) || kind === 'consultation_request';

function publicLetter({ number, issuedOn, kind, validity }: Letter): PublicLetter[] {
  if (number === null || issuedOn === null || validity === null || isOthers(kind)) return [];
  return [{ number, issuedOn, kind, standing: validity === 'confirmed' ? 'valid' : validity }];
}
