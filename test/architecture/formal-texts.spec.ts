import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editor as english } from '../../apps/web/src/i18n/en/editor.js';
import { editor as vietnamese } from '../../apps/web/src/i18n/vi/editor.js';
import { FAULT_TEXTS } from '../../libs/screening/src/catalogue/faults.js';
import { ROOT } from './cruise.js';

const read = (file: string) => readFileSync(join(ROOT, 'libs/casework/src', file), 'utf8');
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, code = '']) => code);
const CODES = [
  ...Object.keys(FAULT_TEXTS.vi),
  ...found(read('facts/formal-faults.ts'), /push\('(\w+)'\)/g),
  ...found(read('changes/change-faults.query.ts'), /\['(\w+)'\]/g),
  ...found(/type FirstFault = [^;]+;/.exec(read('changes/first-dossier.ts'))?.[0] ?? '', /'(\w+)'/g),
];

describe('what stands against submitting', () => {
  it('has codes of four sources', () => {
    expect(CODES).toEqual(
      expect.arrayContaining(['hs_digits', 'investor_missing', 'nothing_changed', 'change_in_hand']),
    );
  });

  it.each(CODES)('%s is a text in both languages', (code) => {
    for (const { formal } of [vietnamese, english])
      expect((formal as Record<string, string>)[code]).toMatch(/ /);
  });
});
