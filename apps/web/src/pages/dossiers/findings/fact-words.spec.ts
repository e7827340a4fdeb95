import { describe, expect, it } from '@jest/globals';
import { type FindingView } from '../dossier.types.js';
import { EQUIPMENT, factRows, type FactTexts, LINE, PROJECT } from './fact-values.js';
import { factsBehind, fieldsBehind, papersOf, pathWords } from './fact-words.js';

const t = ((key: string) => key.split('.').at(-1)) as unknown as FactTexts;
const FACTS = {
  lines: [{ id: 'l', name: 'Lò', efficiencyPct: { value: 81.5, uncertainty: 2 } }],
  equipment: [{ id: 'm', name: 'Máy ép', hsCode: '84771039', condition: 'used' as const, yearMade: 2016 }],
  evidence: [
    { id: 'e1', kind: 'other', covers: ['equipment[m].hsCode', 'equipment[mm].yearMade'] },
    { id: 'e2', kind: 'inspection_certificate', covers: ['equipment[m].yearMade'] },
    { id: 'e3', kind: 'other', covers: ['lines[l].efficiencyPct'] },
  ],
};
const about = (test: string, kind: 'line' | 'equipment', id: string) =>
  ({ test, subject: { kind, id } }) as FindingView;

describe('the facts behind a finding', () => {
  it('are named, with values in words; what nobody stated is said', () => {
    expect(factsBehind(about('used.age', 'equipment', 'm'), FACTS, t)).toEqual([
      ['condition', 'used'],
      ['acquisition', null],
      ['hs', '84771039'],
      ['made', '2016'],
      ['arrival', null],
    ]);
    expect(factsBehind(about('used.line.capacity', 'line', 'l'), FACTS, t)).toContainEqual([
      'efficiency',
      '81,5 % ± 2',
    ]);
  });
  it('are those of a machine or of a line', () => {
    expect(fieldsBehind(about('outdated.capacity', 'equipment', 'm'))).toContain('remainingCapacityPct');
    expect(fieldsBehind(about('outdated.capacity', 'line', 'l'))).toContain('actualCapacityPct');
    expect(fieldsBehind(about('unheard.of', 'line', 'l'))).toEqual([]);
  });
});

describe('papers', () => {
  it('stand with the subject that they name, those first that prove what the finding rests on', () => {
    expect(papersOf(about('used.age', 'equipment', 'm'), FACTS).map(({ id }) => id)).toEqual(['e1', 'e2']);
    const standard = about('used.line.capacity', 'line', 'l');
    expect(papersOf(standard, FACTS).map(({ id }) => id)).toEqual(['e3']);
  });
  it('say what they prove in words', () => {
    expect(pathWords('equipment[m].yearMade', FACTS, t)).toBe('Máy ép: made');
    expect(pathWords('project.capitalVnd', FACTS, t)).toBe('project: capital');
    expect(pathWords('elsewhere', FACTS, t)).toBe('elsewhere');
  });
});

describe('all facts of a thing', () => {
  const told = { t, facts: FACTS };
  const said = (rows: ReturnType<typeof factRows>) =>
    Object.fromEntries(rows.filter(({ value }) => value !== null).map(({ path, value }) => [path, value]));
  it('are said with the paths by which their sources are known, none of those on which rules rest left out', () => {
    expect(
      said(
        factRows(
          PROJECT,
          { dependsOnTermExtension: true, workClass: 'II', investorCountry: 'JP' },
          'project',
          told,
        ),
      ),
    ).toEqual({
      ...{
        'project.dependsOnTermExtension': 'yes',
        'project.workClass': 'II',
        'project.investorCountry': 'Nhật Bản',
      },
    });
    expect(said(factRows(LINE, { usedLineRelief: 'special', trl: 7 }, 'lines[l]', told))).toEqual({
      ...{ 'lines[l].usedLineRelief': 'special', 'lines[l].trl': '7' },
    });
    const machine = {
      acquisition: 'imported',
      lineRef: 'l',
      consumptionOverDesignPct: { value: 6 },
      standards: ['QCVN 19'],
    } as const;
    expect(
      said(factRows(EQUIPMENT, { ...machine, standards: [...machine.standards] }, 'equipment[m]', told)),
    ).toEqual({
      'equipment[m].acquisition': 'imported',
      'equipment[m].lineRef': 'Lò',
      'equipment[m].consumptionOverDesignPct': '6 %',
      'equipment[m].standards': 'QCVN 19',
    });
  });
});
