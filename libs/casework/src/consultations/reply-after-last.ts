import {
  changeConsultation,
  type Consultation,
  consultationsOf,
  type LastReply,
  lastReplyOf,
} from '#appraisal';
import { type Tx } from '#database';
import { type CivilDate } from '#kernel';
import { type ClockRule, type FromPack } from '#law';
import { type ClockContext, startClock, stopClocks } from '../clocks/clock-writer.js';
import { replyAfterLast } from './consultation-law.js';

/** What the owner is asked now, and since when; null when nothing is. */
const askedOn = async (tx: Tx, dossierId: string): Promise<CivilDate | null> => {
  const row = await tx.one<{ on: CivilDate | null }>(
    `SELECT max((asked_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) AS on FROM party_request
      WHERE dossier_id = $1 AND kind IN ('supplement', 'clarification') AND answered_at IS NULL AND closed_at IS NULL`,
    [dossierId],
  );
  return row?.on ?? null;
};

/** A start that the head's closing gave is our reading of the law, and the clock says so. */
const readAs = (rule: FromPack<ClockRule>, { byClosing }: LastReply): FromPack<ClockRule> =>
  byClosing ? { ...rule, verification: 'inference' } : rule;
const reasonOf = ({ basis }: ClockRule, { byClosing }: LastReply) => ({
  code: byClosing ? 'counted_from_closing' : 'counted_from_last_reply',
  basis: byClosing ? `${basis} (suy luận: tính từ ngày kết thúc lấy ý kiến)` : basis,
});

/**
 * Starts the clock of our reply, once a round, on the day of the last answer or closing of the round, once nobody is asked any more:
 * asking again later does not move it (ADR 0010). It stands still where the owner is being asked for something that stops it.
 */
export async function startReplyAfterLast(tx: Tx, context: ClockContext, ended: Consultation): Promise<void> {
  const { dossier, lawSet } = context;
  const rule = replyAfterLast(lawSet, dossier);
  const ofRound = (await consultationsOf(tx, dossier.id)).filter(({ round }) => round === dossier.round);
  const countsAlready = ofRound.some(({ replyClockId }) => replyClockId !== null);
  const last = countsAlready ? null : lastReplyOf(ofRound);
  if (!rule || !last) return;
  const clock = await startClock(tx, context, readAs(rule, last), last.on, null, reasonOf(rule, last));
  await changeConsultation(tx, ended, { replyClockId: clock.id });
  const since = await askedOn(tx, dossier.id);
  if (since) await stopClocks(tx, { ...context, today: since }, dossier.status, ({ id }) => id === clock.id);
}
