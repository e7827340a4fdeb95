import { cellText } from './columns/header.js';
import { headingsKey, proposalOf, type SheetProposal } from './columns/mapping.js';
import { IMPORT_LIMITS } from './table/limits.js';
import { type TableSheet } from './table/table.types.js';

const SAMPLE_ROWS = 10;
const SAMPLE_CHARACTERS = 80;
/** Wide enough for every list; the whole rows are read by a preview. */
const SAMPLE_COLUMNS = 30;

export interface SheetOutline extends SheetProposal {
  name: string;
  hidden: boolean;
  rows: number;
  sample: { number: number; texts: string[] }[];
  /** By what the list is known again. */
  headings: string;
}

/** A sheet for a person to choose from: what is proposed, and its rows from the header on. */
export function outlineOf(sheet: TableSheet): SheetOutline {
  const proposal = proposalOf(sheet);
  const from = sheet.rows.findIndex(({ number }) => number === proposal.headerRow);
  const rows = sheet.rows.slice(Math.max(0, from), Math.max(0, from) + SAMPLE_ROWS);
  return {
    ...proposal,
    name: sheet.name,
    hidden: sheet.hidden,
    rows: sheet.rows.length,
    sample: rows.map(({ number, cells }) => ({ number, texts: textsOf(cells) })),
    headings: headingsKey(proposal.columns.map(({ heading }) => heading)),
  };
}

function textsOf(cells: TableSheet['rows'][number]['cells']): string[] {
  const width = Math.min(SAMPLE_COLUMNS, IMPORT_LIMITS.columns, Math.max(-1, ...cells.keys()) + 1);
  return Array.from({ length: width }, (_, column) =>
    cellText(cells.get(column)).slice(0, SAMPLE_CHARACTERS),
  );
}
