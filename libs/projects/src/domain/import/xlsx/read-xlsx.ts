import { type ByteSource } from '#documents';
import { Refusal } from '#kernel';
import { type CellBudget } from '../table/cell-budget.js';
import { type Table } from '../table/table.types.js';
import { openPackage } from './package.js';
import { readSharedStrings } from './shared-strings.js';
import { readSheet } from './sheet.js';
import { readDayStyles } from './styles.js';
import { readWorkbook } from './workbook.js';

/**
 * Reads every worksheet of an XLSX file, hidden ones marked.
 * @throws Refusal of its parts, `import_file_without_rows` when no sheet holds anything
 */
export async function readXlsx(source: ByteSource, budget: CellBudget): Promise<Table> {
  const xlsx = await openPackage(source);
  const { sheets: places, since1904, sharedStrings, styles } = await readWorkbook(xlsx);
  const meanings = {
    since1904,
    budget,
    sharedStrings: await readSharedStrings(xlsx, sharedStrings),
    dayStyles: await readDayStyles(xlsx, styles),
  };
  const sheets = [];
  for (const { name, hidden, part } of places) {
    sheets.push({ name, hidden, since1904, ...(await readSheet(xlsx, part, meanings)) });
  }
  if (sheets.every(({ rows }) => rows.length === 0)) throw new Refusal('import_file_without_rows');
  return { format: 'xlsx', csv: null, sheets };
}
