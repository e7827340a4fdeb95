import { readTraceparent, writeTraceparent } from './trace-context.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';

describe('traceparent', () => {
  it.each([true, false])('is read as it is written (sampled: %s)', (sampled) => {
    const parent = { traceId: TRACE, spanId: SPAN, sampled };
    expect(readTraceparent(writeTraceparent(parent))).toEqual(parent);
  });

  it('may be of a later version with more behind', () => {
    expect(readTraceparent(`01-${TRACE}-${SPAN}-03-what-comes`)).toEqual({
      traceId: TRACE,
      spanId: SPAN,
      sampled: true,
    });
  });

  it.each([
    undefined,
    '',
    'x',
    `ff-${TRACE}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01-more`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE}-${SPAN}`,
    `00-${TRACE}-${SPAN}-1`,
  ])('is none: %s', (header) => {
    expect(readTraceparent(header)).toBeNull();
  });
});
