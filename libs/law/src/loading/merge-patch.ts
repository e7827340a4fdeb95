type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * JSON Merge Patch (RFC 7396). In: any JSON value and the patch. Out: a new value; neither argument is changed. Members
 * of the patch take the place of those of the target, objects are merged level by level, lists are replaced whole, and
 * `null` takes a member away.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return structuredClone(patch);
  const merged = new Map(isObject(target) ? Object.entries(structuredClone(target)) : []);
  for (const [name, value] of Object.entries(patch))
    if (value === null) merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), value));
  return Object.fromEntries(merged);
}
