import { type Tx } from '#database';
import { FIELD_WORDS } from '../catalogue/import-fields.js';
import { rowFaultText } from '../catalogue/row-faults.js';
import { csvLine } from '#kernel';
import { IMPORT_FIELDS, type ImportField } from '../domain/import/columns/import-fields.js';
import { type AmountUnit } from '../domain/import/values/read-amount.js';
import { type ProjectImport, type StoredImportRow } from './import.types.js';
import { pageOfRows } from './import-rows.store.js';

type Language = 'vi' | 'en';
const AT_ONCE = 1000;
const UNIT_NAMES: Record<AmountUnit, string> = {
  vnd: 'đồng',
  thousand_vnd: 'nghìn đồng',
  million_vnd: 'triệu đồng',
  billion_vnd: 'tỷ đồng',
};
const TAIL = {
  vi: ['Dòng trong tệp gốc', 'Lỗi cần sửa'],
  en: ['Row of the original file', 'What to correct'],
};

const heading = (field: ImportField, unit: AmountUnit): string =>
  field === 'capitalVnd' ? `${FIELD_WORDS[field].vi} (${UNIT_NAMES[unit]})` : FIELD_WORDS[field].vi;

const EXAMPLE: Record<ImportField, string> = {
  name: 'Nhà máy gạch không nung Hồng Lam',
  investorName: 'Công ty Cổ phần Gạch Hồng Lam',
  investorTaxCode: '5709900033',
  projectAuthority: 'Chủ tịch UBND tỉnh',
  agencyName: 'Sở Tài chính',
  sectorVsic: 'C2395',
  capitalVnd: '120,5',
  capitalOrigin: 'Trong nước',
  investorCountry: 'Việt Nam',
  communeCode: '06649',
  projectGroup: 'B',
  registeredOn: '05/01/2026',
  policyDecidedOn: '20/02/2026',
  certificateNumber: '2209900001',
  certificateOn: '25/02/2026',
  sourceText: 'Báo cáo của Sở Tài chính',
};

/** With the mark by which Excel knows Unicode. */
const writeCsv = (rows: readonly (readonly string[])[]): string => `\ufeff${rows.map(csvLine).join('')}`;

/** A list with every column that can be read, and one row as an example. */
export const templateCsv = (): string =>
  writeCsv([
    IMPORT_FIELDS.map((field) => heading(field, 'billion_vnd')),
    IMPORT_FIELDS.map((field) => EXAMPLE[field]),
  ]);

/** The faulty rows of an import as they were written, with what to correct: to be mended and imported again. */
export async function faultyRowsCsv(tx: Tx, list: ProjectImport, language: Language): Promise<string> {
  const fields = IMPORT_FIELDS.filter((field) => list.settings?.mapping[field] !== undefined);
  const unit = list.settings?.amount.unit ?? 'vnd';
  const lines = [[...fields.map((field) => heading(field, unit)), ...TAIL[language]]];
  for (let after = 0; ;) {
    const rows = await pageOfRows(tx, list.id, { kind: 'faulty', outcome: null }, after, AT_ONCE);
    lines.push(...rows.map((row) => faultyLine(row, fields, language)));
    const last = rows.at(-1);
    if (rows.length < AT_ONCE || !last) return writeCsv(lines);
    after = last.number;
  }
}

const faultyLine = (row: StoredImportRow, fields: readonly ImportField[], language: Language): string[] => [
  ...fields.map((field) => row.written[field] ?? ''),
  String(row.number),
  row.faults.map((fault) => faultLine(fault, language)).join(' | '),
];

const faultLine = ({ field, cell, code }: StoredImportRow['faults'][number], language: Language): string => {
  const place = [cell, field === null ? null : FIELD_WORDS[field][language]]
    .filter((part) => part !== null)
    .join(' ');
  return `${place === '' ? '' : `${place}: `}${rowFaultText(code, language)}`;
};
