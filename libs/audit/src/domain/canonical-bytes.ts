const [QUOTE, COMMA, COLON, SPACE, BACKSLASH] = [0x22, 0x2c, 0x3a, 0x20, 0x5c];
const [OBJECT, OBJECT_END, ARRAY, ARRAY_END] = [0x7b, 0x7d, 0x5b, 0x5d];
const [MINUS, POINT, ZERO, NINE, DELETE] = [0x2d, 0x2e, 0x30, 0x39, 0x7f];
/** Signs that follow a backslash alone, in JSON of PostgreSQL as in that of RFC 8785. */
const SHORT_ESCAPES = new Set([...'bfnrt"'].map((sign) => sign.charCodeAt(0)));
/** Digits of a number that is written as it is read, whatever they are. */
const EXACT_DIGITS = 15;
const WORDS = ['true', 'false', 'null'].map((word) => Buffer.from(word));
/** What a reading answers where the bytes are not plain. */
export const NOT_PLAIN = -1;

/** More members than an object of ours has; putting them into order one by one would take its time with thousands. */
const MOST_MEMBERS = 64;

/**
 * The RFC 8785 bytes of plain JSON, made from its bytes as COPY gives them without a value in between. Plain is what
 * PostgreSQL prints of a jsonb with names of ASCII, numbers of up to 15 digits and no escape of a rare sign: a double keeps
 * so many digits, so that a number without zeros at its end is written as it is read. Of anything
 * else it says so, and what it wrote does not count: `canonicalValue` knows all of JSON.
 */
export class CanonicalBytes {
  /** What was written; only the first `length` bytes count. */
  bytes = new Uint8Array(0);
  length = 0;
  private aside = new Uint8Array(0);
  /** Begin and end, among the written bytes, of each member of the objects that are being read, the innermost last. */
  private readonly spans: number[] = [];

  /** Begins anew, with room for so many bytes: plain JSON never grows. */
  begin(room: number): void {
    this.length = 0;
    if (this.bytes.length >= room) return;
    this.bytes = new Uint8Array(room);
    this.aside = new Uint8Array(room);
  }

  /** Writes bytes as they are. */
  put(constant: Uint8Array): void {
    this.copy(constant, 0, constant.length);
  }

  /** Writes what is between two places as it is. */
  copy(from: Uint8Array, begin: number, end: number): void {
    const { bytes, length } = this;
    for (let at = begin, to = length; at < end; at += 1, to += 1) bytes[to] = from[at] as number;
    this.length = length + end - begin;
  }

  /** Writes the text that ends before the next `stop`, without quotes; answers the place of `stop`, or `NOT_PLAIN`. */
  text(from: Uint8Array, begin: number, stop: number): number {
    const { bytes } = this;
    let { length } = this;
    for (let at = begin; at < from.length; at += 1) {
      const byte = from[at] as number;
      if (byte < SPACE || byte === QUOTE || byte === BACKSLASH) {
        this.length = length;
        if (byte === stop) return at;
        if (byte !== BACKSLASH || stop !== QUOTE || (at = this.escape(from, at)) === NOT_PLAIN)
          return NOT_PLAIN;
        ({ length } = this);
      } else bytes[length++] = byte;
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
    const first = from[begin] === MINUS ? begin + 1 : begin;
    const point = afterDigits(from, first);
    const isWhole = from[point] !== POINT;
    const end = isWhole ? point : afterDigits(from, point + 1);
    const isSmall = from[first] === ZERO;
    const isExact = point > first && end - first <= EXACT_DIGITS && !isNumberSign(from[end]);
    // -0 loses its sign, and what begins with 0.0 may be written with an exponent.
    const changes = isWhole
      ? isSmall && (end - first > 1 || first > begin)
      : from[end - 1] === ZERO || (isSmall && (point - first > 1 || from[point + 1] === ZERO));
    if (!isExact || changes || end === point + 1) return NOT_PLAIN;
    this.copy(from, begin, end);
    return end;
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
    const first = this.spans.length;
    const end = this.members(from, begin, first);
    this.spans.length = first;
    return end;
  }

  private members(from: Uint8Array, begin: number, first: number): number {
    this.bytes[this.length++] = OBJECT;
    const start = this.length;
    let at = begin + 1;
    while (from[at] !== OBJECT_END) {
      const member = this.length;
      at = this.member(from, at);
      this.spans.push(member, this.length);
      if (at !== NOT_PLAIN) at = this.next(from, at, OBJECT_END);
      if (at === NOT_PLAIN) return NOT_PLAIN;
    }
    if (!this.sort(first, start)) return NOT_PLAIN;
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
  private sort(first: number, start: number): boolean {
    const { spans } = this;
    if (spans.length - first > 2 * MOST_MEMBERS) return false;
    let isMoved = false;
    for (let next = first + 2; next < spans.length; next += 2) {
      const place = this.placeOf(next, first);
      if (place === NOT_PLAIN) return false;
      if (place === next) continue;
      const [begin, end] = [spans[next] as number, spans[next + 1] as number];
      spans.copyWithin(place + 2, place, next);
      spans[place] = begin;
      spans[place + 1] = end;
      isMoved = true;
    }
    if (isMoved) this.arrange(first, start);
    return true;
  }

  /** Where a member belongs among those before it, which are in order; `NOT_PLAIN` where its name stands there. */
  private placeOf(member: number, first: number): number {
    const { spans } = this;
    const begin = spans[member] as number;
    for (let place = member; place > first; place -= 2) {
      const order = this.order(spans[place - 2] as number, begin);
      if (order === 0) return NOT_PLAIN;
      if (order < 0) return place;
    }
    return first;
  }

  private arrange(first: number, start: number): void {
    const { aside, bytes, spans } = this;
    for (let at = start; at < this.length; at += 1) aside[at] = bytes[at] as number;
    this.length = start;
    for (let n = first; n < spans.length; n += 2) {
      if (n > first) bytes[this.length++] = COMMA;
      this.copy(aside, spans[n] as number, spans[n + 1] as number);
    }
  }

  /** By their names; the quote that ends one comes before every sign. */
  private order(one: number, other: number): number {
    const { bytes } = this;
    for (let at = 1; ; at += 1) {
      const left = bytes[one + at] as number;
      const right = bytes[other + at] as number;
      if (left === right && left !== QUOTE) continue;
      return (left === QUOTE ? 0 : left) - (right === QUOTE ? 0 : right);
    }
  }
}

const afterDigits = (from: Uint8Array, begin: number): number => {
  let at = begin;
  while (isDigit(from[at])) at += 1;
  return at;
};
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= NINE;
/** A second point, e, E, plus: what makes a number more than its digits. */
const isNumberSign = (byte: number | undefined): boolean =>
  byte === POINT || byte === 0x65 || byte === 0x45 || byte === 0x2b;
/** The value of a hex digit; -1 of any other sign. */
const halfOf = (byte = 0): number =>
  byte >= ZERO && byte <= NINE ? byte - ZERO : byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : -1;
