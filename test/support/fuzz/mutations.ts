import { type Chance } from './chance.js';
import { jsonText, oddValue } from './odd-values.js';

type Holder = Record<string, unknown> | unknown[];

/** Every object and list in a value, itself included. */
function holders(value: unknown, found: Holder[] = []): Holder[] {
  if (typeof value !== 'object' || value === null || found.length > 200) return found;
  found.push(value as Holder);
  for (const child of Object.values(value)) holders(child, found);
  return found;
}

/** A copy of a JSON value that is wrong in one to three places. */
export function mutated(chance: Chance, value: unknown): unknown {
  const copy = structuredClone(value);
  for (let times = chance.odds(0.7) ? 1 : chance.whole(2, 3); times > 0; times -= 1) {
    const holder = chance.maybe(holders(copy));
    if (holder === undefined) return oddValue(chance);
    mutateOne(chance, holder);
  }
  return copy;
}

function mutateOne(chance: Chance, holder: Holder): void {
  if (Array.isArray(holder)) return mutateList(chance, holder);
  const names = Object.keys(holder);
  const name = chance.maybe(names);
  const way = chance.next();
  if (name === undefined || way < 0.15) {
    const added = chance.pick([
      'isAdmin',
      'id',
      'authorityId',
      'constructor',
      'status',
      'createdAt',
      'a b',
      '',
    ]);
    Object.defineProperty(holder, added, {
      value: oddValue(chance),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  } else if (way < 0.3) delete holder[name];
  else if (way < 0.4) holder[name] = [holder[name], holder[name]];
  else holder[name] = oddValue(chance);
}
function mutateList(chance: Chance, list: unknown[]): void {
  const way = chance.next();
  if (list.length === 0 || way < 0.2) list.push(oddValue(chance));
  else if (way < 0.4) list.length = 0;
  else if (way < 0.6) list.push(...list, ...list);
  else list[chance.whole(0, list.length - 1)] = oddValue(chance);
}

/** JSON text that is broken, doubled, poisoned or no object. */
export function brokenText(chance: Chance, value: unknown): string {
  const text = jsonText(value ?? {});
  const ways: (() => string)[] = [
    () => text.slice(0, chance.whole(0, Math.max(0, text.length - 1))),
    () => `${text}${text}`,
    () => `${text},`,
    () => `\ufeff${text}`,
    () => `// ${text}`,
    () => text.replace('{', '{"__proto__":{"admin":true},'),
    () => text.replace('{', '{"constructor":{"prototype":{"admin":true}},'),
    // The same name twice: the parser takes the last one.
    () => text.replace(/^\{("[^"]+"):/, '{$1:null,$1:'),
    () => text.replaceAll('"', "'"),
    () => '',
    () => 'null',
    () => 'true',
    () => '""',
    () => '0',
    () => '[]',
    () => '[{}]',
    () => '{}',
    () => '{"a":'.repeat(300),
    () => `${'['.repeat(5000)}${']'.repeat(5000)}`,
    () => `{"a":"${'\\u0000'.repeat(10)}"}`,
    () => '\u0000\u0001\u0002',
    () => `{"a":1${'0'.repeat(400)}}`,
  ];
  return chance.pick(ways)();
}
