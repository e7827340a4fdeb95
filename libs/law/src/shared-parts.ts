import { digestOf, RecentAnswers } from '#kernel';
import { type ScreeningLaw } from './law-set.types.js';

/** More than the parts of all sets that are remembered at once have ever had. */
const KEPT_PARTS = 256;
/** Fields of a set that hold several parts. */
const HELD_TOGETHER: ReadonlySet<string> = new Set(['lists', 'rules']);

/**
 * Parts of law sets by their content. Sets of many days are remembered, each of them megabytes of entries of lists that
 * seldom change; with them goes what is worked out once for a list, such as the index of its words.
 */
export class SharedParts {
  private readonly parts = new RecentAnswers<object>(KEPT_PARTS);

  /** The same set, frozen, in which each part that an earlier set had as well is the part of that set. */
  of<Law extends ScreeningLaw>(law: Law): Law {
    return this.each(law, (part, name) => (HELD_TOGETHER.has(name) ? this.each(part) : this.shared(part)));
  }

  private each<Whole>(whole: Whole, of = (part: unknown, _name: string) => this.shared(part)): Whole {
    const parts = Object.entries(whole as object).map(([name, part]) => [name, of(part, name)] as const);
    return Object.freeze(Object.fromEntries(parts)) as Whole;
  }

  private shared(part: unknown): unknown {
    if (typeof part !== 'object' || part === null) return part;
    const digest = digestOf(part);
    const known = this.parts.get(digest) ?? part;
    this.parts.keep(digest, known);
    return known;
  }
}
