import { readdirSync, readFileSync } from 'node:fs';
import { procedureOfPack, SHIPPED_PROCEDURES } from '../../../../test/support/case-facts.js';
import { checkProcedure } from './check-procedure.js';

interface Patch {
  op: 'add' | 'remove' | 'replace';
  path: string;
  value?: unknown;
}
/** What is broken in the shipped procedure, as a JSON patch (RFC 6902), and the faults that must be named. */
interface BrokenProcedure {
  about: string;
  /** The shipped procedure that is broken; `opinion` when not given. */
  procedure?: 'determination';
  patch: Patch[];
  expected: { place: string; code: string }[];
}
type Node = Record<string, unknown>;
const FOLDER = new URL('../../test-fixtures/', import.meta.url);
const NAMES = readdirSync(FOLDER).sort();
const fixture = (name: string): BrokenProcedure =>
  JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as BrokenProcedure;

function apply(file: Node, { op, path, value }: Patch): void {
  const keys = path.slice(1).split('/');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((node, key) => node[key] as Node, file);
  if (op !== 'add' && !(last in parent)) throw new Error(`nothing to ${op} at ${path}`);
  if (Array.isArray(parent))
    parent.splice(Number(last), op === 'add' ? 0 : 1, ...(op === 'remove' ? [] : [value]));
  else if (op === 'remove') Reflect.deleteProperty(parent, last);
  else parent[last] = value;
}
const broken = ({ patch, procedure }: BrokenProcedure): unknown => {
  const shipped =
    procedure === undefined ? procedureOfPack('inv-2026') : procedureOfPack('det-2023', procedure);
  const file = shipped as unknown as Node;
  for (const change of patch) apply(file, change);
  return file;
};

describe('the procedures that are shipped', () => {
  it.each(SHIPPED_PROCEDURES)('$id of $pack has no fault', ({ pack, id }) => {
    expect(checkProcedure(procedureOfPack(pack, id))).toEqual([]);
  });
});

describe('a broken procedure is refused with place and code', () => {
  it.each(NAMES.map((name) => [name, fixture(name).about] as const))('%s: %s', (name) => {
    const faults = checkProcedure(broken(fixture(name)));
    expect(faults.map(({ place, code }) => ({ place, code }))).toEqual(fixture(name).expected);
    expect(faults.every(({ reason }) => reason.length > 5)).toBe(true);
  });

  it('shows a shortest path that skips a step', () => {
    const [first] = checkProcedure(broken(fixture('invariant-2-send-back-keeps-conclusion.json')));
    expect(first?.reason).toMatch(
      /^invariant 2: conclude not passed on submit > accept > .*send_back > endorse > approve$/,
    );
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['a text', 'opinion'],
    ['an empty object', {}],
  ])('refuses %s by its schema', (_what, file) => {
    const faults = checkProcedure(file);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every(({ code, place }) => code === 'schema' && place === '(file)')).toBe(true);
  });
});
