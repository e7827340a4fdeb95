import { graphlib, layout } from '@dagrejs/dagre';
import { type DrawnEdge, type Drawing } from './way.js';

export const NODE = { width: 190, height: 64 };
/** Width of a letter and height of a line of the words of an arrow. */
const LETTER = 7;
const LINE = 18;

interface Point {
  x: number;
  y: number;
}
interface Placed extends Point {
  points: Point[];
}
/** Where everything of the picture stands, in pixels: statuses by their upper left corners, arrows by their bends. */
export interface Layout {
  corners: Map<string, Point>;
  bends: Map<string, Point[]>;
  /** Where there is room for the words of an arrow: its middle. */
  words: Map<string, Point>;
}
export const arrowId = ({ from, to }: { from: string; to: string }): string => `${from}-${to}`;

/** The bends of an arrow that leads back to where it begins, out of the right side of a status to its words and back. */
function loopAt(corner: Point, words: number): Point[] {
  const [side, middle] = [corner.x + NODE.width, corner.y + NODE.height / 2];
  const [above, below] = [middle - LINE, middle + LINE];
  return [
    { x: side, y: above },
    { x: words, y: above },
    { x: words, y: below },
    { x: side, y: below },
  ];
}

/** Lays a picture out from above to below; an arrow goes around the statuses between its ends. */
export function layoutOf({ statuses, edges }: Drawing, wordsOf: (edge: DrawnEdge) => string): Layout {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 36, edgesep: 18, ranksep: 44, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { status } of statuses) graph.setNode(status, { ...NODE });
  for (const edge of edges)
    graph.setEdge(edge.from, edge.to, {
      ...{ width: wordsOf(edge).length * LETTER, height: LINE, labelpos: 'c' },
    });
  layout(graph);
  const cornerOf = (status: string): Point => {
    const { x = 0, y = 0 } = graph.node(status) as Partial<Point>;
    return { x: x - NODE.width / 2, y: y - NODE.height / 2 };
  };
  const placed = edges.map((edge) => {
    const { points = [], x = 0, y = 0 } = graph.edge(edge.from, edge.to) as Partial<Placed>;
    const isLoop = edge.from === edge.to;
    return { id: arrowId(edge), points: isLoop ? loopAt(cornerOf(edge.from), x) : points, at: { x, y } };
  });
  return {
    corners: new Map(statuses.map(({ status }) => [status, cornerOf(status)])),
    bends: new Map(placed.map(({ id, points }) => [id, points])),
    words: new Map(placed.map(({ id, at }) => [id, at])),
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
