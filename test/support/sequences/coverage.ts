import { CHECKS, REACHED, type Share } from './checks.js';
import { type SUITES } from './suites.js';
import { groupOf, type Tally } from './tally.js';

type Suite = keyof typeof SUITES;
/** In fewer sequences than these it is chance what is reached. */
const TELLING = 500;

const everything = (): [key: string, share: Share][] => [
  ...Object.entries(CHECKS).flatMap(([invariant, claims]) =>
    Object.entries<Share>(claims).map(([what, share]): [string, Share] => [
      `${groupOf(Number(invariant))}|${what}`,
      share,
    ]),
  ),
  ...Object.entries(REACHED),
];

/**
 * Insists that a suite has seen enough of whatever it claims to look at, so that no sequence passes by doing nothing.
 * @throws Error with what was too thin
 */
export function requireCoverage(tally: Tally, runs: number, suite: Suite): void {
  if (runs < TELLING) return;
  const thin = everything().flatMap(([key, { [suite]: share }]) => {
    const [group = '', name] = key.split('|');
    const seen = tally.of(group, name);
    if (share === undefined) return [];
    const wanted = Math.max(1, Math.floor((share * runs) / 100));
    return seen < wanted ? [`${key}: ${seen} of ${wanted}`] : [];
  });
  if (thin.length > 0) throw new Error(`thin coverage: ${thin.join('; ')}\n${tally.print()}`);
}
