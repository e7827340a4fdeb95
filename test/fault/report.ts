/** What a run saw: counts by name, and everything that should not have been. */
export class Report {
  private readonly counts = new Map<string, number>();
  readonly violations: string[] = [];
  private readonly known = new Set<string>();
  private told = 0;
  round = 0;

  count(name: string, by = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by);
  }
  of(name: string): number {
    return this.counts.get(name) ?? 0;
  }
  sum(prefix: string): number {
    return [...this.counts].reduce((all, [name, n]) => all + (name.startsWith(prefix) ? n : 0), 0);
  }
  violate(what: string): void {
    if (this.known.has(what)) return;
    this.known.add(what);
    this.violations.push(`round ${this.round}: ${what}`);
  }
  /** Violations since this was asked last. */
  fresh(): string[] {
    const from = this.told;
    this.told = this.violations.length;
    return this.violations.slice(from);
  }
  lines(): string[] {
    return [...this.counts].sort(([a], [b]) => a.localeCompare(b)).map(([name, n]) => `  ${name}: ${n}`);
  }
}
