import { type ActingRole, appendAudit, type AuditFacts } from '#audit';
import { type Tx } from '#database';
import { type Letter } from './letter.row.js';

/** Logs an act on a letter in the chain of its dossier. */
export async function logLetter(
  tx: Tx,
  letter: Pick<Letter, 'id' | 'dossierId' | 'kind' | 'round'>,
  action: string,
  {
    facts = {},
    payload,
    actorRole = roleOf(tx),
  }: { facts?: AuditFacts; payload?: unknown; actorRole?: ActingRole } = {},
): Promise<void> {
  await appendAudit(tx, {
    chainId: letter.dossierId,
    action,
    subject: { kind: 'letter', id: letter.id },
    facts: { kind: letter.kind, round: letter.round, ...facts },
    payload,
    actorRole,
  });
}

const roleOf = ({ actor }: Tx): ActingRole =>
  actor.kind === 'system' ? 'system' : (actor.roles[0] ?? 'public');
