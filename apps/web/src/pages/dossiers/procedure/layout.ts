import { graphlib, layout } from '@dagrejs/dagre';
import { type Drawing } from './way.js';

export const NODE = { width: 190, height: 64 };

interface Point {
  x: number;
  y: number;
}
/** Where everything of the picture stands, in pixels: statuses by their upper left corners, arrows by their bends. */
export interface Layout {
  corners: Map<string, Point>;
  bends: Map<string, Point[]>;
}
export const arrowId = ({ from, to }: { from: string; to: string }): string => `${from}-${to}`;

/** Lays a picture out from above to below; an arrow goes around the statuses between its ends. */
export function layoutOf({ statuses, edges }: Drawing): Layout {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 36, edgesep: 18, ranksep: 60, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { status } of statuses) graph.setNode(status, { ...NODE });
  for (const { from, to } of edges) graph.setEdge(from, to);
  layout(graph);
  const cornerOf = (status: string): Point => {
    const { x = 0, y = 0 } = graph.node(status) as Partial<Point>;
    return { x: x - NODE.width / 2, y: y - NODE.height / 2 };
  };
  const bendsOf = (edge: { from: string; to: string }): Point[] =>
    (graph.edge(edge.from, edge.to) as { points?: Point[] } | undefined)?.points ?? [];
  return {
    corners: new Map(statuses.map(({ status }) => [status, cornerOf(status)])),
    bends: new Map(edges.map((edge) => [arrowId(edge), bendsOf(edge)])),
  };
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** A smooth line through bends, as the path of an SVG: straight at its ends, rounded in between. */
export function pathThrough(bends: readonly Point[]): string {
  const [first, ...rest] = bends;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const curves = rest.slice(0, -1).map((bend, index) => {
    const end = middle(bend, rest[index + 1] ?? last);
    return `Q${bend.x},${bend.y} ${end.x},${end.y}`;
  });
  return [`M${first.x},${first.y}`, ...curves, `L${last.x},${last.y}`].join(' ');
}
