import { useSyncExternalStore } from 'react';

const onPaper = matchMedia('print');
let printing = onPaper.matches;

function listen(told: () => void): () => void {
  const turn = (to: boolean) => () => {
    printing = to;
    told();
  };
  const [begin, end, change] = [turn(true), turn(false), () => turn(onPaper.matches)()];
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  onPaper.addEventListener('change', change);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
    onPaper.removeEventListener('change', change);
  };
}

/** Whether the page is about to be on paper, where nothing can be opened: then everything is drawn. */
export const usePrinting = (): boolean => useSyncExternalStore(listen, () => printing);
