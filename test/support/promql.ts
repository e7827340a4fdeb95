/** One series: its name, its labels, and what it said at each instant (seconds), the newest last. */
export interface Series {
  name: string;
  labels?: Record<string, string>;
  samples: readonly (readonly [at: number, value: number])[];
}
/** What an expression looks for: a name and what labels have to say. */
export interface Selector {
  name: string;
  labels: readonly { label: string; sign: '=' | '=~'; text: string }[];
}
interface Element {
  labels: Record<string, string>;
  value: number;
}
type Value = number | Element[];
/** How long a sample is taken for the present. */
const STALENESS = 300;
const TOKEN = /\s*(>=|<=|==|!=|=~|!~|[-+*/<>=(){},]|\[\w+\]|"[^"]*"|[\d.]+(?:e\d+)?\w?|[A-Za-z_:][\w:]*)/gy;
const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };
const seconds = (text: string): number => Number.parseFloat(text) * (UNITS[text.at(-1) ?? ''] ?? Number.NaN);

/**
 * What an expression of our alerts gives at an instant: labels and value of each element. As much of PromQL as they use:
 * selectors, max, min and sum (by), rate, increase, changes, histogram_quantile, absent, comparisons, `*`, and, or.
 */
export function evaluated(expression: string, series: readonly Series[], at: number): Element[] {
  const value = new Evaluation(tokensOf(expression), series, at).expression();
  return typeof value === 'number' ? [{ labels: {}, value }] : value;
}

/**
 * Every selector of an expression; one whose pattern names several values in turn (`code=~"a|b"`) counts once for each, so
 * that a value that nothing says any more is found beside those that are said.
 */
export function selectorsOf(expression: string): Selector[] {
  const evaluation = new Evaluation(tokensOf(expression), [], 0);
  evaluation.expression();
  return evaluation.selectors.flatMap(({ name, labels }) =>
    labels
      .reduce<Selector['labels'][]>(
        (sets, asked) => sets.flatMap((set) => alternatives(asked).map((one) => [...set, one])),
        [[]],
      )
      .map((set) => ({ name, labels: set })),
  );
}

const alternatives = (asked: Selector['labels'][number]): Selector['labels'] =>
  asked.sign === '=~' && /^\w+(\|\w+)+$/.test(asked.text)
    ? asked.text.split('|').map((text) => ({ label: asked.label, sign: '=', text }))
    : [asked];

/** Whether a selector finds a series of this name and these labels. */
export const finds = ({ name, labels }: Selector, series: Pick<Series, 'name' | 'labels'>): boolean =>
  series.name === name &&
  labels.every(({ label, sign, text }) =>
    sign === '=' ? (series.labels?.[label] ?? '') === text : whole(text)(series.labels?.[label] ?? ''),
  );

function tokensOf(expression: string): string[] {
  const tokens = [...expression.matchAll(TOKEN)].map(([, token = '']) => token);
  if (tokens.join('') !== expression.replaceAll(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ''))
    throw new Error(`not understood: ${expression}`);
  return tokens;
}

const key = (labels: Record<string, string>): string =>
  JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
const COMPARED: Record<string, (a: number, b: number) => boolean> = {
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '==': (a, b) => a === b,
};
const AGGREGATED: Record<string, (values: number[]) => number> = {
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
};
const OF_RANGE: Record<string, (values: number[], range: number) => number> = {
  increase: (values) => (values.at(-1) ?? 0) - (values[0] ?? 0),
  rate: (values, range) => ((values.at(-1) ?? 0) - (values[0] ?? 0)) / range,
  changes: (values) => values.filter((value, n) => n > 0 && value !== values[n - 1]).length,
};

/** The value below which a share of what the buckets counted lies; within a bucket they lie evenly. */
function quantile(share: number, buckets: readonly { upTo: number; count: number }[]): number {
  const sorted = [...buckets].sort((a, b) => a.upTo - b.upTo);
  const total = sorted.at(-1)?.count ?? 0;
  if (sorted.at(-1)?.upTo !== Infinity || total === 0) return Number.NaN;
  const at = sorted.findIndex(({ count }) => count >= share * total);
  const [bucket, below] = [sorted[at], sorted[at - 1] ?? { upTo: 0, count: 0 }];
  if (bucket === undefined || bucket.upTo === Infinity) return below.upTo;
  const within = (share * total - below.count) / (bucket.count - below.count);
  return below.upTo + (bucket.upTo - below.upTo) * within;
}

class Evaluation {
  private next = 0;
  readonly selectors: Selector[] = [];
  constructor(
    private readonly tokens: readonly string[],
    private readonly series: readonly Series[],
    private readonly at: number,
  ) {}

  /** or < and < comparison < product */
  expression(): Value {
    let left = this.all();
    while (this.takes('or')) {
      const [known, right] = [elements(left), elements(this.all())];
      const seen = new Set(known.map(({ labels }) => key(labels)));
      left = [...known, ...right.filter(({ labels }) => !seen.has(key(labels)))];
    }
    return left;
  }

