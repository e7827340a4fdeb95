import { FULL_MACHINE, find, input, verdictOf } from '../../../test/support/screening-inputs.js';
import { screen } from './screen.js';

describe('unknown is never a pass and never a fail', () => {
  it('a machine or line of which nothing is known is judged by nothing', async () => {
    for (const procedure of [undefined, 'determination' as const]) {
      const { findings, blocking } = await screen(
        input({ lines: [{ id: 'l' }], equipment: [{ id: 'm' }] }, procedure ? { procedure } : {}),
      );
      expect(blocking).toBe(false);
      expect(findings.filter(({ verdict }) => verdict === 'met' || verdict === 'breached')).toEqual([]);
    }
  });
  it.each(['hsCode', 'condition', 'yearMade', 'plannedArrivalYear'])(
    'without %s the age is not decided',
    async (field) => {
      const { [field as 'hsCode']: _left, ...rest } = FULL_MACHINE;
      const finding = find((await screen(input({ equipment: [rest] }))).findings, 'used.age');
      expect(finding.verdict).toBe('inconclusive');
      expect(finding.missing).toContain(`equipment[m].${field}`);
    },
  );
  it('a determination decides nothing without an accepted certificate, and says which is missing', async () => {
    const line = { id: 'l', actualCapacityPct: { value: 60, uncertainty: 0 } };
    const covers = ['lines[l].actualCapacityPct'];
    const paper = { kind: 'inspection_certificate', covers, issuedOn: '2026-05-01' };
    const open = find(
      (await screen(input({ lines: [line], evidence: [paper] }, { procedure: 'determination' }))).findings,
      'outdated.capacity',
    );
    expect(open).toMatchObject({ verdict: 'inconclusive', notes: ['certificate_not_accepted'] });
    expect(open.missing).toEqual(['evidence:inspection_certificate:lines[l].actualCapacityPct']);
  });
  it.each([
    ['2025-07-01', 'breached'],
    ['2025-06-30', 'inconclusive'],
  ])('a certificate of %s gives %s', async (issuedOn, verdict) => {
    const evidence = [
      { kind: 'inspection_certificate', covers: ['lines[l].actualCapacityPct'], issuedOn, acceptedBy: 'p' },
    ];
    const facts = { lines: [{ id: 'l', actualCapacityPct: { value: 60, uncertainty: 0 } }], evidence };
    expect(await verdictOf(facts, 'outdated.capacity', { procedure: 'determination' })).toBe(verdict);
  });
  it.each([
    ['2026-07-01', undefined, 'breached'],
    ['2026-07-02', undefined, 'inconclusive'],
    ['2026-07-20', '2026-07-25', 'breached'],
    ['2026-07-26', '2026-07-25', 'inconclusive'],
    ['2026-06-30', '2026-06-20', 'breached'],
  ])('a certificate issued on %s and accepted on %s gives %s', async (issuedOn, acceptedOn, verdict) => {
    const paper = { kind: 'inspection_certificate', covers: ['lines[l].actualCapacityPct'], acceptedBy: 'p' };
    const evidence = [{ ...paper, issuedOn, ...(acceptedOn && { acceptedOn }) }];
    const facts = { lines: [{ id: 'l', actualCapacityPct: { value: 60, uncertainty: 0 } }], evidence };
    const { findings } = await screen(input(facts, { procedure: 'determination' }));
    const finding = find(findings, 'outdated.capacity');
    expect(finding.verdict).toBe(verdict);
    if (verdict === 'inconclusive') expect(finding.notes).toEqual(['certificate_from_the_future']);
  });
  it('a measured value without stated uncertainty decides no determination', async () => {
    const evidence = [
      {
        kind: 'inspection_certificate',
        covers: ['lines[l].actualCapacityPct'],
        issuedOn: '2026-05-01',
        acceptedBy: 'p',
      },
    ];
    const facts = { lines: [{ id: 'l', actualCapacityPct: { value: 60 } }], evidence };
    expect(await verdictOf(facts, 'outdated.capacity', { procedure: 'determination' })).toBe('inconclusive');
  });
});
