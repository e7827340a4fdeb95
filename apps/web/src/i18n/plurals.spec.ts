import { describe, expect, test } from '@jest/globals';
import { AREAS } from './areas.js';
import { catalogue } from './en/index.js';

/** A number with a noun of several behind it; "3 of 5 dossiers" counts those of whom it is a part. */
const OF_SEVERAL = /(?<!of )\{\{count\}\} (?:more )?[a-z]+s\b/;

const textsOf = (node: unknown, key = ''): [string, string][] =>
  typeof node === 'string'
    ? [[key, node]]
    : Object.entries(node as object).flatMap(([name, part]) => textsOf(part, `${key}.${name}`));

describe('the English texts', () => {
  test('say one thing of one and another of several', async () => {
    const areas = await Promise.all(
      Object.entries(AREAS).map(async ([name, { en }]) => [name, await en()] as const),
    );
    const all = textsOf({ ...catalogue, ...Object.fromEntries(areas) });
    expect(all.length).toBeGreaterThan(1000);
    const faulty = all.filter(([key, text]) => !/_(one|other)$/.test(key) && OF_SEVERAL.test(text));
    // A gap of a text and a wait that are told only from two on.
    expect(faulty.map(([key]) => key)).toEqual(['.register.act.tooShort', '.register.run.noWorker']);
  });
});
