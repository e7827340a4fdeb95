import { procedureOfPack } from '../../../../test/support/case-facts.js';
import { checkProcedure } from './check-procedure.js';

describe('the procedures that are shipped', () => {
  it.each(['inv-2026', 'lt-2018'] as const)('%s has no fault', (pack) => {
    expect(checkProcedure(procedureOfPack(pack))).toEqual([]);
  });
});