  private all(): Value {
    let left = this.comparison();
    while (this.takes('and')) {
      const right = new Set(elements(this.comparison()).map(({ labels }) => key(labels)));
      left = elements(left).filter(({ labels }) => right.has(key(labels)));
    }
    return left;
  }

  private comparison(): Value {
    const left = this.product();
    const holds = COMPARED[this.tokens[this.next] ?? ''];
    if (!holds) return left;
    this.next += 1;
    const right = this.product();
    const other = (labels: Record<string, string>) =>
      typeof right === 'number' ? right : right.find((one) => key(one.labels) === key(labels))?.value;
    return elements(left).filter(({ labels, value }) => holds(value, other(labels) ?? Number.NaN));
  }

  private product(): Value {
    const left = this.term();
    if (!this.takes('*')) return left;
    const right = this.term();
    if (typeof left !== 'number') throw new Error('a number times a vector, please');
    return typeof right === 'number'
      ? left * right
      : right.map((one) => ({ ...one, value: left * one.value }));
  }

  private term(): Value {
    const token = this.take();
    if (/^[\d.]/.test(token)) return Number(token);
    if (token === '(') return this.closed(this.expression());
    if (token in AGGREGATED) return this.aggregate(token);
    if (token in OF_RANGE) return this.ofRange(token);
    if (token === 'absent') return this.absent();
    if (token === 'histogram_quantile') return this.quantiles();
    return this.select(token).flatMap(({ labels = {}, samples }) => {
      const value = samples.findLast(([when]) => when <= this.at && when > this.at - STALENESS)?.[1];
      return value === undefined ? [] : [{ labels, value }];
    });
  }

  private aggregate(name: string): Element[] {
    const by = this.takes('by') ? this.names() : [];
    this.expect('(');
    const groups = Map.groupBy(elements(this.closed(this.expression())), ({ labels }) =>
      key(Object.fromEntries(by.map((label) => [label, labels[label] ?? '']))),
    );
    return [...groups].map(([labels, group]) => ({
      labels: Object.fromEntries(JSON.parse(labels) as [string, string][]),
      value: AGGREGATED[name]?.(group.map(({ value }) => value)) ?? 0,
    }));
  }

  private ofRange(name: string): Element[] {
    this.expect('(');
    const series = this.select(this.take());
    const range = seconds(this.take().slice(1, -1));
    this.expect(')');
    return series.flatMap(({ labels = {}, samples }) => {
      const within = samples.filter(([when]) => when <= this.at && when > this.at - range);
      const values = within.map(([, value]) => value);
      return values.length < 2 ? [] : [{ labels, value: OF_RANGE[name]?.(values, range) ?? 0 }];
    });
  }

  private quantiles(): Element[] {
    this.expect('(');
    const share = Number(this.take());
    this.expect(',');
    const buckets = elements(this.closed(this.expression()));
    const groups = Map.groupBy(buckets, ({ labels: { le: _le, ...rest } }) => key(rest));
    return [...groups].map(([labels, group]) => ({
      labels: Object.fromEntries(JSON.parse(labels) as [string, string][]),
      value: quantile(
        share,
        group.map(({ labels: { le = '' }, value }) => ({
          upTo: le === '+Inf' ? Infinity : Number(le),
          count: value,
        })),
      ),
    }));
  }

  private absent(): Element[] {
    this.expect('(');
    return elements(this.closed(this.expression())).length > 0 ? [] : [{ labels: {}, value: 1 }];
  }

  private select(name: string): Series[] {
    const labels: Selector['labels'][number][] = [];
    if (this.takes('{'))
      while (!this.takes('}')) {
        const [label, sign, text] = [this.take(), this.take(), this.take().slice(1, -1)];
        if (sign !== '=' && sign !== '=~') throw new Error(`not understood: ${sign}`);
        labels.push({ label, sign, text });
        this.takes(',');
      }
    const selector = { name, labels };
    this.selectors.push(selector);
    return this.series.filter((one) => finds(selector, one));
  }

  private names(): string[] {
    this.expect('(');
    const names: string[] = [];
    while (!this.takes(')')) if (!this.takes(',')) names.push(this.take());
    return names;
  }
  private closed(value: Value): Value {
    this.expect(')');
    return value;
  }
  private expect(token: string): void {
    if (!this.takes(token)) throw new Error(`${token} expected, not ${this.tokens[this.next] ?? 'the end'}`);
  }
  private takes(token: string): boolean {
    if (this.tokens[this.next] !== token) return false;
    this.next += 1;
    return true;
  }
  private take(): string {
    const token = this.tokens[this.next];
    if (token === undefined) throw new Error('the expression ends too early');
    this.next += 1;
    return token;
  }
}

const elements = (value: Value): Element[] => (typeof value === 'number' ? [{ labels: {}, value }] : value);
const whole = (pattern: string) => (value: string) => new RegExp(`^(?:${pattern})$`).test(value);
