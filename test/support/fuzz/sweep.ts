import { type Chance } from './chance.js';
import { rawNumber } from './odd-values.js';

type Place = readonly (string | number)[];

/** What breaks a field of a request that is right in all else, most telling first. */
const BREAKING: readonly ((was: unknown) => unknown)[] = [
  () => null,
  () => '\t\n',
  (was) => [was, was],
  (was) => [[was], [was]],
  () => '',
  () => ({}),
  () => [],
  () => [null],
  () => 'ẫ'.repeat(2001),
  () => 'a\u0000b',
  () => '\ud800',
  () => 2_147_483_648,
  () => -1,
  () => 0.5,
  () => rawNumber('1e400'),
  () => true,
  () => '0000-01-01',
  () => '9999-12-31',
  () => '00000000-0000-0000-0000-000000000000',
  () => '__proto__',
];

/** The places of all values in a body, those within lists only of the first item. */
function placesIn(value: unknown, here: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const children = Array.isArray(value) ? value.slice(0, 1).entries() : Object.entries(value);
  return [...children].flatMap(([name, child]: [string | number, unknown]) => [
    [...here, name],
    ...placesIn(child, [...here, name]),
  ]);
}

function replaced(body: unknown, place: Place, by: (was: unknown) => unknown): unknown {
  const copy = structuredClone(body) as Record<string | number, unknown>;
  const holder = place.slice(0, -1).reduce((at, name) => at[name] as typeof copy, copy);
  const last = place.at(-1) ?? '';
  holder[last] = by(holder[last]);
  return copy;
}

/**
 * Bodies that differ from one that went well in one field each: every field, known or only documented, broken in every way
 * or, with `ways`, in so many that chance picks.
 */
export function* brokenFieldByField(
  chance: Chance,
  body: unknown,
  { documented = [], ways = BREAKING.length }: { documented?: readonly string[]; ways?: number } = {},
): Generator<unknown> {
  const known = placesIn(body);
  const absent = documented.filter((name) => !known.some(([first]) => first === name));
  for (const place of [...known, ...absent.map((name) => [name])])
    for (const by of chance.some(BREAKING, ways)) yield replaced(body, place, by);
}
