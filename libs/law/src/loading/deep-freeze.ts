/** Freezes a JSON value through all its levels and returns it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const child of Object.values(value) as unknown[]) deepFreeze(child);
  return Object.freeze(value);
}
