import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS, ROLES, STATUSES } from '#contracts';
import { ROOT } from './cruise.js';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const glossary = read('docs/glossary.md');

interface Procedure {
  states: Record<string, { label: { vi: string } }>;
}

describe('docs/glossary.md', () => {
  it.each([...STATUSES, ...COMMANDS, ...ROLES])('explains %s', (word) => {
    expect(glossary).toMatch(new RegExp(`^\\| \`${word}\` \\| [^|]+ \\| [^|]+ \\|$`, 'm'));
  });

  it('calls statuses what the procedure in force calls them', () => {
    const { states } = JSON.parse(read('libs/law/packs/inv-2026/procedures/opinion.json')) as Procedure;
    for (const [status, { label }] of Object.entries(states))
      expect(glossary).toContain(`| \`${status}\` | ${label.vi} |`);
  });
});
