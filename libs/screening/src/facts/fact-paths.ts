import { type TechnologyFacts } from '#contracts';
import { FACT_FIELDS } from './fact-schema.js';

const ITEM_PATH = /^(lines|equipment)\[([^\]]+)\](.*)$/;
type ItemKind = 'lines' | 'equipment';
/** The ids of the lines and machines, in their order. */
export type IdsOfItems = Record<ItemKind, readonly (string | undefined)[]>;

export const idsOfItems = (facts: TechnologyFacts): IdsOfItems => ({
  lines: (facts.lines ?? []).map((line) => line.id),
  equipment: (facts.equipment ?? []).map((machine) => machine.id),
});

/**
 * Turns an index path into an id path: `lines[0].standards` becomes `lines[line-1].standards`.
 * A path that already names an id, or an index that does not exist, comes back as it is.
 */
export function resolvePath(path: string, ids: IdsOfItems): string {
  const match = ITEM_PATH.exec(path);
  if (!match) return path;
  const [, kind, key = '', rest = ''] = match;
  const found = /^\d+$/.test(key) ? ids[kind as ItemKind][Number(key)] : undefined;
  return found === undefined ? path : `${kind}[${found}]${rest}`;
}

/** Resolves the index paths in `evidence[].covers` and in the keys of `sources`; needs ids on every item. */
export function resolveFactPaths(facts: TechnologyFacts): TechnologyFacts {
  const ids = idsOfItems(facts);
  const evidence = facts.evidence?.map((paper) => ({
    ...paper,
    covers: [...new Set(paper.covers.map((path) => resolvePath(path, ids)))].sort(),
  }));
  const sources =
    facts.sources &&
    Object.fromEntries(
      Object.entries(facts.sources).map(([path, source]) => [resolvePath(path, ids), source]),
    );
  return { ...facts, ...(evidence && { evidence }), ...(sources && { sources }) };
}

const itemPaths = (kind: ItemKind, items: readonly { id?: string }[]): string[] =>
  items.flatMap((item) =>
    Object.keys(item)
      .filter((field) => field !== 'id')
      .map((field) => `${kind}[${item.id}].${field}`),
  );

/** The paths of all facts that are given (not of those that are unknown), sorted; the facts must be normalised. */
export function factPathsOf(facts: TechnologyFacts): string[] {
  const project = Object.keys(facts.project ?? {}).map((field) => `project.${field}`);
  return [
    ...project,
    ...itemPaths('lines', facts.lines ?? []),
    ...itemPaths('equipment', facts.equipment ?? []),
  ].sort();
}

/** Tells whether a path names a fact that these facts could hold: an existing item (by id or index), a known field. */
export function namesAFact(path: string, ids: IdsOfItems): boolean {
  const projectField = /^project\.(\w+)$/.exec(path)?.[1];
  if (projectField) return FACT_FIELDS.project.includes(projectField);
  const [, kind, id, rest = ''] = ITEM_PATH.exec(resolvePath(path, ids)) ?? [];
  if (kind !== 'lines' && kind !== 'equipment') return false;
  return ids[kind].includes(id) && rest.startsWith('.') && FACT_FIELDS[kind].includes(rest.slice(1));
}
