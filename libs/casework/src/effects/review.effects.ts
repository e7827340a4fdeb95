import { assignPerson } from '#assignments';
import { performScreening } from '#appraisal';
import { amend, type EffectHandler, payloadOf } from '../commands/command.types.js';
import { recordConsultationChoice } from '../councils/consultation-form.use-case.js';

export const recordAssignment: EffectHandler = async (context) => {
  const payload = payloadOf(context, 'assign');
  const { consultation, ...order } = payload;
  await assignPerson(context.tx, context.row, order);
  if (consultation) await recordConsultationChoice(context.tx, context.row, consultation);
  if (payload.kind === 'lead') amend(context, { leadAppraiserId: payload.assigneeId });
  Object.assign(context.logged, {
    assignee: payload.assigneeId,
    kind: payload.kind,
    consultation: consultation?.form ?? null,
  });
};

export const recordScreening: EffectHandler = async (context) => {
  const screening = await performScreening(context.tx, context.row, context.lawSet);
  const { result } = screening;
  // Restricted technology is the department's own to lead on (Luật 07/2017 arts 13, 14).
  amend(context, {
    trigger: result.trigger,
    ...(result.trigger === 'restricted' ? { ourRole: 'lead' as const } : {}),
  });
  Object.assign(context.logged, {
    screening: screening.id,
    blocking: result.blocking,
    trigger: result.trigger,
    resultDigest: screening.resultDigest,
  });
  context.notices.push(...result.notices);
};

/** Keeps the conclusion of the round with its structured outcome. */
export const recordConclusion: EffectHandler = async (context) => {
  const payload = payloadOf(context, 'conclude');
  const { tx, row } = context;
  await tx.query(
    `INSERT INTO conclusion (dossier_id, round, outcome, content, concluded_by, concluded_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [row.id, row.round, payload.outcome, payload, tx.actor.id, tx.at],
  );
  Object.assign(context.logged, {
    outcome: payload.outcome,
    answered: payload.inconclusive.length,
    conditions: payload.conditions.length,
  });
};

export const recordSendBack: EffectHandler = async ({ tx, row, command, ...context }) => {
  const { reason } = payloadOf({ command }, 'send_back');
  await tx.query(
    `UPDATE conclusion SET sent_back_at = $3, sent_back_by = $4, sent_back_reason = $5
      WHERE dossier_id = $1 AND round = $2 AND sent_back_at IS NULL`,
    [row.id, row.round, tx.at, tx.actor.id, reason],
  );
  context.logged['sentBack'] = true;
};

export const recordEndorsement: EffectHandler = async ({ tx, row, command, ...context }) => {
  const { note } = payloadOf({ command }, 'endorse');
  await tx.query(
    `UPDATE conclusion SET endorsed_by = $3, endorsed_at = $4, endorsement_note = $5
      WHERE dossier_id = $1 AND round = $2 AND sent_back_at IS NULL`,
    [row.id, row.round, tx.actor.id, tx.at, note ?? null],
  );
  context.logged['endorsed'] = true;
};
