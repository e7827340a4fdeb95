import { foldForSearch } from '../domain/search-text.js';

/** A predicate in SQL with its values; placeholders continue after `offset`. */
export interface SqlPredicate {
  sql: string;
  values: unknown[];
}
/** An access policy as a predicate on the table of a list. */
export type Visibility = (offset: number) => SqlPredicate;

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** The WHERE clause of a list while it is put together: every part with its values. */
export class Conditions {
  readonly parts: string[] = [];
  readonly values: unknown[] = [];

  add(sql: (place: string) => string, value: unknown): void {
    this.values.push(value);
    this.parts.push(sql(`$${this.values.length}`));
  }
  /** A value within an expression: its place. */
  place(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
  addPredicate(make: Visibility): void {
    const { sql, values } = make(this.values.length);
    this.parts.push(`(${sql})`);
    this.values.push(...values);
  }
  /** Every word of `q` must stand in the folded text of `column`. */
  addSearch(column: string, q: string | null): void {
    for (const word of foldForSearch(q ?? '')
      .split(' ')
      .filter(Boolean))
      this.add((p) => `${column} LIKE ${p}`, `%${escapeLike(word)}%`);
  }
  toString(): string {
    return this.parts.length === 0 ? 'true' : this.parts.join(' AND ');
  }
}
