import { describe, expect, test } from '@jest/globals';
import { draftOf } from '../draft/draft.types.js';
import { localFaults } from '../draft/local-faults.js';
import { withoutFaulty } from '../draft/value-faults.js';
import { certificateFault, listFault, withEntry, withoutEntry } from './listed-values.js';

const MET = { field: 'safety', kind: 'QCVN', code: '01:2020', result: 'met' };
const SITE = { country: 'JP', site: 'Nagoya' };

describe('results, sites and certificates as they are entered', () => {
  test.each([
    ['results', [MET], null],
    ['results', [], null],
    ['results', [MET, { field: 'energy' }], { code: 'result_incomplete', params: { number: '2' } }],
    ['results', [{ ...MET, kind: ' ' }], { code: 'result_incomplete', params: { number: '1' } }],
    ['results', [{ ...MET, code: 'x'.repeat(101) }], { code: 'result_incomplete', params: { number: '1' } }],
    ['sites', [SITE, SITE], null],
    ['sites', [{ country: 'JP' }], { code: 'site_incomplete', params: { number: '1' } }],
  ] as const)('%s %j', (kind, rows, fault) => expect(listFault(kind, rows)).toEqual(fault));

  test('a certificate needs number, body and a day that has come', () => {
    const paper = { number: '12/GD', body: 'Vinacontrol', issuedOn: '2026-01-02' };
    expect(certificateFault(paper, '2026-01-02')).toBeNull();
    expect(certificateFault(paper, '2026-01-01')).toEqual({ code: 'issued_in_future' });
    expect(certificateFault({ number: '12/GD' }, '2026-01-01')).toEqual({ code: 'certificate_incomplete' });
  });

  test('whole entries of a list are saved while another is being typed; half an entry alone says nothing', () => {
    const draft = draftOf({
      lines: [
        { id: 'l-1', standardResults: [MET, { field: 'energy' }], oecdSites: [{ country: 'JP' }] },
        { id: 'l-2', oecdSites: [] },
      ],
      equipment: [{ id: 'm-1', certificate: { number: '1' } }],
    });
    const faults = localFaults(draft);
    expect(faults.map(({ id, field, code }) => [id, field, code])).toEqual([
      ['l-1', 'standardResults', 'result_incomplete'],
      ['l-1', 'oecdSites', 'site_incomplete'],
      ['m-1', 'certificate', 'certificate_incomplete'],
    ]);
    expect(withoutFaulty(draft, faults, draftOf({}))).toMatchObject({
      lines: [
        { id: 'l-1', standardResults: [MET] },
        { id: 'l-2', oecdSites: [] },
      ],
      equipment: [{ id: 'm-1' }],
    });
    const earlier = draftOf({ lines: [{ id: 'l-1' }] });
    expect(withoutFaulty(earlier, faults, earlier).lines).toEqual([{ id: 'l-1' }]);
    const refused = [{ ...faults[0]!, message: 'Có ký tự điều khiển.' }];
    expect(withoutFaulty(draft, refused, draftOf({})).lines[0]).toEqual({
      id: 'l-1',
      oecdSites: [{ country: 'JP' }],
    });
  });

  test('entries are changed and taken out one by one', () => {
    expect(withEntry([SITE, SITE], 1, 'site', 'Osaka')).toEqual([SITE, { country: 'JP', site: 'Osaka' }]);
    expect(withEntry([SITE], 0, 'site', '')).toEqual([{ country: 'JP' }]);
    expect([withoutEntry([SITE, SITE], 0), withoutEntry([SITE], 0)]).toEqual([[SITE], undefined]);
  });
});
