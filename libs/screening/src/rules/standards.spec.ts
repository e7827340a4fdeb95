import { type StandardResult, type TechnologyFacts } from '#contracts';
import { verdictOf } from '../../../../test/support/screening-inputs.js';
import { kindOfStandard } from './standards.js';

const ACCEPTED = [
  'QCVN',
  'TCVN',
  'G7',
  'g7',
  'KR',
  'CAN/CSA',
  'Hàn Quốc',
  'tiêu chuẩn Nhật Bản',
  'JIS B 8265',
  'DIN EN 13445',
  'BS EN 60204',
  'ASME',
  'UL94',
  'KS B 6750',
];
const machine = (more: object): TechnologyFacts => ({
  equipment: [
    { id: 'm', hsCode: '84771039', condition: 'used', yearMade: 2020, plannedArrivalYear: 2026, ...more },
  ],
});
const line = (more: object): TechnologyFacts => ({ lines: [{ id: 'l', condition: 'used', ...more }] });

describe('standards', () => {
  it.each([
    ['TCVN6396-20:2017', 'TCVN'],
    ['QCVN 40:2025/BTNMT', 'QCVN'],
    ['g7', 'G7'],
    ['Korea', 'KR'],
    ['UL94', 'UL'],
    ['', ''],
  ])('"%s" is of the kind "%s"', (text, kind) => expect(kindOfStandard(text)).toBe(kind));

  it.each(ACCEPTED)('%s is recognised for machines, lines and the outdated test', async (standard) => {
    const standards = [standard];
    expect(await verdictOf(machine({ standards }), 'used.standard')).toBe('met');
    expect(await verdictOf(line({ standards }), 'used.line.standard')).toBe('met');
    expect(await verdictOf(line({ standards }), 'outdated.standard')).toBe('met');
  });
  it.each(['GB/T 150', 'ISO 9001', 'G20', 'other', 'Trung Quốc', 'EN 13445'])(
    '%s is not recognised',
    async (standard) =>
      expect(await verdictOf(machine({ standards: [standard] }), 'used.standard')).toBe('inconclusive'),
  );

  const failed = (kind: string): StandardResult[] => [{ field: 'safety', kind, result: 'failed' }];
  it('a failed TCVN is no breach where QCVN are met, a failed QCVN always is', async () => {
    const standards = ['QCVN'];
    for (const facts of [machine, line]) {
      const test = facts === machine ? 'used.standard' : 'used.line.standard';
      expect(await verdictOf(facts({ standards, standardResults: failed('TCVN') }), test)).toBe('met');
      expect(await verdictOf(facts({ standards, standardResults: failed('QCVN') }), test)).toBe('breached');
      expect(await verdictOf(facts({ standardResults: failed('TCVN') }), test)).toBe('breached');
    }
    const both = line({ standards, standardResults: failed('TCVN') });
    expect(await verdictOf(both, 'outdated.standard')).toBe('met');
  });
  it('in a determination a QCVN that is only declared keeps a proven failure of a TCVN from deciding', async () => {
    const evidence = [
      {
        kind: 'inspection_certificate',
        covers: ['lines[l].standardResults'],
        issuedOn: '2026-05-01',
        acceptedBy: 'p',
      },
    ];
    const facts = { ...line({ standards: ['QCVN'], standardResults: failed('TCVN') }), evidence };
    expect(await verdictOf(facts, 'outdated.standard', { procedure: 'determination' })).toBe('inconclusive');
  });
});
