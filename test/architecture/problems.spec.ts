import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROBLEMS, type Problem } from '#contracts';
import { ROOT } from './cruise.js';

type Render = (problems: Record<string, Problem>) => string;
const entries = Object.entries(PROBLEMS as Record<string, Problem>);

describe('the catalogue of refusals', () => {
  it('is what docs/errors.md says (npm run docs:errors)', async () => {
    const script = pathToFileURL(join(ROOT, 'scripts', 'errors-document.mjs')).href;
    const { errorsDocument } = (await import(script)) as { errorsDocument: Render };
    expect(readFileSync(join(ROOT, 'docs', 'errors.md'), 'utf8')).toBe(errorsDocument(PROBLEMS));
  });

  it('names each refusal once, in snake_case', () => {
    expect(entries.filter(([code]) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(code))).toEqual([]);
    expect(duplicateCodes()).toEqual([]);
  });

  it.each(entries)('%s tells what happened and what to do in both languages', (_code, { vi, en }) => {
    for (const { title, action } of [vi, en]) {
      expect(title.trim().length).toBeGreaterThan(3);
      expect(action.trim()).toMatch(/[.!]$/);
    }
    expect(vi.title).not.toBe(en.title);
  });
});

// A spread keeps the last of two entries of the same name and says nothing.
function duplicateCodes(): string[] {
  const areas = readFileSync(join(ROOT, 'libs/contracts/src/problems/index.ts'), 'utf8').matchAll(
    /'\.\/(\w+)\.problems\.js'/g,
  );
  const codes = [...areas].flatMap(([, area]) => {
    const text = readFileSync(join(ROOT, `libs/contracts/src/problems/${area ?? ''}.problems.ts`), 'utf8');
    return [...text.matchAll(/^ {2}(\w+): \{/gm)].map(([, code]) => code ?? '');
  });
  return codes.filter((code, index) => codes.indexOf(code) !== index);
}
