/** A write that somebody was told is done. */
export interface Acknowledged {
  email: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: string | Buffer;
  /** The fault in which an answer to an earlier delivery was lost, or null. */
  lostIn: string | null;
  /** When the delivery was sent that was acknowledged, in milliseconds. */
  sentAt: number;
  status: number;
  body: unknown;
}

/** Everything that was acknowledged, in order. */
export class Ledger {
  private readonly entries: Acknowledged[] = [];

  note(entry: Acknowledged): void {
    this.entries.push(entry);
  }
  get size(): number {
    return this.entries.length;
  }
  from(index: number): readonly Acknowledged[] {
    return this.entries.slice(index);
  }
}
