import { describe, expect, it } from '@jest/globals';
import { layoutOf, NODE, pathThrough } from './layout.js';
import { type Drawing } from './way.js';

const DRAWING: Drawing = {
  statuses: (['draft', 'submitted', 'accepted'] as const).map((status) => ({ status, place: 'other' })),
  edges: [
    { from: 'draft', to: 'submitted', commands: ['submit'], place: 'other' },
    { from: 'submitted', to: 'accepted', commands: ['accept'], place: 'other' },
    { from: 'accepted', to: 'draft', commands: ['return'], place: 'other' },
  ],
};

describe('the layout of a procedure', () => {
  it('goes from above to below, nothing upon another, each arrow with its bends', () => {
    const { corners, bends, words } = layoutOf(DRAWING, ({ commands }) => commands.join(', '));
    const heights = ['draft', 'submitted', 'accepted'].map((status) => corners.get(status)?.y ?? 0);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBeGreaterThan(NODE.height);
    expect([...bends.values()].every((points) => points.length >= 2)).toBe(true);
    const said = words.get('draft-submitted')?.y ?? 0;
    expect(said).toBeGreaterThan((heights[0] ?? 0) + NODE.height);
    expect(said).toBeLessThan(heights[1] ?? 0);
  });
  it('leads a step that changes nothing out of its status and back into it', () => {
    const edges = [{ from: 'draft', to: 'draft', commands: ['assign'], place: 'possible' } as const];
    const loop = { ...DRAWING, edges: edges.map((edge) => ({ ...edge, commands: [...edge.commands] })) };
    const { corners, bends, words } = layoutOf(loop, () => 'assign');
    const side = (corners.get('draft')?.x ?? 0) + NODE.width;
    const points = bends.get('draft-draft') ?? [];
    expect([points[0]?.x, points.at(-1)?.x]).toEqual([side, side]);
    expect(words.get('draft-draft')?.x).toBeGreaterThan(side);
  });
  it('draws a line through bends, and none through nothing', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 0, y: 10 },
      { x: 10, y: 10 },
    ];
    expect(pathThrough(line)).toBe('M0,0 Q0,10 5,10 L10,10');
    expect(pathThrough([])).toBe('');
  });
});
