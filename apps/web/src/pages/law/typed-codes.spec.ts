import { expect, it } from '@jest/globals';
import { HS_FORM, typedCodes, VSIC_FORM } from './typed-codes.js';

it('reads codes however they are written, and says of none that it is one', () => {
  expect(typedCodes(' 8417.80.00; 8474 39 ', HS_FORM)).toEqual(['84178000', '847439']);
  expect(typedCodes('c2392', VSIC_FORM)).toEqual(['C2392']);
  expect(typedCodes('', HS_FORM)).toEqual([]);
  expect(typedCodes('8417, lò nung', HS_FORM)).toBeNull();
});
