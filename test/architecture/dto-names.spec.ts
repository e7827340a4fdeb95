import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './cruise.js';

const FOLDER = join(ROOT, 'apps/api/src');
const classesOf = (file: string): string[] =>
  [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/^(?:export )?(?:abstract )?class (\w+Dto)\b/gm)].map(
    ([, name]) => name ?? '',
  );

describe('the shapes of the API', () => {
  it('have each a name of their own: of two with one name the OpenAPI document tells one for both', () => {
    const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap(classesOf);
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
