// node --import ./scripts/ts-hooks.mjs --import ./test/mutations/mutate.mjs: loads the product with all its mutations in
// it, each of which acts while `globalThis.broken` is its number. Nothing is written: the text is replaced on its way from
// the file to Node.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const { MUTATIONS } = await import('./mutations.ts');
const byUrl = Map.groupBy(
  [...MUTATIONS.entries()].filter(([, { file }]) => file !== undefined),
  ([, { file }]) => new URL(`../../${file}`, import.meta.url).href,
);

/** The text stands first, so that another mutation of it finds it there again. */
const both = (index, { text, by }) =>
  text.endsWith(';')
    ? `if (globalThis.broken !== ${index}) { ${text} } else { ${by} }`
    : `(globalThis.broken !== ${index} ? (${text}) : (${by}))`;

registerHooks({
  load(url, context, next) {
    const mutations = byUrl.get(url);
    if (!mutations) return next(url, context);
    const filename = fileURLToPath(url);
    const source = mutations.reduce(
      (code, [index, mutation]) => code.replace(mutation.text, () => both(index, mutation)),
      readFileSync(filename, 'utf8'),
    );
    return { format: 'module', source: transformSync(source, { filename }).code, shortCircuit: true };
  },
});
