import { describe, expect, test } from '@jest/globals';
import { faultsOf } from '../support/fuzz/judge.js';

const PROBLEMS = new Map([['screening_unavailable', 503]]);
const HEADERS = {
  'x-request-id': 'r-1',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'retry-after': '30',
};
const unavailable = (details: object) => {
  const told = { type: 'urn:x', title: 'No', detail: 'Later', instance: '/', requestId: 'r-1' };
  const body = JSON.stringify({ ...told, code: 'screening_unavailable', status: 503, ...details });
  return faultsOf(null, { status: 503, headers: HEADERS, body }, PROBLEMS);
};

describe('the judge of the fuzzer', () => {
  test('takes no screening that is unavailable without a reason, or for one of ours', () => {
    expect(unavailable({})).toEqual(['503 screening_unavailable: no reason']);
    expect(unavailable({ reason: 'table_not_total' })).toEqual([
      '503 screening_unavailable: table_not_total',
    ]);
  });
});
