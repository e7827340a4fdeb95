/** A text with places: strings as they are, and numbers of the places to fill. */
export type Parts = (string | number)[];

/** Numbers the places of one template: what stands there in the template is what is replaced. */
export class Places {
  private readonly places = new Map<string, number>();
  private pattern: RegExp | null = null;

  /** The place of a text of the template, new or known. */
  of(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.pattern = null;
    this.places.set(text, this.places.size);
    return this.places.size - 1;
  }
  /** A place that stands for no text of its own. */
  fresh(): number {
    return this.of(`\u0000${this.places.size}`);
  }
  has(text: string): boolean {
    return this.places.has(text);
  }
  get size(): number {
    return this.places.size;
  }

  /** Takes a text apart at everything that has a place, and with `days` at every civil date. */
  split(text: string, days: Map<string, number> | null = null): Parts {
    this.pattern ??= new RegExp(
      `(${[...this.places.keys()]
        .filter((word) => word !== '')
        .sort((a, b) => b.length - a.length)
        .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('|')})`,
      'g',
    );
    const parts = text.split(this.pattern).map((part) => this.places.get(part) ?? part);
    return joined(days === null ? parts : parts.flatMap((part) => this.splitDays(part, days)));
  }

  private splitDays(part: string | number, days: Map<string, number>): Parts {
    if (typeof part === 'number') return [part];
    return part.split(/(20\d\d-\d\d-\d\d)/).map((piece) => {
      if (!/^20\d\d-\d\d-\d\d$/.test(piece)) return piece;
      const place = days.get(piece) ?? this.fresh();
      days.set(piece, place);
      return place;
    });
  }
}

/** The same with neighbouring texts joined and empty ones left out. */
export function joined(parts: Parts): Parts {
  const all: Parts = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part;
    else if (part !== '') all.push(part);
  }
  return all;
}

/** The text with its places filled. */
export function filled(parts: Parts, values: readonly string[]): string {
  let text = '';
  for (const part of parts) text += typeof part === 'string' ? part : (values[part] ?? '');
  return text;
}
