import { appendAudit, type AuditFacts, SYSTEM_CHAIN_ID } from '#audit';
import { type Tx } from '#database';
import { actingRoleOf } from '#dossiers';

type Act =
  'uploaded' | 'started' | 'advanced' | 'finished' | 'cancelled' | 'failed' | 'undone' | 'row_mended';

/** Logs an act on an import in the log of the system; names go into the payload. */
export async function logImport(
  tx: Tx,
  act: Act,
  importId: string,
  facts: AuditFacts,
  payload?: unknown,
): Promise<void> {
  await appendAudit(tx, {
    chainId: SYSTEM_CHAIN_ID,
    action: `project_import.${act}`,
    subject: { kind: 'project_import', id: importId },
    facts,
    ...(payload === undefined ? {} : { payload }),
    actorRole: actingRoleOf(tx.actor),
  });
}
