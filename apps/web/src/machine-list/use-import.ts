import { useEffect, useRef, useState } from 'react';
import { todayHere } from '../format/format.js';
import { type Row } from '../pages/investor/draft/draft.types.js';
import { type Layout, layoutOf } from './columns.js';
import { judgeAll, type JudgedRow } from './judge-rows.js';
import { decodedText, type RawTable, tableOfText } from './raw-table.js';

const MOST_FILE_BYTES = 50_000_000;
export type FileFault = 'empty' | 'too_large' | 'damaged' | 'old_excel' | 'no_rows';

interface Work {
  tables: RawTable[] | null;
  sheet: number;
  layout: Layout | null;
  judged: JudgedRow[] | null;
  progress: { done: number; all: number } | null;
  fault: FileFault | null;
  /** The encoding of the text was not said, and is a guess. */
  guessed: boolean;
}
const NOTHING: Work = {
  ...{ tables: null, sheet: 0, layout: null, judged: null, progress: null, fault: null, guessed: false },
};

async function tablesOf(file: File): Promise<Pick<Work, 'tables' | 'guessed'> | FileFault> {
  if (file.size === 0) return 'empty';
  if (file.size > MOST_FILE_BYTES) return 'too_large';
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip && bytes[0] !== 0xd0) {
    const { text, guessed } = decodedText(bytes);
    return { tables: [tableOfText(text)], guessed };
  }
  const { readWorkbook, WorkbookFault } = await import('./read-xlsx.js');
  try {
    return { tables: await readWorkbook(bytes), guessed: false };
  } catch (error) {
    return error instanceof WorkbookFault ? error.code : 'damaged';
  }
}

/** Reads a file or a pasted table and judges its rows; what is under way can be stopped. */
export function useImport(pasted: RawTable | null, lines: Row[]) {
  const [work, setWork] = useState<Work>(NOTHING);
  const stopper = useRef<AbortController | null>(null);
  const judge = async (tables: RawTable[], sheet: number, given?: Layout) => {
    stopper.current?.abort();
    const { signal } = (stopper.current = new AbortController());
    const rows = tables[sheet]?.rows ?? [];
    const layout = given ?? layoutOf(rows);
    setWork((before) => ({
      ...before,
      tables,
      sheet,
      layout,
      judged: null,
      fault: null,
      progress: { done: 0, all: rows.length },
    }));
    const onProgress = (done: number, all: number) =>
      setWork((before) => ({ ...before, progress: { done, all } }));
    const year = Number(todayHere().slice(0, 4));
    const judged = await judgeAll(rows, layout, { lines, year }, { signal, onProgress }).catch(() => null);
    if (judged !== null) setWork((before) => ({ ...before, judged, progress: null }));
  };
  const begin = (tables: RawTable[], guessed: boolean) => {
    setWork((before) => ({ ...before, guessed }));
    const fullest = tables.reduce(
      (best, { rows }, index) => (rows.length > (tables[best]?.rows.length ?? 0) ? index : best),
      0,
    );
    return judge(tables, fullest);
  };
  const open = async (file: File) => {
    setWork({ ...NOTHING, progress: { done: 0, all: 0 } });
    const found = await tablesOf(file);
    if (typeof found === 'string') return setWork({ ...NOTHING, fault: found });
    const { tables, guessed } = found;
    if (tables === null || tables.every(({ rows }) => rows.length === 0))
      return setWork({ ...NOTHING, fault: 'no_rows' });
    return begin(tables, guessed);
  };
  const stop = () => {
    stopper.current?.abort();
    setWork(NOTHING);
  };
  const start = useRef(() => (pasted === null ? undefined : void begin([pasted], false)));
  useEffect(() => {
    start.current();
    return () => stopper.current?.abort();
  }, []);
  const chooseSheet = (sheet: number) => void (work.tables && judge(work.tables, sheet));
  const chooseLayout = (layout: Layout) => void (work.tables && judge(work.tables, work.sheet, layout));
  return { ...work, open, stop, chooseSheet, chooseLayout };
}
