import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Refusal } from '#kernel';
import { type PackFault } from '#law';
import { loadLaw } from './load-law.js';

const SHIPPED = fileURLToPath(new URL('../../../law/packs', import.meta.url));
const LINE = 'used-2019/screening/used-line.json';
const MACHINE = 'used-2019/screening/used-machine.json';
const OUTDATED = 'inv-2026/screening/outdated.json';
const CERTIFICATE = 'det-2023/screening/determination-certificate.json';
type Change = [from: string, to: string][];

describe('the law as it is loaded', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'techgate-packs-'));
    cpSync(SHIPPED, folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Ids of the golden cases that refuse the law with one file changed; the file is put back. */
  async function refusingCases(file: string, change: Change): Promise<string[]> {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = change.reduce((text, [from, to]) => text.replaceAll(from, to), before);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
    try {
      await loadLaw(folder);
      return [];
    } catch (error) {
      const { code, details } = error as Refusal;
      const faults = (details as { faults: PackFault[] }).faults;
      expect([code, ...new Set(faults.map((fault) => fault.code))]).toEqual([
        'pack_refused',
        'golden_case_failed',
      ]);
      return faults.map(({ place }) => place);
    } finally {
      writeFileSync(path, before);
    }
  }

  it('is whole', async () => expect((await loadLaw(SHIPPED)).length).toBeGreaterThanOrEqual(10));

  it.each<[string, string, Change, string]>([
    [
      'used line: 85 to 80 in both comparisons',
      LINE,
      [
        ['"< 85"', '"< 80"'],
        ['">= 85"', '">= 80"'],
      ],
      'used-line-01',
    ],
    ['used line: 15 to 16', LINE, [['"> 15"', '"> 16"']], 'used-line-08'],
    [
      'used line: three sites to two',
      LINE,
      [
        ['"< 3"', '"< 2"'],
        ['">= 3"', '">= 2"'],
      ],
      'used-line-09',
    ],
    ['outdated: 85 to 84', OUTDATED, [['"< 85"', '"< 84"']], 'out-01'],
    ['outdated: 85 to 86', OUTDATED, [['">= 85"', '">= 86"']], 'out-02'],
    ['outdated: 15 to 14', OUTDATED, [['"<= 15"', '"<= 14"']], 'out-12'],
    ['certificate: 12 to 24 months', CERTIFICATE, [['"out_months": "12"', '"out_months": "24"']], 'cert-01'],
    ['certificate: 12 to 11 months', CERTIFICATE, [['"out_months": "12"', '"out_months": "11"']], 'cert-02'],
    ['used machine: 10 to 11 years', MACHINE, [['"> 10"', '"> 11"']], 'used-02'],
    ['used dryer: 15 to 20 years', MACHINE, [['"<= 15"', '"<= 20"']], 'used-age-84193290'],
    ['annex I: 20 to 15 years', MACHINE, [['"[11..20]"', '"[11..15]"']], 'used-age-8458'],
    ['no environmental group II', 'inv-2026/rules.yaml', [['values: [I, II]', 'values: [I]']], 'env-02'],
    [
      'a row that has lost its name',
      'ref/lists/memory.csv',
      [[',In 3D,', ',Máy in,']],
      'own-name-ref-encouraged',
    ],
  ])('is refused when somebody changes %s', async (_what, file, change, golden) => {
    expect(await refusingCases(file, change)).toContain(golden);
  });
});
