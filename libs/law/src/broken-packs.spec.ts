import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PROBLEMS } from '#contracts';
import { Refusal } from '#kernel';
import { loadAllPacks, loadPack } from './load-packs.js';
import { readPackFolder } from './loading/pack-folder.reader.js';

const ROOT = join(import.meta.dirname, '../test-fixtures/broken');
const faultsOf = (reason: string) => loadPack(reason, readPackFolder(join(ROOT, reason))).faults;

/** Folder, then each fault that must be reported: file, place, code. */
const EXPECTED: Record<string, [string, string, string][]> = {
  'bad-schema': [
    ['clocks.yaml', '/0/unit', 'not_allowed_value'],
    ['clocks.yaml', '/1/colour', 'unknown_property'],
    ['clocks.yaml', '/1/value', 'wrong_type'],
  ],
  'unknown-status': [['clocks.yaml', '/0/stopsOn/0/status', 'not_allowed_value']],
  'unknown-condition': [['clocks.yaml', '/0/when/weather', 'unknown_property']],
  'bad-yaml': [['rules.yaml', 'line 2', 'unreadable_yaml']],
  'bad-json': [['screening/used.json', '', 'unreadable_json']],
  'bad-csv-row': [['lists/rows.csv', 'line 3, column hsPrefixes', 'bad_format']],
  'ragged-csv': [['lists/rows.csv', 'line 3', 'unreadable_csv']],
  'bad-csv-header': [
    ['lists/rows.csv', 'line 1', 'missing_property'],
    ['lists/rows.csv', 'line 1', 'unknown_property'],
  ],
  'unknown-file': [['notes.txt', '', 'unknown_file']],
  'duplicate-id': [['clocks.yaml', '/1', 'duplicate_id']],
  'duplicate-row': [['lists/rows.csv', 'line 3', 'duplicate_id']],
  'duplicate-criterion': [['criteria/grid.yaml', '/criteria/1', 'duplicate_id']],
  'active-memory-row': [['lists/rows.csv', 'line 2, column state', 'memory_row_active']],
  'memory-silence': [['clocks.yaml', '/0/onExpire', 'memory_with_legal_effect']],
  'silence-without-basis': [['clocks.yaml', '/0/onExpireBasis', 'expiry_without_basis']],
  'reply-without-days': [['clocks.yaml', '/0/value', 'duration_missing']],
  'same-person': [['pack.yaml', '/publishedBy', 'same_drafter_and_publisher']],
  'same-person-calendar': [['calendar.yaml', '/0/publishedBy', 'same_drafter_and_publisher']],
  'impossible-day': [['calendar.yaml', '/0/type', 'calendar_day_impossible']],
  'impossible-date': [['pack.yaml', '/validFrom', 'bad_format']],
  'unknown-version': [['lists/rows.csv', 'line 2, column versionId', 'unknown_list_version']],
  'list-not-in-version': [['lists/rows.csv', 'line 2, column list', 'list_not_in_version']],
  'version-not-loaded': [['lists/rows.csv', 'line 2, column versionId', 'version_not_loaded']],
  'dangling-model': [['rules.yaml', '/0/model', 'dangling_model']],
  'rule-without-basis': [['rules.yaml', '/0/basis', 'basis_missing']],
  'curable-prohibited': [['rules.yaml', '/0/curable', 'prohibited_not_curable']],
  'validity-order': [['rules.yaml', '/0/validTo', 'validity_order']],
  'validity-outside-pack': [['rules.yaml', '/0/validTo', 'validity_outside_pack']],
  'procedure-in-reference': [['procedures/opinion.json', '', 'procedure_not_allowed']],
  'procedure-misnamed': [['procedures/appraisal.json', '/id', 'file_name_mismatch']],
  'difference-unknown': [['procedures/appraisal.json', '/like', 'unknown_procedure']],
  'difference-chained': [['procedures/reappraisal.json', '/like', 'chained_difference']],
  'difference-circle': [
    ['procedures/appraisal.json', '/like', 'chained_difference'],
    ['procedures/reappraisal.json', '/like', 'chained_difference'],
  ],
  'difference-of-itself': [['procedures/appraisal.json', '/like', 'chained_difference']],
  'difference-of-nothing': [['procedures/appraisal.json', '/like', 'missing_property']],
  'difference-and-more': [
    ['procedures/appraisal.json', '/change/title', 'unknown_property'],
    ['procedures/appraisal.json', '/states', 'unknown_property'],
  ],
  'council-from-memory': [['councils.yaml', '/0/minimumMembers', 'memory_with_legal_effect']],
  'council-share': [['councils.yaml', '/0/conclusion', 'share_impossible']],
  'unknown-clock': [['procedures/opinion.json', '', 'unknown_clock']],
  'no-manifest': [['pack.yaml', '', 'missing_file']],
  'misnamed-folder': [['pack.yaml', '/id', 'file_name_mismatch']],
  'bad-case': [['cases/one.json', '/note', 'missing_property']],
};
/** Sound files with unsound law: only the whole loader, with workflow and screening, refuses them. */
const FOR_THE_WHOLE_LOADER = [
  'broken-model',
  'dead-end',
  'difference-outside-schema',
  'failing-case',
  'skipped-steps',
  'unknown-guard',
];

describe('a broken pack', () => {
  it.each(Object.entries(EXPECTED))('%s is refused with file, place and code', (reason, expected) => {
    const found = faultsOf(reason).map(({ file, place, code }) => [file, place, code]);
    expect(found.sort()).toEqual(
      expected.map(([file, place, code]) => [`${reason}/${file}`, place, code]).sort(),
    );
    expect(faultsOf(reason).every((fault) => fault.reason.length > 0)).toBe(true);
  });

  it('has an expectation for every fixture', () => {
    expect(readdirSync(ROOT).sort()).toEqual([...Object.keys(EXPECTED), ...FOR_THE_WHOLE_LOADER].sort());
  });

  it.each(FOR_THE_WHOLE_LOADER)('%s has no fault that its files alone could show', (name) => {
    expect(faultsOf(name)).toEqual([]);
  });

  it('refuses the whole load with the faults of every pack', () => {
    const load = () => loadAllPacks(ROOT);
    expect(load).toThrow(Refusal);
    try {
      load();
    } catch (error) {
      const { code, details } = error as Refusal;
      expect(code).toBe('pack_refused');
      expect(PROBLEMS[code].status).toBe(422);
      const files = (details['faults'] as { file: string }[]).map(({ file }) => file.split('/')[0]);
      expect([...new Set(files)].sort()).toEqual(Object.keys(EXPECTED).sort());
    }
  });
});
