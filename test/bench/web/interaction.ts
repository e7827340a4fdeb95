import { type Page } from 'playwright-core';

/** How long a page took to answer a hand, in milliseconds from the press. */
export interface Reaction {
  /** Until the next picture after it, as the browser's own Event Timing tells it (steps of 8 ms). */
  paint: number;
  /** Until nothing moved any more: answers of the API are there and drawn. */
  rest: number;
}
interface Watched {
  pressed: number;
  moved: number;
  events: { start: number; duration: number }[];
}
/** Nothing has to be told of what is faster: it is within one picture. */
const FASTEST_MS = 16;
const QUIET_MS = 400;

const WATCH = `(() => {
  const watched = (window.watched = { pressed: 0, moved: 0, events: [] });
  for (const name of ['pointerdown', 'keydown'])
    addEventListener(name, (event) => (watched.pressed = watched.moved = event.timeStamp), { capture: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) watched.events.push({ start: startTime, duration });
  }).observe({ type: 'event', durationThreshold: ${FASTEST_MS}, buffered: true });
  addEventListener('DOMContentLoaded', () =>
    new MutationObserver(() => (watched.moved = performance.now())).observe(document.body, {
      subtree: true, childList: true, characterData: true,
    }));
})()`;

/** Has to be called before the page goes anywhere. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(WATCH);
}

const lookAt = async (page: Page): Promise<Watched & { now: number }> =>
  JSON.parse(
    String(await page.evaluate('JSON.stringify({ ...watched, now: performance.now() })')),
  ) as Watched & { now: number };

/** Does something with one press and tells how the page answered it, once `settled` has come and nothing moves. */
export async function react(
  page: Page,
  press: () => Promise<unknown>,
  settled: () => Promise<unknown>,
): Promise<Reaction> {
  await page.evaluate('watched.events.length = 0');
  await press();
  await settled();
  for (;;) {
    const seen = await lookAt(page);
    if (seen.now - seen.moved < QUIET_MS) {
      await page.waitForTimeout(QUIET_MS / 4);
      continue;
    }
    const durations = seen.events.map(({ duration }) => duration);
    return { paint: Math.max(FASTEST_MS, ...durations), rest: seen.moved - seen.pressed };
  }
}
