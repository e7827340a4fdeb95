import { STATUSES } from '#contracts';
import { procedureOfPack } from '../../../test/support/case-facts.js';
import { edgesOf } from './edges.js';
import { shortestPaths } from './shortest-paths.js';

const PROCEDURE = procedureOfPack('inv-2026');
const PATHS = shortestPaths(PROCEDURE);
const commands = (status: (typeof STATUSES)[number]) => PATHS.get(status)?.map(({ command }) => command);

describe('shortest paths', () => {
  it('reach every status', () => {
    expect([...PATHS.keys()].sort()).toEqual([...STATUSES].sort());
  });

  it.each(STATUSES)('to %s follow edges of the file without a gap', (status) => {
    const steps = PATHS.get(status) ?? [];
    expect([PROCEDURE.initial, ...steps.map(({ to }) => to)].at(-1)).toBe(status);
    steps.forEach(({ from, command, edge }, index) => {
      expect(from).toBe(steps[index - 1]?.to ?? PROCEDURE.initial);
      expect(edgesOf(PROCEDURE, from, command).map((placed) => placed.edge)).toContain(edge);
    });
  });

  it.each([
    ['draft', []],
    ['screened', ['submit', 'accept', 'screen']],
    ['discontinued', ['submit', 'request_supplement', 'deadline_passed']],
    ['withdrawn', ['submit', 'withdraw']],
  ] as const)('to %s are %j', (status, expected) => {
    expect(commands(status)).toEqual(expected);
  });

  it('assign a lead appraiser before a step that needs one', () => {
    for (const status of ['under_review', 'concluded', 'approved'] as const)
      expect(PATHS.get(status)?.some(({ edge }) => edge.when?.includes('assigning_lead'))).toBe(true);
    expect(commands('approved')?.slice(-3)).toEqual(['conclude', 'endorse', 'approve']);
    expect(commands('approved')).toHaveLength(7);
  });
});
