import { evaluated, finds, selectorsOf, type Series } from '../support/promql.js';

const bucket = (le: string, count: number): Series => ({
  name: 'took_bucket',
  labels: { le, route: 'a' },
  samples: [[0, count]],
});
const quantileOf = (share: number, ...buckets: Series[]) =>
  evaluated(`histogram_quantile(${share}, sum by (le) (took_bucket))`, buckets, 0).map(({ value }) => value);

describe('the share of a histogram', () => {
  const buckets = [bucket('1', 50), bucket('2', 90), bucket('4', 100), bucket('+Inf', 100)];

  it('lies where Prometheus puts it: evenly within its bucket, from zero in the lowest', () => {
    expect(quantileOf(0.5, ...buckets)).toEqual([1]);
    expect(quantileOf(0.25, ...buckets)).toEqual([0.5]);
    expect(quantileOf(0.7, ...buckets)).toEqual([1.5]);
    expect(quantileOf(0.95, ...buckets)).toEqual([3]);
  });

  it('is the last bound where it lies beyond, and no number where nothing was counted', () => {
    expect(quantileOf(0.99, bucket('1', 1), bucket('+Inf', 2))).toEqual([1]);
    expect(quantileOf(0.5, bucket('1', 0), bucket('+Inf', 0))).toEqual([Number.NaN]);
    expect(quantileOf(0.5, bucket('1', 1))).toEqual([Number.NaN]);
  });
});

describe('the selectors of an expression', () => {
  it('are all of them, each value that a pattern names for itself', () => {
    const expression =
      'sum by (name) (rate(runs{outcome="failed",code=~"a|b"}[1h])) > 3 or max(age) > 2 and absent(up{job=~"x-.*"})';
    expect(selectorsOf(expression)).toEqual([
      { name: 'runs', labels: [labelled('outcome', 'failed'), labelled('code', 'a')] },
      { name: 'runs', labels: [labelled('outcome', 'failed'), labelled('code', 'b')] },
      { name: 'age', labels: [] },
      { name: 'up', labels: [{ label: 'job', sign: '=~', text: 'x-.*' }] },
    ]);
  });

  it('find a series by its name and every label, a pattern only as a whole', () => {
    const selector = { name: 'up', labels: [{ label: 'job', sign: '=~', text: 'x-.*' }] } as const;
    expect(finds(selector, { name: 'up', labels: { job: 'x-api', other: '1' } })).toBe(true);
    expect(finds(selector, { name: 'up', labels: { job: 'an x-api' } })).toBe(false);
    expect(finds(selector, { name: 'up' })).toBe(false);
    expect(finds(selector, { name: 'down', labels: { job: 'x-api' } })).toBe(false);
  });
});

const labelled = (label: string, text: string) => ({ label, sign: '=', text });
