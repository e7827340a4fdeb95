import { readFileSync } from 'node:fs';
import { find, input, machine, usedLine } from '../../../../test/support/screening-inputs.js';
import { ZEN_ENGINE_VERSION } from '../engine-version.js';
import { RULE_FAMILIES } from '../rules/judge-families.js';
import { screen } from '../screen.js';
import { CATALOGUES, listNamesOf, renderFinding, renderNotice } from './render.js';

describe('texts', () => {
  const models = [
    'used-2019/screening/used-machine',
    'used-2019/screening/used-line',
    'inv-2026/screening/outdated',
    'det-2023/screening/determination-certificate',
  ];
  const source = models
    .map((name) => readFileSync(new URL(`../../../law/packs/${name}.json`, import.meta.url), 'utf8'))
    .join();
  const notesOfModels = [...source.matchAll(/"out_notes": "\[([^\]]*)\]"/g)].flatMap(
    ([, list = '']) => list.match(/[a-z_]+/g) ?? [],
  );

  it('both languages have the same tests, notes and notices', () => {
    for (const part of ['tests', 'notes', 'notices'] as const) {
      expect(Object.keys(CATALOGUES.en[part]).sort()).toEqual(Object.keys(CATALOGUES.vi[part]).sort());
    }
  });
  it('every test has a text, and every note of the tables', () => {
    const tests = RULE_FAMILIES.flatMap((family) => family.tests.map(({ test }) => test));
    expect(Object.keys(CATALOGUES.vi.tests)).toEqual(expect.arrayContaining(tests));
    expect(notesOfModels.length).toBeGreaterThan(10);
    expect(Object.keys(CATALOGUES.vi.notes)).toEqual(expect.arrayContaining(notesOfModels));
  });
  it('renders values the Vietnamese way, years as years', async () => {
    const { findings, notices } = await screen(
      input(usedLine({ consumptionOverDesignPct: { value: 1000 } })),
    );
    const rendered = renderFinding(find(findings, 'used.line.consumption'), 'vi');
    expect(rendered).toMatchObject({
      title: 'Mức tiêu hao của dây chuyền đã qua sử dụng',
      verdict: 'Không đạt',
    });
    expect(rendered.detail).toContain('Vượt thiết kế 1.000 %, quá 15 %.');
    expect(rendered.wouldChange[0]).toBe('Nếu mức tiêu hao vượt thiết kế (%) là 15 thì kết quả là: Đạt.');
    expect(notices.map((notice) => renderNotice(notice, 'en')).join()).not.toMatch(/\{|list_version/);
    const age = find((await screen(input(machine(2004, 2026, '8477')))).findings, 'used.age');
    expect(renderFinding(age, 'en').wouldChange[0]).toContain('2016');
  });
  it('tells what is missing in words, whatever kind it is', async () => {
    const { findings } = await screen(
      input({ lines: [{ id: 'l', name: 'Lò', technologyName: 'xi măng lò đứng' }] }),
    );
    const { detail } = renderFinding(find(findings, 'list.prohibited'), 'vi');
    expect(detail).toContain('phụ lục danh mục ND-101-2026 (tra cứu bản giấy)');
    expect(detail).toContain('quyết định của cán bộ về mục C10');
    expect(detail).not.toMatch(/annex:|decision:/);
  });
  it('names every value that a table reckons with, and where the technology stands on the lists', async () => {
    const named = [...source.matchAll(/"field": "\w+\.values\.(\w+)"/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(5);
    for (const { values } of [CATALOGUES.vi, CATALOGUES.en])
      expect(Object.keys(values)).toEqual(expect.arrayContaining(named));
    const { findings } = await screen(input(usedLine({})));
    const { sentence, missing, calculation } = renderFinding(find(findings, 'used.line.lists'), 'vi');
    expect(sentence).toBe('Chưa đủ căn cứ để kết luận.');
    expect(missing.join()).not.toMatch(/annex:|lines\[/);
    expect(calculation.map(({ name }) => name)).toEqual(['Kết quả đối chiếu danh mục']);
    expect(calculation[0]?.value).toBe('chưa nêu tên công nghệ');
  });
  it('names a list that is not loaded by its instrument, as far as the notices tell it', async () => {
    const { findings, notices } = await screen(input(usedLine({ technologyName: 'nung con lăn' })));
    const finding = { ...find(findings, 'list.prohibited'), missing: ['annex:ND-101-2026'] };
    const named = [{ code: 'x', params: { version: 'ND-101-2026', instrument: 'Nghị định 101/2026/NĐ-CP' } }];
    expect(renderFinding(finding, 'vi', listNamesOf(named)).missing).toEqual([
      'phụ lục danh mục Nghị định 101/2026/NĐ-CP (tra cứu bản giấy)',
    ]);
    expect(renderFinding(finding, 'vi').missing.join()).toContain('ND-101-2026');
    expect(Object.values(listNamesOf(notices)).every((name) => name.length > 10)).toBe(true);
  });
  it('the engine version is the one installed', () => {
    const manifest = readFileSync(
      new URL('../../../../node_modules/@gorules/zen-engine/package.json', import.meta.url),
      'utf8',
    );
    expect((JSON.parse(manifest) as { version: string }).version).toBe(ZEN_ENGINE_VERSION);
  });
});
