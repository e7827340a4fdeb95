import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { aimsOf } from './aims.js';
import { type Door } from './closed-doors.js';
import { type Bare } from './floor/bare.js';
import { type Filling } from './generator/fill.js';
import { type Measured, type Rate } from './measure.js';
import { type ScreeningTimes, type Times } from './screening.js';

/** Everything that was seen at one size. */
export interface SizeReport {
  size: number;
  filling: Filling;
  startedIn: number;
  idleMemory: number;
  measured: Measured[];
  doors: Door[];
  bare: Bare | null;
  verify: { entries: number; seconds: number; ok: boolean };
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const ms = (value: number): string => value.toFixed(1);
const rate = ({ perSecond, p50, p99 }: Rate): string => `${whole(perSecond)}/s, ${ms(p50)}, ${ms(p99)}`;

const screened = ({ p50, p99, processor }: Times): string =>
  `${ms(p50)} ms in the middle (${ms(processor)} of a processor), p99 ${ms(p99)} ms`;

function table(lines: readonly string[][]): string {
  const [head = [], ...rows] = lines;
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(row)].join('\n');
}

const filled = ({ dossiers, rows, entries, seconds }: Filling): string =>
  dossiers === 0
    ? ''
    : `Filled with ${whole(dossiers)} dossiers (${whole(rows)} rows, ${whole(entries)} entries of the log) in ${whole(seconds)} s. `;

function sizeTable({ size, filling, measured, verify, startedIn, idleMemory }: SizeReport): string {
  const failures = measured.flatMap(({ name, product, floor }) =>
    product.failures + floor.failures === 0
      ? []
      : [
          `${name}: ${product.failures} answers of the product and ${floor.failures} of the floor were no success.`,
        ],
  );
  const rows = measured.map(({ name, product, floor, byHand, statements, memory, cost }) => [
    name,
    rate(product),
    rate(floor),
    (product.perSecond / floor.perSecond).toFixed(2),
    byHand === null ? '' : rate(byHand),
    rate(statements),
    `${cost.api.toFixed(2)} + ${cost.database.toFixed(2)}`,
    `${cost.floor.toFixed(2)} + ${cost.floorDatabase.toFixed(2)}`,
    `${memory} MB`,
  ]);
  return [
    `### ${whole(size)} dossiers`,
    '',
    `${filled(filling)}The API listened after ${whole(startedIn)} ms and held ${idleMemory} MB before the first request. Verified: ${whole(verify.entries)} entries in ${verify.seconds.toFixed(1)} s, ${whole(verify.entries / verify.seconds)} a second${verify.ok ? '' : ', NOT SOUND'}.`,
    '',
    table([
      [
        '',
        'product: rate, p50, p99 ms',
        'floor: rate, p50, p99 ms',
        'ratio',
        'by hand',
        'statements alone',
        'processor ms: API + database',
        'floor + database',
        'API memory',
      ],
      ...rows,
    ]),
    ...failures,
  ].join('\n');
}

function growthTable(reports: readonly SizeReport[]): string {
  const [first, last] = [reports[0], reports.at(-1)];
  if (!first || !last || first === last) return '';
  const rows = last.measured.flatMap(({ name, product }) => {
    const small = first.measured.find((one) => one.name === name);
    return small
      ? [
          [
            name,
            ms(small.product.p99),
            ms(product.p99),
            (product.p99 / small.product.p99).toFixed(2),
            (product.middleP99 / small.product.middleP99).toFixed(2),
          ],
        ]
      : [];
  });
  return `### Growth of p99\n\n${table([['', `${whole(first.size)} dossiers`, `${whole(last.size)} dossiers`, 'factor', 'of the middle rounds'], ...rows])}`;
}

