import { type CommandPayloads } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';

export type Conclusion = CommandPayloads['conclude'];

/** What stands as concluded in the present round of a dossier; null before, and once it was sent back. */
export async function conclusionOf(tx: Tx, row: DossierRow): Promise<Conclusion | null> {
  const found = await tx.one<{ content: Conclusion }>(
    'SELECT content FROM conclusion WHERE dossier_id = $1 AND round = $2 AND sent_back_at IS NULL',
    [row.id, row.round],
  );
  return found?.content ?? null;
}
