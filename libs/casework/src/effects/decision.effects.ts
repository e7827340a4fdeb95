import { DECISION_LETTERS, LETTER_KINDS } from '#contracts';
import { markLetters } from '#letters';
import { amend, type EffectHandler, payloadOf } from '../commands/command.types.js';
import { insertConditions } from '../conditions/condition.writer.js';
import { requireDocuments } from '../intake/required-documents.js';
import { voidDraftEffect } from '../letters/draft-letter.effect.js';

const KINDS = {
  approve: 'approved',
  approve_with_conditions: 'approved_with_conditions',
  refuse: 'refused',
} as const;

/** Keeps the decision of the round; one that comes after the reply clock is marked so, with the leader's reason. */
export const recordDecision: EffectHandler = async (context) => {
  const { tx, row, command, facts } = context;
  const payload = payloadOf(context, 'approve', 'approve_with_conditions', 'refuse');
  const late = facts.reply?.overdue ?? false;
  await tx.query(
    `INSERT INTO decision (dossier_id, round, kind, content, decided_by, decided_at, after_deadline)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, row.round, KINDS[command.name as keyof typeof KINDS], payload, tx.actor.id, tx.at, late],
  );
  Object.assign(context.logged, { decision: command.name, afterDeadline: late });
};

export const recordConditions: EffectHandler = async (context) => {
  const { conditions } = payloadOf(context, 'approve_with_conditions');
  await insertConditions(context.tx, context.row, conditions);
  context.logged['conditions'] = conditions.length;
};

export const recordReturn: EffectHandler = async (context) => {
  const { reason, competentAuthority } = payloadOf(context, 'return');
  Object.assign(context.logged, { reason, namesAuthority: competentAuthority !== undefined });
};

/** A withdrawal after a notice of intended refusal counts as such; what was drafted and not signed is void. */
export const recordWithdrawal: EffectHandler = async (context) => {
  for (const kind of LETTER_KINDS) if (kind !== 'receipt') await voidDraftEffect(context, kind);
  amend(context, { withdrawnAfterNotice: context.row.refusalNotified });
  context.logged['afterNotice'] = context.row.refusalNotified;
};

export const nextRound: EffectHandler = async (context) => {
  amend(context, { round: context.row.round + 1, refusalNotified: false });
  context.logged['round'] = context.row.round;
};

export const recordReopening: EffectHandler = async (context) => {
  const { decidedOn, documentId } = payloadOf(context, 'reopen');
  await requireDocuments(context.tx, context.row.id, documentId === undefined ? [] : [documentId]);
  Object.assign(context.logged, { complaintDecidedOn: decidedOn, document: documentId ?? null });
};

/** A decision that was reopened: its letter is under review, or was never signed and must not be any more. */
export const lettersUnderReview: EffectHandler = async (context) => {
  await markLetters(context.tx, context.row.id, 'under_review');
  for (const kind of DECISION_LETTERS) await voidDraftEffect(context, kind);
};
