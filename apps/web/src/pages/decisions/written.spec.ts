import { expect, test } from '@jest/globals';
import { writtenOf } from './written.js';

test('what was written is told by its field, without what was only picked or left empty', () => {
  expect(writtenOf('send_back', { reason: ' Bổ sung căn cứ.\n' })).toEqual([
    { field: 'reason', text: 'Bổ sung căn cứ.' },
  ]);
  expect(
    writtenOf('refuse', {
      reasons: 'Quá tuổi.',
      findingKeys: ['a'],
      councilConclusion: ' ',
      earlierLetter: 'keep',
    }),
  ).toEqual([{ field: 'reasons', text: 'Quá tuổi.' }]);
});
test('a condition is told with its day, its proof and who answers for it', () => {
  const one = {
    what: 'Thay máy ép',
    deadlineOn: '2027-01-31',
    proof: 'Hóa đơn',
    responsible: '',
    cures: ['a'],
  };
  expect(
    writtenOf('approve_with_conditions', { conditions: [one, { ...one, what: 'Đo bụi' }], note: '' }),
  ).toEqual([
    { field: 'conditions', text: 'Thay máy ép – 2027-01-31 – Hóa đơn\nĐo bụi – 2027-01-31 – Hóa đơn' },
  ]);
});
