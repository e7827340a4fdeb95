import { type ByteSource } from '#documents';
import { readCsv } from './csv/read-csv.js';
import { judgeImportFile } from './judge-file.js';
import { CellBudget } from './table/cell-budget.js';
import { type Table } from './table/table.types.js';
import { readXlsx } from './xlsx/read-xlsx.js';

/** Judges a file by its content and reads it whole. @throws Refusal of `judgeImportFile`, `readXlsx` and `readCsv` */
export async function readTable(
  source: ByteSource,
  fileName: string,
  budget = new CellBudget(),
): Promise<Table> {
  const format = await judgeImportFile(source, fileName);
  return format === 'xlsx' ? readXlsx(source, budget) : readCsv(source, budget);
}
