import { sha256 } from '#kernel';
import { CanonicalBytes, NOT_PLAIN } from './domain/canonical-bytes.js';

const [TAB, LINE_FEED, BACKSLASH, NULL_SIGN] = [0x09, 0x0a, 0x5c, 0x4e];
const HASH_LENGTH = 64;
/** More than the names of an entry's fields and their signs. */
const ROOM = 512;
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
/** What stands before each field in the RFC 8785 text of an entry, whose columns come in this order. */
const FIRST = ['{"action":"', '","actorId":"', '","actorRole":"', '","at":"', '","chainId":"'].map(bytes);
const FACTS = bytes('","facts":');
const OUTCOME = bytes(',"outcome":"');
const PAYLOAD_HASH = bytes('","payloadHash":');
const PREV_HASH = bytes(',"prevHash":"');
const SEQ = bytes('","seq":');
const SUBJECT = [bytes(',"subject":{"id":"'), bytes('","kind":"')];
const END = bytes('"}}');
const NULL = bytes('null');
const QUOTE = bytes('"');

/**
 * Proves entries from the bytes that COPY gave, without a text or a value in between: an entry's canonical bytes are the
 * fields as they come, with the names of the form before them. It only ever says yes: what it cannot prove may be sound all
 * the same, and is taken apart by `provenLines`.
 */
export class PlainLines {
  private at = 0;

  /** @param lines bytes of whole lines, each with its line feed. @param canonical where texts are written; it may be used again. */
  constructor(
    private readonly lines: Buffer,
    private readonly canonical = new CanonicalBytes(),
  ) {
    this.canonical.begin(lines.length + ROOM);
  }

  /** Whether the entry of the line that begins here, and its payload, hash to what is stored. */
  proves(begin: number): boolean {
    this.at = begin;
    this.canonical.length = 0;
    const expected = this.entry();
    if (this.at === NOT_PLAIN || !this.hashesTo(this.at)) return false;
    this.after(this.at + HASH_LENGTH);
    if (this.at === NOT_PLAIN) return false;
    return expected === null ? this.skipsNull() : this.payloadHashesTo(expected);
  }

  /** Writes the canonical text of the entry; answers where the hash stands that its payload has to have. */
  private entry(): number | null {
    for (const before of FIRST) this.text(before);
    this.json(FACTS);
    this.text(OUTCOME);
    const payloadHash = this.payloadHash();
    this.text(PREV_HASH);
    this.json(SEQ);
    for (const before of SUBJECT) this.text(before);
    this.canonical.put(END);
    return payloadHash;
  }

  private text(before: Uint8Array): void {
    this.canonical.put(before);
    if (this.at !== NOT_PLAIN) this.after(this.canonical.text(this.lines, this.at, TAB));
  }

  private json(before: Uint8Array): void {
    this.canonical.put(before);
    if (this.at !== NOT_PLAIN) this.after(this.canonical.value(this.lines, this.at));
  }

  private after(end: number): void {
    this.at = end !== NOT_PLAIN && this.lines[end] === TAB ? end + 1 : NOT_PLAIN;
  }

  private payloadHash(): number | null {
    this.canonical.put(PAYLOAD_HASH);
    const begin = this.at;
    if (begin === NOT_PLAIN) return null;
    if (this.skipsNull()) {
      this.canonical.put(NULL);
      return null;
    }
    this.at = begin;
    this.text(QUOTE);
    this.canonical.put(QUOTE);
    return begin;
  }

  /** Steps over a field that is null; says whether it was one. */
  private skipsNull(): boolean {
    if (this.lines[this.at] !== BACKSLASH || this.lines[this.at + 1] !== NULL_SIGN) return false;
    this.after(this.at + 2);
    return this.at !== NOT_PLAIN;
  }

  /** Whether what was written has the hash that is said here, in so many digits and no more. */
  private hashesTo(said: number): boolean {
    const hash = sha256(this.canonical.bytes.subarray(0, this.canonical.length));
    for (let n = 0; n < HASH_LENGTH; n += 1) if (hash.charCodeAt(n) !== this.lines[said + n]) return false;
    return this.lines[said + HASH_LENGTH] === TAB;
  }

  /** Whether the salt and the canonical payload do; no where they are not plain. */
  private payloadHashesTo(said: number): boolean {
    this.canonical.length = 0;
    this.after(this.canonical.hex(this.lines, this.at));
    if (this.at === NOT_PLAIN) return false;
    const end = this.canonical.value(this.lines, this.at);
    return end !== NOT_PLAIN && this.lines[end] === LINE_FEED && this.hashesTo(said);
  }
}
