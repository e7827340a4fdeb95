import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './cruise.js';

const text = readFileSync(join(ROOT, 'docs', 'security.md'), 'utf8');
const rows = [
  ...text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+) \| ([a-z ]+) \| (.*) \| (.*) \|$/gm),
].map(([, id = '', , , state = '', how = '', proof = '']) => ({ id, state, how, proof }));
const STATES = ['met', 'partly', 'not yet', 'operator', 'not applicable'];

describe('docs/security.md', () => {
  it('has every requirement of ASVS 5.0.0, levels 1 and 2, once, each with a state and how', () => {
    expect(rows).toHaveLength(253);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(253);
    expect(rows.filter(({ state, how }) => !STATES.includes(state) || how.length < 4)).toEqual([]);
  });

  it('calls nothing met that no test holds, unless it is so by design', () => {
    const bare = rows.filter(
      ({ state, how, proof }) => state === 'met' && !proof.includes('](') && !/by design/i.test(how),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('counts itself rightly', () => {
    const count = (state: string) => rows.filter((row) => row.state === state).length;
    const told = `253 requirements: ${count('met')} met, ${count('partly')} partly, ${count('not yet')} not yet, ${count('operator')} for whoever operates it, ${count('not applicable')} not applicable.`;
    expect(text).toContain(told);
  });

  it('names tests and files that exist', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !link.startsWith('http') && !existsSync(join(ROOT, 'docs', link)))).toEqual(
      [],
    );
  });
});
