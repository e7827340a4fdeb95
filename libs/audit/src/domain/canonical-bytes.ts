const [QUOTE, COMMA, COLON, SPACE, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x20, 0x5c];
const [OBJECT, OBJECT_END, ARRAY, ARRAY_END] = [0x7b, 0x7d, 0x5b, 0x5d];
const [MINUS, ZERO, NINE, DELETE] = [0x2d, 0x30, 0x39, 0x7f];
/** Signs that follow a backslash alone, in JSON of PostgreSQL as in that of RFC 8785. */
const SHORT_ESCAPES = new Set([...'bfnrt"'].map((sign) => sign.charCodeAt(0)));
/** Digits of a number that is written as it is read, whatever they are. */
const EXACT_DIGITS = 15;
const WORDS = ['true', 'false', 'null'].map((word) => Buffer.from(word));
/** What a reading answers where the bytes are not plain. */
export const NOT_PLAIN = -1;

/** Where a member of an object lies among the written bytes. */
interface Member {
  begin: number;
  end: number;
}

/**
 * The RFC 8785 bytes of plain JSON, made from its bytes as COPY gives them without a value in between. Plain is what
 * PostgreSQL prints of a jsonb with names of ASCII, numbers of up to 15 digits and no escape of a rare sign. Of anything
 * else it says so, and what it wrote does not count: `canonicalValue` knows all of JSON.
 */
export class CanonicalBytes {
  /** What was written; only the first `length` bytes count. */
  bytes = new Uint8Array(0);
  length = 0;
  private aside = new Uint8Array(0);

  /** Begins anew, with room for so many bytes: plain JSON never grows. */
  begin(room: number): void {
    this.length = 0;
    if (this.bytes.length >= room) return;
    this.bytes = new Uint8Array(room);
    this.aside = new Uint8Array(room);
  }

  /** Writes bytes as they are. */
  put(constant: Uint8Array): void {
    for (let at = 0; at < constant.length; at += 1) this.bytes[this.length++] = constant[at] as number;
  }

  /** Writes what is between two places as it is. */
  copy(from: Uint8Array, begin: number, end: number): void {
    for (let at = begin; at < end; at += 1) this.bytes[this.length++] = from[at] as number;
  }

  /** Writes the text that ends before the next `stop`, without quotes; answers the place of `stop`, or `NOT_PLAIN`. */
  text(from: Uint8Array, begin: number, stop: number): number {
    for (let at = begin; at < from.length; at += 1) {
      const byte = from[at] as number;
      if (byte === stop) return at;
      if (byte < SPACE || byte === QUOTE) return NOT_PLAIN;
      if (byte === BACKSLASH && (stop !== QUOTE || (at = this.escape(from, at)) === NOT_PLAIN))
        return NOT_PLAIN;
      if (byte !== BACKSLASH) this.bytes[this.length++] = byte;
    }
    return NOT_PLAIN;
  }

  /** Writes an escape of JSON, whose backslashes COPY doubles; answers the place of its last sign, or `NOT_PLAIN`. */
  private escape(from: Uint8Array, begin: number): number {
    const [second, sign, last] = [from[begin + 1], from[begin + 2] as number, from[begin + 3]];
    const isBackslash = sign === BACKSLASH && last === BACKSLASH;
    if (second !== BACKSLASH || !(isBackslash || SHORT_ESCAPES.has(sign))) return NOT_PLAIN;
    this.bytes[this.length++] = BACKSLASH;
    this.bytes[this.length++] = sign;
    return begin + (isBackslash ? 3 : 2);
  }

  /** Writes the bytes that pairs of lower-case hex digits name; answers the place after the last, or `NOT_PLAIN`. */
  hex(from: Uint8Array, begin: number): number {
    let at = begin;
    for (; halfOf(from[at]) >= 0; at += 2) {
      const second = halfOf(from[at + 1]);
      if (second < 0) return NOT_PLAIN;
      this.bytes[this.length++] = halfOf(from[at]) * 16 + second;
    }
    return at;
  }

  /** Writes the value that begins here; answers the place after it, or `NOT_PLAIN`. */
  value(from: Uint8Array, begin: number): number {
    const byte = from[begin] as number;
    if (byte === QUOTE) return this.quoted(from, begin);
    if (byte === OBJECT) return this.object(from, begin);
    if (byte === ARRAY) return this.array(from, begin);
    return byte === MINUS || (byte >= ZERO && byte <= NINE)
      ? this.number(from, begin)
      : this.word(from, begin);
  }

  private quoted(from: Uint8Array, begin: number): number {
    this.bytes[this.length++] = QUOTE;
    const end = this.text(from, begin + 1, QUOTE);
    this.bytes[this.length++] = QUOTE;
    return end === NOT_PLAIN ? NOT_PLAIN : end + 1;
  }

