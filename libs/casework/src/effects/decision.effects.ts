import { DECISION_LETTERS, LETTER_KINDS } from '#contracts';
import { markLetters } from '#letters';
import { amend, type EffectHandler, payloadOf } from '../commands/command.types.js';
import { insertConditions } from '../conditions/condition.writer.js';
import { releaseSeats } from '../councils/seat-member.js';
import { requireDocuments } from '../intake/required-documents.js';
import { suspendConditions } from '../rounds/settle-earlier-letter.js';
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
  const earlierLetter = payload.earlierLetter ?? null;
  Object.assign(context.logged, { decision: command.name, afterDeadline: late, earlierLetter });
};

export const recordConditions: EffectHandler = async (context) => {
  const { conditions, earlierLetter } = payloadOf(context, 'approve_with_conditions');
  // Those of the letter that is confirmed live on, with their proofs and their numbers.
  if (earlierLetter !== 'confirm') await insertConditions(context.tx, context.row, conditions);
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

/** The next round hears whom its head chooses: the council of the round before does not read on. */
export const nextRound: EffectHandler = async (context) => {
  await releaseSeats(context.tx, context.row);
  amend(context, { round: context.row.round + 1, refusalNotified: false });
  context.logged['round'] = context.row.round;
};

export const recordReopening: EffectHandler = async (context) => {
  const { tx, row } = context;
  const { complaintDecision, decidedOn, documentId, replyBy } = payloadOf(context, 'reopen');
  await requireDocuments(tx, row.id, documentId === undefined ? [] : [documentId]);
  await tx.query(
    `INSERT INTO reopening (dossier_id, round, complaint_decision, decided_on, document_id, reply_by, reopened_by, reopened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      row.id,
      row.round,
      complaintDecision,
      decidedOn,
      documentId ?? null,
      replyBy ?? null,
      tx.actor.id,
      tx.at,
    ],
  );
  Object.assign(context.logged, {
    complaintDecidedOn: decidedOn,
    document: documentId ?? null,
    replyBy: replyBy ?? null,
  });
};

/** A decision that was reopened: its letter is under review, what it asked of the owner waits, and no draft is left. */
export const lettersUnderReview: EffectHandler = async (context) => {
  await markLetters(context.tx, context.row.id, 'under_review');
  for (const kind of [...DECISION_LETTERS, 'recall_notice']) await voidDraftEffect(context, kind);
  context.logged['conditionsSuspended'] = await suspendConditions(context.tx, context.row);
};