function doorsTable(reports: readonly SizeReport[]): string {
  const doors = reports.at(-1)?.doors ?? [];
  if (doors.length === 0) return '';
  const rows = doors.map(({ who, route, notYours, notThere, notThereAgain }) => [
    `${who}: \`${route}\``,
    ...[notYours, notThere, notThereAgain].map(({ p50, p90 }) => `${p50.toFixed(2)}, ${p90.toFixed(2)}`),
    shareOf(notYours.p50, notThere.p50),
    shareOf(notThereAgain.p50, notThere.p50),
  ]);
  const head = [
    'p50, p90 in ms',
    'not yours',
    'not there',
    'not there again',
    'not yours differs by',
    'by chance',
  ];
  return `### Not yours and not there\n\n${table([head, ...rows])}`;
}

/** The rates at which an office's other choices were measured come from a machine on which the simplest server gave these. */
const ELSEWHERE: Bare = { reads: 4128, pages: 436, updates: 1134 };
const rates = ({ reads, pages, updates }: Bare): string =>
  `${whole(reads)} rows by their key, ${whole(pages)} filtered pages with their count and ${whole(updates)} updates with a row of history`;
function bareLine(reports: readonly SizeReport[]): string {
  const bare = reports.at(-1)?.bare;
  if (!bare) return '';
  return `The simplest server there is (Fastify, \`pg\`, a table of 100,000 small rows) gave on this machine, in the same run, ${rates(bare)} a second; ${rates(ELSEWHERE)} where the rates of the aims come from.`;
}

const shareOf = (time: number, other: number): string => `${((100 * (time - other)) / other).toFixed(1)} %`;

const figure = (value: number): string => (value >= 100 ? whole(value) : value.toFixed(2));
function aimsTable(reports: readonly SizeReport[], screening: ScreeningTimes): string {
  const rows = aimsOf(reports, screening).map(({ aim, seen, isMet, admitted }) => [
    aim,
    figure(seen),
    isMet ? 'met' : admitted ? '**missed**, see below' : '**missed**',
  ]);
  return `### Aims, at the largest size\n\n${table([['', 'seen', ''], ...rows])}`;
}

/** What was not as it has to be, whatever the figures: a log that does not verify, answers without success. */
export const troubles = (reports: readonly SizeReport[]): string[] =>
  reports.flatMap(({ size, verify, measured }) => [
    ...(verify.ok ? [] : [`${size} dossiers: the log does not verify`]),
    ...measured
      .filter(({ product, floor }) => product.failures + floor.failures > 0)
      .map(({ name }) => `${size} dossiers: ${name} had answers without success`),
  ]);

/** Aims that were missed although nobody says so in docs/performance.md. */
export const unexpected = (reports: readonly SizeReport[], screening: ScreeningTimes): string[] =>
  aimsOf(reports, screening)
    .filter(({ isMet, admitted }) => !isMet && !admitted)
    .map(({ aim, seen }) => `missed: ${aim} (${figure(seen)})`);

/** What belongs to a whole run. */
export interface Run {
  command: string;
  day: string;
  screening: ScreeningTimes;
}

/** The tables of a run as Markdown, with the command and the machine. */
export function markdownOf(reports: readonly SizeReport[], { command, day, screening }: Run): string {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${whole(totalmem() / 2 ** 30)} GiB`;
  return [
    `Measured on ${day} with \`${command}\` on ${machine}, everything on this one machine; load of the last minute at the end: ${loadavg()[0]?.toFixed(1) ?? '?'}.`,
    ...reports.map(sizeTable),
    growthTable(reports),
    doorsTable(reports),
    bareLine(reports),
    aimsTable(reports, screening),
    `Screening of a plant of 200 machines (${screening.findings} findings): ${screened(screening.first)} for the first time, ${screened(screening.again)} again.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

const [BEGIN, END] = ['<!-- bench:begin -->', '<!-- bench:end -->'];

/** Puts the tables between the markers of a page. */
export function writeInto(page: string, markdown: string): void {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const [before = '', rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${page} has no place for the tables`);
  writeFileSync(page, `${before}${BEGIN}\n\n${markdown}\n\n${END}${after}`);
}
