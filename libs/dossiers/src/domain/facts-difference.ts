import { canonicalJson } from '#kernel';

/** One changed fact: JSON path with stable ids, value before and after (`undefined` = absent). */
export interface FactChange {
  path: string;
  before?: unknown;
  after?: unknown;
}

type Json = unknown;
const isRecord = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasId = (value: Json): value is { id: string } => isRecord(value) && typeof value['id'] === 'string';

/**
 * Difference of two versions of facts. Items with ids are compared by id, so moving one changes nothing;
 * other lists are compared whole.
 */
export function factsDifference(before: Json, after: Json, path = ''): FactChange[] {
  if (sameJson(before, after)) return [];
  if (isRecord(before) && isRecord(after)) return recordDifference(before, after, path);
  if (isIdList(before) && isIdList(after)) return recordDifference(byId(before), byId(after), path, true);
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

function recordDifference(
  before: Record<string, Json>,
  after: Record<string, Json>,
  path: string,
  ids = false,
): FactChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => factsDifference(before[key], after[key], joined(path, key, ids)));
}

const joined = (path: string, key: string, id: boolean) =>
  id ? `${path}[${key}]` : path ? `${path}.${key}` : key;
const sameJson = (a: Json, b: Json) =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
const isIdList = (value: Json): value is { id: string }[] =>
  Array.isArray(value) && value.length > 0 && value.every(hasId);
const byId = (items: { id: string }[]): Record<string, Json> =>
  Object.fromEntries(items.map((item) => [item.id, item]));
