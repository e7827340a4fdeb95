import { useEffect, useState } from 'react';
import { after, arrivedAt, isAwake, isQuiet, QUIET_MS, type Sign } from './arrival.js';

/** The dossier to which the last decision of this window led, until a press there can be meant for it. */
let ledTo: string | null = null;
/** Said before a decision leads to the next dossier. */
export const leadTo = (dossierId: string | null): void => {
  ledTo = dossierId;
};

function signOf(event: Event): Sign | null {
  const at = Date.now();
  if (event instanceof KeyboardEvent) return event.key === 'Tab' ? { kind: 'tab' } : { kind: 'key', at };
  if (!(event instanceof PointerEvent)) return null;
  const spot = { x: event.clientX, y: event.clientY };
  return event.type === 'pointerdown' ? { kind: 'press', at, spot } : { kind: 'move', spot };
}

/**
 * Whether a press can be meant for the dossier on the screen: at once, save where a decision led here. There the key
 * waits until nothing was pressed for a while, and the button until its person went somewhere as well.
 */
export function useArrival(dossierId: string): { byKey: boolean; byButton: boolean } {
  const [came] = useState(() => ledTo === dossierId);
  const [heard, setHeard] = useState({ byKey: !came, byButton: !came });
  useEffect(() => {
    if (!came) return undefined;
    const stopper = new AbortController();
    let arrival = arrivedAt(Date.now());
    const look = () => {
      const now = Date.now();
      const [byKey, byButton] = [isQuiet(arrival, now), isAwake(arrival, now)];
      setHeard((before) =>
        before.byKey === byKey && before.byButton === byButton ? before : { byKey, byButton },
      );
      if (!byButton) return;
      leadTo(null);
      stopper.abort();
    };
    let timer = setTimeout(look, QUIET_MS);
    const hear = (event: Event) => {
      const sign = signOf(event);
      if (sign === null) return;
      arrival = after(arrival, sign);
      clearTimeout(timer);
      timer = setTimeout(look, Math.max(0, arrival.quietSince + QUIET_MS - Date.now()));
    };
    for (const name of ['pointermove', 'pointerdown', 'keydown'])
      window.addEventListener(name, hear, { capture: true, signal: stopper.signal });
    return () => {
      clearTimeout(timer);
      stopper.abort();
    };
  }, [came]);
  return heard;
}
