import { type Chance } from './chance.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const KEPT_IDS = 60;
const KEPT_WORDS = 40;
const KEPT_SAMPLES = 12;
const SHORT = 200;

/** A request that was answered with success, to be sent again with changes. */
export interface Sample {
  person: string;
  ids: Record<string, string>;
  body: unknown;
}
interface Found {
  id: string;
  /** The id in the path of the request in whose answer it stood: the dossier, the project. */
  owner: string;
}

/** What the fuzzer has seen in answers: ids by collection, revisions, words by field name, requests that went well. Bounded. */
export class Pool {
  private readonly found = new Map<string, Found[]>();
  private readonly words = new Map<string, string[]>();
  private readonly revisions = new Map<string, number>();
  private readonly samples = new Map<string, Sample[]>();

  constructor(private readonly chance: Chance) {}

  /** Takes up an answer to a request for this path (`/api/v1/dossiers/<id>/letters`). */
  learn(path: string, body: unknown): void {
    const segments = path.split('?')[0]?.split('/').slice(3) ?? [];
    const owner = segments.find((segment) => UUID.test(segment)) ?? '';
    const collection = segments.filter((segment) => !UUID.test(segment)).at(-1) ?? '';
    this.walk(body, collection, owner, 0);
  }

  /** Keeps a request that went well. */
  keep(key: string, sample: Sample): void {
    const list = this.samples.get(key) ?? [];
    if (list.length < KEPT_SAMPLES) list.push(sample);
    else list[this.chance.whole(0, KEPT_SAMPLES - 1)] = sample;
    this.samples.set(key, list);
  }
  sample(key: string): Sample | undefined {
    return this.chance.maybe(this.samples.get(key) ?? []);
  }

  /** One of the requests that went well of every kind that was seen. */
  samplesOfAll(): { key: string; sample: Sample }[] {
    return [...this.samples.keys()].sort().map((key) => ({ key, sample: this.sample(key)! }));
  }

  /** Whether a request of this operation ever went well. */
  everSucceeded(name: string): boolean {
    return [...this.samples.keys()].some((key) => key === name || key.startsWith(`${name} `));
  }

  note(collection: string, id: string, owner = ''): void {
    const list = this.found.get(collection) ?? [];
    if (list.some((known) => known.id === id && known.owner === owner)) return;
    if (list.length < KEPT_IDS) list.push({ id, owner });
    else list[this.chance.whole(0, KEPT_IDS - 1)] = { id, owner };
    this.found.set(collection, list);
  }
  /** An id of a collection, one of this owner where there is one. */
  id(collection: string, owner = ''): string | undefined {
    const list = this.found.get(collection) ?? [];
    const own = list.filter((known) => known.owner === owner);
    return this.chance.maybe(own.length > 0 ? own : list)?.id;
  }
  has(collection: string, owner: string): boolean {
    return (this.found.get(collection) ?? []).some((known) => known.owner === owner);
  }
  /** Owners of which something of the collection was seen. */
  ownerOf(collection: string): string | undefined {
    return this.chance.maybe(this.found.get(collection) ?? [])?.owner;
  }
  anyId(): string | undefined {
    const collection = this.chance.maybe([...this.found.keys()]);
    return collection === undefined ? undefined : this.id(collection);
  }
  word(name: string): string | undefined {
    return this.chance.maybe(this.words.get(name) ?? []);
  }
  revision(id: string): number | undefined {
    return this.revisions.get(id);
  }

  private walk(value: unknown, name: string, owner: string, depth: number): void {
    if (depth > 12 || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 20)) this.walk(item, name, owner, depth + 1);
      return;
    }
    const row = value as Record<string, unknown>;
    if (typeof row['id'] === 'string') this.identify(row, name, owner);
    for (const [key, child] of Object.entries(row)) {
      if (typeof child === 'string') this.hear(key, child);
      // The rows of a page are what the page is about.
      else this.walk(child, key === 'items' ? name : key, owner, depth + 1);
    }
  }
  private identify(row: Record<string, unknown>, name: string, owner: string): void {
    const id = String(row['id']);
    const dossier = typeof row['dossierId'] === 'string' ? row['dossierId'] : owner;
    this.note(name, id, dossier === id ? '' : dossier);
    if (typeof row['revision'] === 'number') this.revisions.set(id, row['revision']);
    if (this.revisions.size > 5000) this.revisions.clear();
  }
  private hear(name: string, word: string): void {
    if (word.length > SHORT && name !== 'cursor' && name !== 'nextCursor') return;
    const list = this.words.get(name) ?? [];
    if (this.words.size > 800 && list.length === 0) return;
    if (list.includes(word)) return;
    if (list.length < KEPT_WORDS) list.push(word);
    else list[this.chance.whole(0, KEPT_WORDS - 1)] = word;
    this.words.set(name, list);
  }
}
