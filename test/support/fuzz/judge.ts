import { type Operation } from './contract.js';

/** The same for everybody, whoever asks: caches may keep these on purpose. */
const OPEN_FIGURES = new Set(['/api/v1/public/statistics']);
/** Who watches the process asks often and is never held off. */
const UNCOUNTED = new Set(['/health/live', '/health/version']);

export interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload: string | Buffer | undefined;
}
export interface Got {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: string;
}

/** Nothing of this has a place in an answer that refuses. */
const INSIDE =
  /\bat [\w.<>]+ \(|node_modules|\.(?:ts|js|mjs):\d+|\/(?:libs|apps|dist)\/|\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\b.+\b(?:FROM|VALUES|SET|WHERE)\b|QueryFailed|typeorm|duplicate key value|violates \w+|relation "|column "|syntax error at|invalid input syntax|fastify|FST_|nestjs|ECONN|postgres|pg_|zen-engine|TypeError|RangeError|SyntaxError|is not a function|Cannot read|undefined \(/i;
/**
 * Why there may be no screening while every dependency is up: the packs of a day do not fit together (design, section 13). Any
 * other reason, and none at all, is a fault of ours.
 */
const GAPS_IN_THE_LAW: readonly unknown[] = [];

const header = (got: Got, name: string) => String(got.headers[name] ?? '');

/** What is wrong with an answer; empty when nothing is. */
export function faultsOf(
  operation: Operation | null,
  got: Got,
  problems: ReadonlyMap<string, number>,
): string[] {
  const faults: string[] = [];
  const hold = (is: boolean, fault: string) => {
    if (!is) faults.push(fault);
  };
  hold(header(got, 'x-request-id') !== '', 'no x-request-id');
  const policy = header(got, 'content-security-policy');
  hold(/default-src '(self|none)'/.test(policy), 'no content-security-policy');
  hold(policy.includes("frame-ancestors 'none'"), 'may be framed');
  hold(header(got, 'referrer-policy') === 'no-referrer', 'no referrer-policy');
  hold(got.body === '' || header(got, 'content-type') !== '', 'a body without content-type');
  const isOfTheApi = operation?.path.startsWith('/api/v1/') ?? false;
  const isOpen = got.status === 200 && OPEN_FIGURES.has(operation?.path ?? '');
  if ((isOfTheApi && !isOpen) || got.status >= 400)
    hold(header(got, 'cache-control').includes('no-store'), 'may be kept by caches');
  hold(header(got, 'x-content-type-options') === 'nosniff', 'no x-content-type-options');
  if (operation && !UNCOUNTED.has(operation.path))
    for (const name of ['ratelimit', 'ratelimit-policy']) hold(header(got, name) !== '', `no ${name}`);
  if (operation) hold(operation.statuses.has(got.status), `${got.status} is not documented for the route`);
  if (got.status >= 400) faults.push(...refusalFaults(got, problems));
  return faults;
}

function refusalFaults(got: Got, problems: ReadonlyMap<string, number>): string[] {
  const faults: string[] = [];
  const hold = (is: boolean, fault: string) => {
    if (!is) faults.push(fault);
  };
  hold(header(got, 'content-type').startsWith('application/problem+json'), 'not a problem document');
  const problem = parsed(got.body);
  const code = String(problem['code']);
  hold(problems.get(code) === got.status, `code ${code} is not documented with status ${got.status}`);
  hold(problem['status'] === got.status, 'status of the document differs');
  for (const name of ['type', 'title', 'detail', 'instance', 'requestId'])
    hold(typeof problem[name] === 'string' && problem[name] !== '', `no ${name}`);
  const isGap = code === 'screening_unavailable' && GAPS_IN_THE_LAW.includes(problem['reason']);
  const reason = typeof problem['reason'] === 'string' ? problem['reason'] : 'no reason';
  hold(got.status < 500 || isGap, `${got.status} ${code}: ${reason}`);
  const { instance: _path, ...told } = problem;
  hold(!INSIDE.test(JSON.stringify(told)), `tells of its inside: ${INSIDE.exec(JSON.stringify(told))?.[0]}`);
  if (got.status === 401) hold(header(got, 'www-authenticate') !== '', 'no www-authenticate');
  if (got.status === 405) hold(header(got, 'allow') !== '', 'no allow');
  if ([429, 503, 423].includes(got.status)) hold(Number(header(got, 'retry-after')) > 0, 'no retry-after');
  return faults;
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const shell = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
const SAYABLE = /^[\t\n\r\x20-\x7e\u00a1-\ud7ff]*$/;

/** A request as a command that somebody can paste. */
export function curl({ method, url, headers, payload }: Sent, origin = 'http://localhost:3000'): string {
  const parts = [`curl -i -X ${method} ${shell(origin + url)}`];
  for (const [name, value] of Object.entries(headers)) parts.push(`-H ${shell(`${name}: ${value}`)}`);
  if (payload === undefined) return parts.join(' ');
  if (typeof payload === 'string' && payload.length < 4000 && SAYABLE.test(payload))
    return [...parts, `--data-raw ${shell(payload)}`].join(' ');
  const base64 = Buffer.from(payload).toString('base64');
  const shown = base64.length < 8000 ? base64 : `${base64.slice(0, 8000)} (cut, ${payload.length} bytes)`;
  return `echo ${shown} | base64 -d | ${[...parts, '--data-binary @-'].join(' ')}`;
}
