/** Where the focus was: the element, and what stood around it, in case it is gone by then. */
export interface Place {
  element: HTMLElement | null;
  around: readonly HTMLElement[];
}

/** The place of an element; of an entry of a menu, which closes, that of the button of the menu. */
export function placeOf(element: Element | null): Place {
  const own = element instanceof HTMLElement && element !== document.body ? element : null;
  const menu = own?.closest('[role="menu"]')?.getAttribute('aria-labelledby') ?? null;
  const start = menu === null ? own : document.getElementById(menu);
  const around: HTMLElement[] = [];
  for (let one = start?.parentElement ?? null; one !== null; one = one.parentElement) around.push(one);
  return { element: start, around };
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Gives the focus, if nobody else took it meanwhile, back to a place: to its element, else to the nearest heading around it. */
export function focusHome({ element, around }: Place): void {
  setTimeout(() => {
    if (!isLost()) return;
    if (element?.isConnected === true) element.focus({ preventScroll: true });
    if (isLost()) headingOf(around)?.focus({ preventScroll: true });
  });
}

function headingOf(around: readonly HTMLElement[]): HTMLElement | null {
  const near = [
    ...around.filter(({ isConnected }) => isConnected),
    document.querySelector<HTMLElement>('main'),
  ];
  for (const one of near) {
    const heading = one?.querySelector<HTMLElement>('h1, h2, h3') ?? null;
    if (heading === null) continue;
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    return heading;
  }
  return null;
}

const FIELD = 'input:not([type="hidden"]):not(:disabled), textarea:not(:disabled), select:not(:disabled)';
const PRESSED = 'button:not(:disabled), a[href]';
const isDrawn = (one: HTMLElement): boolean => one.getClientRects().length > 0;
const firstOf = (part: HTMLElement, ...kinds: readonly string[]): HTMLElement | null =>
  kinds
    .map((kind) => [...part.querySelectorAll<HTMLElement>(kind)].find(isDrawn))
    .find((found) => found !== undefined) ?? null;

/**
 * Keeps the focus within a part of a window: on its first field at the beginning, also where that is drawn later, and on
 * what takes the place of whatever had it. Ends with the call of what it gives.
 */
export function holdFocusIn(part: HTMLElement): () => void {
  let begun = false;
  const begin = () => {
    const first = firstOf(part, '[data-autofocus]', FIELD, PRESSED);
    // Whoever looks for it after us finds this one.
    first?.setAttribute('data-autofocus', 'true');
    first?.focus({ preventScroll: true });
    begun = first !== null;
  };
  const look = () => {
    if (!begun) return begin();
    if (!isLost()) return;
    const next = firstOf(part, '[role="region"]', '[data-autofocus]', FIELD, PRESSED);
    if (next !== null && next.tabIndex < 0) next.tabIndex = -1;
    next?.focus({ preventScroll: true });
  };
  const watch = new MutationObserver(look);
  watch.observe(part, { childList: true, subtree: true });
  begin();
  return () => watch.disconnect();
}