  private number(from: Uint8Array, begin: number): number {
    let at = from[begin] === MINUS ? begin + 1 : begin;
    const first = at;
    while (isDigit(from[at])) at += 1;
    const isExact = at > first && at - first <= EXACT_DIGITS && !isNumberSign(from[at]);
    const leadsWithZero = from[first] === ZERO && (at - first > 1 || first > begin);
    if (!isExact || leadsWithZero) return NOT_PLAIN;
    this.copy(from, begin, at);
    return at;
  }

  private word(from: Uint8Array, begin: number): number {
    for (const word of WORDS) {
      if (word.every((byte, n) => from[begin + n] === byte)) {
        this.put(word);
        return begin + word.length;
      }
    }
    return NOT_PLAIN;
  }

  private array(from: Uint8Array, begin: number): number {
    this.bytes[this.length++] = ARRAY;
    let at = begin + 1;
    while (from[at] !== ARRAY_END) {
      at = this.value(from, at);
      if (at !== NOT_PLAIN) at = this.next(from, at, ARRAY_END);
      if (at === NOT_PLAIN) return NOT_PLAIN;
    }
    this.bytes[this.length++] = ARRAY_END;
    return at + 1;
  }

  /** Steps over what parts two values, and writes it as RFC 8785 does; stays before the `end` of the whole. */
  private next(from: Uint8Array, at: number, end: number): number {
    if (from[at] === end) return at;
    if (from[at] !== COMMA || from[at + 1] !== SPACE || from[at + 2] === end) return NOT_PLAIN;
    this.bytes[this.length++] = COMMA;
    return at + 2;
  }

  private object(from: Uint8Array, begin: number): number {
    this.bytes[this.length++] = OBJECT;
    const start = this.length;
    const members: Member[] = [];
    let at = begin + 1;
    while (from[at] !== OBJECT_END) {
      const member = { begin: this.length, end: 0 };
      at = this.member(from, at);
      member.end = this.length;
      members.push(member);
      if (at !== NOT_PLAIN) at = this.next(from, at, OBJECT_END);
      if (at === NOT_PLAIN) return NOT_PLAIN;
    }
    if (!this.sort(members, start)) return NOT_PLAIN;
    this.bytes[this.length++] = OBJECT_END;
    return at + 1;
  }

  private member(from: Uint8Array, begin: number): number {
    if (from[begin] !== QUOTE) return NOT_PLAIN;
    const name = this.length;
    const at = this.quoted(from, begin);
    if (at === NOT_PLAIN || from[at] !== COLON || from[at + 1] !== SPACE) return NOT_PLAIN;
    for (let n = name; n < this.length; n += 1)
      if ((this.bytes[n] as number) >= DELETE || this.bytes[n] === BACKSLASH) return NOT_PLAIN;
    this.bytes[this.length++] = COLON;
    return this.value(from, at + 2);
  }

  /** Puts members, which were written one after the other, in the order of their names; no where a name stands twice. */
  private sort(members: Member[], start: number): boolean {
    let isSorted = true;
    for (let n = 1; n < members.length && isSorted; n += 1)
      isSorted = this.order(members[n - 1] as Member, members[n] as Member) < 0;
    if (isSorted) return true;
    members.sort((one, other) => this.order(one, other));
    for (let n = 1; n < members.length; n += 1)
      if (this.order(members[n - 1] as Member, members[n] as Member) === 0) return false;
    this.arrange(members, start);
    return true;
  }

  private arrange(members: readonly Member[], start: number): void {
    this.aside.set(this.bytes.subarray(start, this.length), start);
    this.length = start;
    for (const { begin, end } of members) {
      if (this.length > start) this.bytes[this.length++] = COMMA;
      this.copy(this.aside, begin, end);
    }
  }

  /** By their names; the quote that ends one comes before every sign. */
  private order(one: Member, other: Member): number {
    for (let [a, b] = [one.begin + 1, other.begin + 1]; ; a += 1, b += 1) {
      const [left, right] = [this.bytes[a] as number, this.bytes[b] as number];
      if (left === right && left !== QUOTE) continue;
      return (left === QUOTE ? 0 : left) - (right === QUOTE ? 0 : right);
    }
  }
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= NINE;
/** Dot, e, E, plus: what makes a number more than its digits. */
const isNumberSign = (byte: number | undefined): boolean =>
  byte === 0x2e || byte === 0x65 || byte === 0x45 || byte === 0x2b;
/** The value of a hex digit; -1 of any other sign. */
const halfOf = (byte = 0): number =>
  byte >= ZERO && byte <= NINE ? byte - ZERO : byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : -1;
