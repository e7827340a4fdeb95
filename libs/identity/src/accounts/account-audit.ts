import { appendAudit, SYSTEM_CHAIN_ID } from '#audit';
import { type Tx } from '#database';

/** Logs an act of administration on the chain of the system, in the transaction that it describes. */
export async function logAccountAct(
  tx: Tx,
  action:
    | 'account.created'
    | 'account.changed'
    | 'account.password_changed'
    | 'organisation.created'
    | 'organisation.changed'
    | 'affiliation.recorded'
    | 'affiliation.ended'
    | 'substitute_authority.recorded',
  subject: { kind: 'user' | 'organisation' | 'affiliation' | 'substitute_authority'; id: string },
  facts: Record<string, string | number | boolean | null>,
  payload?: unknown,
): Promise<void> {
  const actorRole = tx.actor.kind === 'system' ? 'system' : (tx.actor.roles[0] ?? 'public');
  await appendAudit(tx, { chainId: SYSTEM_CHAIN_ID, action, actorRole, subject, facts, payload });
}
