type Json = Record<string, unknown>;
interface Node extends Json {
  id: string;
  type: string;
  content: Json;
}
interface Edge extends Json {
  sourceId: string;
  targetId: string;
}
/** One table of a model, with the nodes and columns on which its answer rests: asked alone it answers the same. */
export interface TableSlice {
  /** Output groups that the table answers (`age`); of anything else in its answer nobody may take notice. */
  groups: readonly string[];
  /** Columns of a row that the table and its nodes mention, sorted; others cannot matter. */
  columns: readonly string[];
  /** A decision model of these nodes alone. */
  content: Json;
}

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const rootOf = (path: unknown): string => String(path).split('.', 1)[0] as string;

/** What a node writes into the row, by the first name of the path. */
function writtenBy({ type, content }: Node): string[] {
  const paths =
    type === 'expressionNode'
      ? objects(content['expressions']).map(({ key }) => key)
      : objects(content['outputs']).map(({ field }) => field);
  return [...new Set(paths.map(rootOf))];
}

const textOf = (cell: unknown): string => (typeof cell === 'string' ? cell : JSON.stringify(cell ?? ''));

/** Every text of a node that the engine evaluates, and the paths of its columns. */
function textsOf({ type, content }: Node): string[] {
  if (type === 'expressionNode')
    return objects(content['expressions']).flatMap(({ key, value }) => [String(key), String(value)]);
  const columns = [...objects(content['inputs']), ...objects(content['outputs'])];
  const cells = objects(content['rules']).flatMap((rule) =>
    columns.map(({ id }) => textOf(rule[String(id)])),
  );
  return [...columns.map(({ field }) => textOf(field)), ...cells];
}

/** Names in the texts: words within quotes too, for a name too many costs a column and one too few an answer. */
const mentionedBy = (node: Node): Set<string> =>
  new Set(textsOf(node).flatMap((text) => text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []));

/** `$` may mean the whole row, of which nobody can tell here what is read. */
const readsByName = (node: Node): boolean => !textsOf(node).some((text) => text.includes('$'));

const LOOPED = { inputField: 'rows', outputPath: 'rows', executionMode: 'loop', passThrough: true };
const goesOverRows = ({ type, content }: Node): boolean =>
  Object.entries(LOOPED).every(([name, value]) => content[name] === value) &&
  (type === 'expressionNode' || (type === 'decisionTableNode' && content['hitPolicy'] === 'first'));

/** The nodes from input to output when each has one successor; null where the model is no such chain. */
function chainOf(nodes: readonly Node[], edges: readonly Edge[]): Node[] | null {
  const chain: Node[] = [];
  let next = nodes.find(({ type }) => type === 'inputNode');
  while (next && !chain.includes(next)) {
    chain.push(next);
    const after = edges.filter(({ sourceId }) => sourceId === next?.id);
    next = after.length === 1 ? nodes.find(({ id }) => id === after[0]?.targetId) : undefined;
  }
  const isWhole = chain.length === nodes.length && edges.length === nodes.length - 1;
  return isWhole && chain.at(-1)?.type === 'outputNode' ? chain : null;
}

/** A table and, of the nodes before it, those that write what it or a node of the slice mentions. */
function needed(table: Node, before: readonly Node[]): Node[] {
  return before.reduceRight<Node[]>(
    (slice, node) => {
      const names = new Set(slice.flatMap((one) => [...mentionedBy(one), ...writtenBy(one)]));
      return writtenBy(node).some((name) => names.has(name)) ? [node, ...slice] : slice;
    },
    [table],
  );
}

const linked = (nodes: readonly Node[]): Edge[] =>
  nodes.slice(1).map(({ id }, index) => ({
    id: `edge-${index + 1}`,
    type: 'edge',
    sourceId: (nodes[index] as Node).id,
    targetId: id,
  }));

function sliceOf(table: Node, chain: readonly Node[], content: Json): TableSlice {
  const slice = needed(table, chain.slice(1, chain.indexOf(table)));
  const nodes = [chain[0] as Node, ...slice, chain.at(-1) as Node];
  const names = slice.flatMap((node) => [...mentionedBy(node), ...writtenBy(node)]);
  return {
    groups: writtenBy(table),
    columns: [...new Set(names)].sort(),
    content: { ...content, nodes, edges: linked(nodes) },
  };
}

const areApart = (tables: readonly Node[]): boolean => {
  const groups = tables.flatMap(writtenBy);
  return new Set(groups).size === groups.length;
};

/**
 * The tables of a model one by one, in their order, or null where they cannot be told apart for certain: the model must be
 * one chain of nodes that go over the rows and keep them, read columns by name, and no two tables may answer one group.
 */
export function tableSlices(content: object): TableSlice[] | null {
  if (!isJson(content)) return null;
  const chain = chainOf(objects(content['nodes']) as Node[], objects(content['edges']) as Edge[]);
  const inner = chain?.slice(1, -1) ?? [];
  const tables = inner.filter(({ type }) => type === 'decisionTableNode');
  const isSafe = inner.every((node) => goesOverRows(node) && readsByName(node)) && areApart(tables);
  return chain && tables.length > 0 && isSafe ? tables.map((table) => sliceOf(table, chain, content)) : null;
}
