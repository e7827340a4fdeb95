import { appendAudit } from '#audit';
import { type CommandPayloads } from '#contracts';
import { actingRoleOf } from '#dossiers';
import { amend, type EffectContext, type EffectHandler, payloadOf } from '../commands/command.types.js';
import { answerRequest } from './party-requests.js';

/** Stores what was asked of the owner, with basis and date. */
export const recordSupplementRequest: EffectHandler = async (context) => {
  const payload = payloadOf(context, 'request_supplement', 'request_clarification');
  await ask(context, context.command.name === 'request_supplement' ? 'supplement' : 'clarification', payload);
  Object.assign(context.logged, {
    replyBy: payload.replyBy,
    items: payload.items.length,
    headConsent: payload.headConsent.headId,
  });
};

/** The one right of the law to ask, whether at the counter or under review. */
export const useSupplementRight: EffectHandler = async (context) => {
  amend(context, { supplementRequestsUsed: context.row.supplementRequestsUsed + 1 });
};

export const recordRefusalNotice: EffectHandler = async (context) => {
  const payload = payloadOf(context, 'notify_refusal');
  await ask(context, 'refusal_notice', payload);
  amend(context, { refusalNotified: true });
  Object.assign(context.logged, { replyBy: payload.replyBy, findings: payload.findingKeys.length });
};

export const recordRefusalReply: EffectHandler = async (context) => {
  const isReply = context.command.name === 'respond_to_refusal';
  if (isReply)
    await answerRequest(context.tx, context.row.id, {
      kind: 'refusal_notice',
      answer: context.command.payload,
      evenClosed: false,
    });
  context.logged['answered'] = isReply;
};

/** What the log says of a request, by its kind. */
const ASKED = {
  supplement: 'supplement.requested',
  clarification: 'clarification.requested',
  refusal_notice: 'refusal_notice.requested',
} as const;

async function ask(
  { tx, row }: EffectContext,
  kind: keyof typeof ASKED,
  content:
    | CommandPayloads['request_supplement']
    | CommandPayloads['request_clarification']
    | CommandPayloads['notify_refusal'],
): Promise<void> {
  await tx.query(
    `INSERT INTO party_request (dossier_id, kind, round, content, reply_by, asked_by, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, kind, row.round, content, content.replyBy, tx.actor.id, tx.at],
  );
  await appendAudit(tx, {
    actorRole: actingRoleOf(tx.actor),
    chainId: row.id,
    action: ASKED[kind],
    subject: { kind: 'dossier', id: row.id },
    facts: { replyBy: content.replyBy, round: row.round },
    payload: content,
  });
}
