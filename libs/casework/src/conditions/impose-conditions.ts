import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { type Letter } from '#letters';
import { conditionsOfDossier } from './condition.row.js';
import { tellOfCondition } from './condition-news.js';
import { changeCondition } from './condition.writer.js';

/** The letter that tells the conditions has left: from this day on they are the owner's, and their alarms run. */
export async function imposeConditions(tx: Tx, row: DossierRow, letter: Letter): Promise<void> {
  const { round, issuedOn } = letter;
  if (issuedOn === null) return;
  const waiting = (await conditionsOfDossier(tx, row.id)).filter(
    (condition) => condition.round === round && condition.imposedOn === null,
  );
  for (const condition of waiting.reverse()) {
    const imposed = await changeCondition(tx, condition, {
      kind: 'imposed',
      imposedOn: issuedOn,
      actorRole: 'clerk',
    });
    await tellOfCondition(tx, row, { kind: 'imposed', condition: imposed, audiences: ['owner'] });
  }
}
