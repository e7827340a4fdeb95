import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { Refusal } from '#kernel';
import { type CriteriaSheet, type FromPack, type LawSet } from '#law';

export type Sheet = FromPack<CriteriaSheet>;

/**
 * The sheets by which a dossier is judged: those of its pinned law for its procedure, with the criteria of its stage
 * (all of them where the stage is not known). Empty before a law set was chosen.
 */
export async function sheetsOf(
  tx: Tx,
  row: Pick<DossierRow, 'lawSetDigest' | 'procedureId' | 'stage'>,
): Promise<Sheet[]> {
  const law = await tx.one<{ criteria: LawSet['criteria'] }>(
    "SELECT content -> 'criteria' AS criteria FROM law_set WHERE digest = $1",
    [row.lawSetDigest],
  );
  return (law?.criteria ?? [])
    .filter(({ procedures }) => procedures.includes(row.procedureId))
    .map((sheet) => ({
      ...sheet,
      criteria: sheet.criteria.filter(({ stages }) => row.stage === null || stages.includes(row.stage)),
    }));
}

/** The sheet of an id, or the first one. @throws Refusal `criteria_sheet_unknown`. */
export async function sheetOf(tx: Tx, row: DossierRow, sheetId: string | undefined): Promise<Sheet> {
  const sheets = await sheetsOf(tx, row);
  const sheet = sheetId === undefined ? sheets[0] : sheets.find(({ id }) => id === sheetId);
  if (!sheet) throw new Refusal('criteria_sheet_unknown', { sheetIds: sheets.map(({ id }) => id) });
  return sheet;
}
