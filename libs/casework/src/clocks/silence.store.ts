import { appendAudit } from '#audit';
import { type Tx } from '#database';
import { type CivilDate } from '#kernel';
import { holdingReplyDay } from '../holding/holding-reply.store.js';
import { type ClockRow } from './clock.row.js';

/** Keeps that a reply clock ran out on a day, once, with the effect that the law gives to the silence and its article. */
export async function keepSilence(tx: Tx, clock: ClockRow, dueOn: CivilDate): Promise<void> {
  const { onExpire: effect, onExpireBasis, basis: ruleBasis } = clock.rule;
  const basis = onExpireBasis ?? ruleBasis;
  const kept = await tx.affect(
    `INSERT INTO silence_record (dossier_id, clock_id, effect, basis, due_on, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (clock_id) DO NOTHING`,
    [clock.dossierId, clock.id, effect, basis, dueOn, tx.at],
  );
  if (kept === 0) return;
  await appendAudit(tx, {
    chainId: clock.dossierId,
    actorRole: 'system',
    action: 'silence.recorded',
    subject: { kind: 'clock', id: clock.id },
    facts: {
      ruleId: clock.ruleId,
      effect,
      dueOn,
      holdingReplyIssuedOn: await holdingReplyDay(tx, clock.id),
    },
    payload: { basis },
  });
}
