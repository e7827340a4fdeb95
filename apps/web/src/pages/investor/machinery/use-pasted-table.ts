import { useEffect, useEffectEvent } from 'react';
import { type RawTable, tableOfClipboard } from '../../../machine-list/raw-table.js';

/** Where several lines are just text. */
const OWN_PASTE = 'textarea, [role="dialog"]';

/** Takes a table that is pasted anywhere on the page; a single value goes where it is pasted. */
export function usePastedTable(onTable: (table: RawTable) => void): void {
  const pasted = useEffectEvent((event: ClipboardEvent) => {
    if (event.target instanceof Element && event.target.closest(OWN_PASTE) !== null) return;
    const table = tableOfClipboard(event.clipboardData?.getData('text/plain') ?? '');
    if (table === null) return;
    event.preventDefault();
    onTable(table);
  });
  useEffect(() => {
    const hear = (event: ClipboardEvent) => pasted(event);
    document.addEventListener('paste', hear);
    return () => document.removeEventListener('paste', hear);
  }, []);
}
