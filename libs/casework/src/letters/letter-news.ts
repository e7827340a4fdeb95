import { isCouncilLetter } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { type Letter } from '#letters';
import { notifyPeople, recipients } from '#notifications';

/** Tells the owner of a dossier that a letter to them has left; papers of councils and questions to others are not theirs. */
export async function tellOfLetter(tx: Tx, row: DossierRow, letter: Letter): Promise<void> {
  const { kind, number, issuedOn } = letter;
  if (isCouncilLetter(kind) || kind === 'consultation_request') return;
  const owners = await recipients(tx, row, 'owner');
  await notifyPeople(tx, {
    dossierId: row.id,
    kind: 'letter.issued',
    params: {
      letterId: letter.id,
      letterKind: kind,
      number,
      issuedOn,
      projectName: row.projectName,
      fileCode: row.fileCode ?? '',
    },
    userIds: owners.map(({ id }) => id),
  });
}
