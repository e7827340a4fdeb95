import { type Consultation } from '#appraisal';
import { type PublicReason, type PublicStatus, type PublicTurn, type Verification } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { type CivilDate, civilDateOf } from '#kernel';
import { type ClockRow, stopsOf } from '../clocks/clock.row.js';

/** Why the dossier waits or its day is what it is, with the article where one says so. */
export interface PublicReasonTold {
  code: PublicReason;
  since: CivilDate | null;
  until: CivilDate | null;
  basis: string | null;
  verification: Verification | null;
}
interface Standing {
  status: PublicStatus;
  turn: PublicTurn;
  clock: ClockRow | null;
  /** Consultations whose letter has left and that nobody has answered. */
  asked: readonly Consultation[];
}
const bare = { since: null, until: null, basis: null, verification: null };

/** The reasons that hold now, what is awaited first. Texts that anybody wrote are left out. */
export async function publicReasons(
  tx: Tx,
  row: DossierRow,
  standing: Standing,
): Promise<PublicReasonTold[]> {
  return [
    ...(await ofOwner(tx, row, standing)),
    ...ofAgencies(standing),
    ...(await ofTerm(tx, standing.clock)),
    ...(await ofRound(tx, row, standing)),
    ...ofDay(standing, civilDateOf(tx.at)),
  ];
}

const ASKED = ['supplement_awaited', 'explanation_awaited', 'comment_awaited'] as const;

async function ofOwner(tx: Tx, row: DossierRow, { status }: Standing): Promise<PublicReasonTold[]> {
  const code = ASKED.find((word) => word === status);
  if (code === undefined) return [];
  const request = await tx.one<{ askedAt: Date; replyBy: CivilDate }>(
    `SELECT asked_at AS "askedAt", reply_by AS "replyBy" FROM party_request
      WHERE dossier_id = $1 AND answered_at IS NULL AND closed_at IS NULL ORDER BY asked_at DESC LIMIT 1`,
    [row.id],
  );
  const since = request ? civilDateOf(request.askedAt) : null;
  return [{ ...bare, code, since, until: request?.replyBy ?? null }];
}

function ofAgencies({ turn, asked }: Standing): PublicReasonTold[] {
  if (turn !== 'other_agency') return [];
  const since = asked.map(({ sentOn }) => sentOn).sort()[0] ?? null;
  return [{ ...bare, code: 'agency_awaited', since }];
}

async function ofTerm(tx: Tx, clock: ClockRow | null): Promise<PublicReasonTold[]> {
  if (clock === null) return [];
  const stops = (await stopsOf(tx, clock.id)).map(({ fromOn, toOn, basis, verification }) => ({
    code: toOn === null ? ('term_stands_still' as const) : ('term_stood_still' as const),
    since: fromOn,
    until: toOn,
    basis,
    verification: verification as Verification,
  }));
  if (clock.extensionDays === 0) return stops;
  const { basis, verification } = clock.rule.extension ?? clock.rule;
  return [...stops, { ...bare, code: 'term_extended', basis, verification }];
}

async function ofRound(tx: Tx, row: DossierRow, { turn }: Standing): Promise<PublicReasonTold[]> {
  if (row.round === 1 || turn === 'nobody') return [];
  const reopening = await tx.one<{ at: Date }>(
    'SELECT reopened_at AS at FROM reopening WHERE dossier_id = $1 AND round = $2',
    [row.id, row.round],
  );
  return [{ ...bare, code: 'examined_again', since: reopening && civilDateOf(reopening.at) }];
}

function ofDay({ clock }: Standing, today: CivilDate): PublicReasonTold[] {
  const dueOn = clock?.dueOn ?? null;
  return dueOn === null || dueOn >= today ? [] : [{ ...bare, code: 'day_passed', since: dueOn }];
}
