/** What of a row of tabs is in sight, in pixels from its beginning. */
interface Window {
  from: number;
  width: number;
}
interface Place {
  to: string;
  left: number;
  width: number;
}
/** Widths are fractions on screens of some densities. */
const ALMOST = 1;

/** The tabs of which not everything is in sight. */
export const hiddenTabs = (places: readonly Place[], { from, width }: Window): string[] =>
  places
    .filter((tab) => tab.left < from - ALMOST || tab.left + tab.width > from + width + ALMOST)
    .map(({ to }) => to);

/** Where the row has to begin so that a tab is in sight, in its middle if it is not there already. */
export function scrollTo({ left, width }: Pick<Place, 'left' | 'width'>, seen: Window): number {
  const isSeen = left >= seen.from && left + width <= seen.from + seen.width;
  return isSeen ? seen.from : Math.max(0, left - (seen.width - width) / 2);
}
