import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEMS } from '#contracts';
import { Metrics } from '#observability';
import { parse } from 'yaml';
import { ROOT } from './cruise.js';

interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
}
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const { groups } = parse(read('docker/alerts.yaml')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
/** What PromQL itself knows of the words of our expressions. */
const WORDS = new Set(
  'sum max min rate increase changes histogram_quantile absent by and or offset up le job code name queue instance status outcome state quantile route place'.split(
    ' ',
  ),
);
const withoutTexts = (expr: string) =>
  expr.replaceAll(/"[^"]*"/g, '""').replaceAll(/\[\w+\]|offset \w+/g, '');
const namesIn = (expr: string) =>
  [...withoutTexts(expr).matchAll(/(?<![\w.])[a-z_]\w*/g)]
    .map(([name]) => name)
    .filter((name) => !WORDS.has(name));

describe('alerts', () => {
  it('are each named once, with a severity and a runbook, and every runbook has its alert', () => {
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
    expect(rules.filter(({ labels }) => !['page', 'ticket'].includes(labels.severity))).toEqual([]);
    expect(rules.map(({ annotations }) => annotations.runbook)).toEqual(
      names.map((name) => `docs/runbooks/${name}.md`),
    );
    expect(readdirSync(join(ROOT, 'docs/runbooks')).sort()).toEqual(names.map((name) => `${name}.md`).sort());
  });

  it.each(rules)('$alert: the runbook says what it means, where to look and what to do', ({ alert }) => {
    const text = read(`docs/runbooks/${alert}.md`);
    const parts = text.split(/^## /m).map((part) => part.split('\n')[0]);
    expect(parts).toEqual([`# ${alert}`, 'What it means', 'Look', 'Do']);
  });

  it('ask for figures that exist, and runbooks too', async () => {
    const metrics = new Metrics();
    metrics.pool(() => ({ used: 0, idle: 0, waiting: 0 }));
    metrics.places(() => Promise.resolve([]));
    const text = await metrics.text(null);
    metrics.close();
    const kinds = new Map(
      [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name = '', kind = '']) => [name, kind]),
    );
    const known = new Set(
      [...kinds].flatMap(([name, kind]) =>
        kind === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
      ),
    );
    for (const { alert, expr } of rules) {
      const asked = namesIn(expr);
      expect({ alert, count: asked.length > 0 || expr.includes('up{') }).toEqual({ alert, count: true });
      expect({ alert, unknown: asked.filter((name) => !known.has(name)) }).toEqual({ alert, unknown: [] });
    }
    const inRunbooks = rules.flatMap(({ alert }) => [
      ...read(`docs/runbooks/${alert}.md`).matchAll(/\b(?:techgate|nodejs|process)_[a-z_]+\b/g),
    ]);
    const ours = inRunbooks
      .map(([name]) => name)
      .filter((name) => !/^techgate_(app|owner|eraser)$/.test(name));
    expect(ours.filter((name) => !known.has(name))).toEqual([]);
  });

  it('name refusals that exist', () => {
    const codes = rules.flatMap(({ expr }) =>
      [...expr.matchAll(/code=~"([^"]+)"/g)].flatMap(([, list = '']) => list.split('|')),
    );
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => !(code in PROBLEMS))).toEqual([]);
  });

  it('close what they open', () => {
    for (const { alert, expr } of rules)
      for (const [open, close] of ['()', '{}', '[]'].map((pair) => pair.split('')))
        expect({ alert, left: expr.split(open ?? '').length - expr.split(close ?? '').length }).toEqual({
          alert,
          left: 0,
        });
  });
});
