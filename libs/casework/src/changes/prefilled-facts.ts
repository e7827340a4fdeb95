import { type EvidenceFacts, type TechnologyFacts } from '#contracts';
import { type Tx } from '#database';
import { copyDocument, documentsOf } from '#documents';
import { actingRoleOf, type DossierRow, factsOf } from '#dossiers';

/**
 * The facts with which a change of technology begins: project, lines and machines of the first dossier as it was decided,
 * with their ids, and evidence whose document still stands there. Papers belong to the dossier that they came with, and
 * an acceptance of evidence was given for another case, so neither is taken along.
 */
export async function prefilledFacts(tx: Tx, row: DossierRow, first: DossierRow): Promise<TechnologyFacts> {
  const { project, lines, equipment, evidence } = await factsOf(tx, first.id, first.factsVersion);
  const proven = await evidenceOf(tx, row, first, evidence ?? []);
  return {
    ...(project ? { project } : {}),
    ...(lines ? { lines } : {}),
    ...(equipment ? { equipment } : {}),
    ...(proven.length > 0 ? { evidence: proven } : {}),
  };
}

async function evidenceOf(
  tx: Tx,
  row: DossierRow,
  first: DossierRow,
  items: readonly EvidenceFacts[],
): Promise<EvidenceFacts[]> {
  const standing = (await documentsOf(tx, first.id)).filter(({ withdrawnAt }) => withdrawnAt === null);
  const copies = new Map<string, string>();
  for (const document of standing) {
    if (!items.some(({ documentId }) => documentId === document.id)) continue;
    const actorRole = actingRoleOf(tx.actor);
    copies.set(document.id, (await copyDocument(tx, { document, dossierId: row.id, actorRole })).id);
  }
  return items.flatMap(({ acceptedBy: _by, acceptedOn: _on, ...item }) => {
    const documentId = copies.get(item.documentId ?? '');
    return documentId === undefined ? [] : [{ ...item, documentId }];
  });
}
