import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ScreeningNotice } from '#contracts';
import { CATALOGUES, renderNotice } from './render.js';

const LIBS = fileURLToPath(new URL('../../../', import.meta.url));
/** Where notices are made: as literals with params in code, and by name in the manifests of packs. */
const SOURCES = ['law/src', 'screening/src', 'casework/src/effects', 'casework/src/staffing'];
const filesOf = (folder: string, ending: RegExp): string[] =>
  readdirSync(`${LIBS}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !name.endsWith('.spec.ts'))
    .map((name) => readFileSync(`${LIBS}${folder}/${name}`, 'utf8'));

const literals = SOURCES.flatMap((folder) => filesOf(folder, /\.ts$/)).flatMap((text) =>
  [...text.matchAll(/\bcode: '([a-z_]+)',\s*params\b/g)].map(([, code = '']) => code),
);
const named = filesOf('law/packs', /pack\.yaml$/).flatMap((text) =>
  [...text.matchAll(/^\s+notice: ([a-z_]+)$/gm)].map(([, code = '']) => code),
);
const CODES = [...new Set([...literals, ...named, 'pack_incomplete'])].sort();

describe('notices', () => {
  it('are found in the sources', () =>
    expect(CODES).toEqual(
      expect.arrayContaining([
        'calendar_unconfirmed',
        'candidate_superseded',
        'confirmed_code_not_loaded',
        'environmental_group_unknown',
        'law_changed_at_acceptance',
        'list_version_not_in_force',
        'no_candidate_found',
        'no_rule_in_force',
        'rule_needs_manual_check',
        'shorter_term_not_loaded',
        'silence_recorded',
      ]),
    ));
  it.each(CODES)('%s has a text in both languages', (code) => {
    for (const language of ['vi', 'en'] as const) {
      expect(CATALOGUES[language].notices[code]?.length).toBeGreaterThan(10);
      expect(renderNotice({ code, params: {} }, language)).not.toBe(code);
    }
  });
  it('name what they are about', () => {
    const notice: ScreeningNotice = {
      code: 'law_changed_at_acceptance',
      params: { from: 'LT-2018', to: 'INV-2026' },
    };
    expect(renderNotice(notice, 'en')).toContain('from LT-2018 to INV-2026');
    const gap = { code: 'no_rule_in_force', params: { subject: 'used', on: '2019-06-01' } };
    expect(renderNotice(gap, 'vi')).toContain('2019-06-01 (used)');
  });
});
