import { useEffect, useRef, useState } from 'react';
import { todayHere } from '../format/format.js';
import { type Row } from '../pages/investor/draft/draft.types.js';
import { type Layout, layoutOf } from './columns.js';
import { judgeAll, type JudgedRow } from './judge-rows.js';
import { type RawTable } from './raw-table.js';
import { readAside } from './read-aside.js';
import { type FileFault } from './read-tables.js';

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
/** The sheet and the columns that somebody chose before, to be read the same way again. */
export type Chosen = Pick<Work, 'sheet' | 'layout'>;
const NOTHING: Work = {
  ...{ tables: null, sheet: 0, layout: null, judged: null, progress: null, fault: null, guessed: false },
};

/** Reads a file or a pasted table and judges its rows; what is under way can be stopped. */
export function useImport(pasted: RawTable | null, lines: Row[]) {
  const [work, setWork] = useState<Work>(NOTHING);
  const stopper = useRef<AbortController | null>(null);
  /** Whatever was under way ends; its late answers are no longer heard. */
  const startAnew = (): AbortSignal => {
    stopper.current?.abort();
    return (stopper.current = new AbortController()).signal;
  };
  const judge = async (tables: RawTable[], sheet: number, given?: Layout) => {
    const signal = startAnew();
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
    if (judged !== null && !signal.aborted) setWork((before) => ({ ...before, judged, progress: null }));
  };
  const begin = (tables: RawTable[], guessed: boolean, chosen?: Chosen) => {
    setWork((before) => ({ ...before, guessed }));
    if (chosen && tables[chosen.sheet]) return judge(tables, chosen.sheet, chosen.layout ?? undefined);
    const fullest = tables.reduce(
      (best, { rows }, index) => (rows.length > (tables[best]?.rows.length ?? 0) ? index : best),
      0,
    );
    return judge(tables, fullest);
  };
  const open = async (file: File, chosen?: Chosen) => {
    const signal = startAnew();
    setWork({ ...NOTHING, progress: { done: 0, all: 0 } });
    const found = await readAside(file, signal).catch(() => null);
    if (found === null || signal.aborted) return;
    if (typeof found === 'string') return setWork({ ...NOTHING, fault: found });
    const { tables, guessed } = found;
    if (tables.every(({ rows }) => rows.length === 0)) return setWork({ ...NOTHING, fault: 'no_rows' });
    return begin(tables, guessed, chosen);
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
