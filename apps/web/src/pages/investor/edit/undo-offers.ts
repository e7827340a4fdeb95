/** What takes the offers to undo away that were made since the editor was opened. */
const offers = new Set<() => void>();

export function keepOffer(takeAway: () => void): void {
  offers.add(takeAway);
}

/** Whoever has left the editor cannot undo in it any more. */
export function dropOffers(): void {
  for (const takeAway of offers) takeAway();
  offers.clear();
}
