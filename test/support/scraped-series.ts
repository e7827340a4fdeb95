import { type Series } from './promql.js';

/** What a process tells at `/metrics`, with the labels that whoever scrapes it adds. */
export function seriesIn(text: string, added: Record<string, string>): Series[] {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [, name = '', labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    if (value === undefined) throw new Error(`not understood: ${line}`);
    const own = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, label = '', is = '']) => [
      label,
      is,
    ]);
    return {
      name,
      labels: { ...(Object.fromEntries(own) as Record<string, string>), ...added },
      samples: [[0, Number(value)]],
    };
  });
}
