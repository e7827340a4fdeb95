import { type Tx } from '#database';
import { type DossierRow, type LawRegistry, writeDossier } from '#dossiers';
import { civilDateOf } from '#kernel';
import { type ClockContext, dueOnOf } from './clock-writer.js';

/** What the clock writer needs for a locked dossier outside a command: its governing law, its calendar, today. */
export async function clockContextOf(tx: Tx, law: LawRegistry, row: DossierRow): Promise<ClockContext> {
  const today = civilDateOf(tx.at);
  const lawSet = await law.governing(tx, row, row.receivedOn ?? today);
  return { dossier: row, lawSet, calendar: law.calendarOf(lawSet), today };
}

/** Writes the due date of the dossier where its clocks have moved it; returns the row as it is then. */
export async function followClocks(tx: Tx, row: DossierRow): Promise<DossierRow> {
  const dueOn = await dueOnOf(tx, row.id);
  return dueOn === row.dueOn ? row : writeDossier(tx, row, { dueOn });
}
