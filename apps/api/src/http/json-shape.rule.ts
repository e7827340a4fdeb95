/** A request fault before its text is chosen. */
export interface ShapeFault {
  pointer: string;
  code: 'control_characters' | 'too_deep' | 'too_many_values' | 'unknown_field';
}
const MAX_DEPTH = 16;
const MAX_VALUES = 60_000;
const MAX_FAULTS = 20;
// Tab, line feed and carriage return are text; the others (and lone surrogates) have no place in a request.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
const bad = (text: string) => CONTROL.test(text) || !text.isWellFormed();

/** One step of a JSON pointer (RFC 6901). */
export const pointerStep = (key: string | number): string =>
  `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/**
 * Names that every object has already: no field of ours is called so, and a list of known names that is kept in an object
 * seems to hold them.
 */
const isInherited = (key: string): boolean => key in Object.prototype;

/** Faults in the shape of a value from outside: control characters, depth, number of values, names that no field has. */
export function shapeFaults(value: unknown, pointer = ''): ShapeFault[] {
  const faults: ShapeFault[] = [];
  const open: { value: unknown; pointer: string; depth: number }[] = [{ value, pointer, depth: 0 }];
  let seen = 0;
  for (let item = open.pop(); item !== undefined && faults.length < MAX_FAULTS; item = open.pop()) {
    seen += 1;
    if (seen > MAX_VALUES) return [{ pointer, code: 'too_many_values' }];
    if (typeof item.value === 'string' && bad(item.value))
      faults.push({ pointer: item.pointer, code: 'control_characters' });
    if (typeof item.value !== 'object' || item.value === null) continue;
    if (item.depth >= MAX_DEPTH) return [{ pointer: item.pointer, code: 'too_deep' }];
    for (const [key, child] of Object.entries(item.value)) {
      if (bad(key)) faults.push({ pointer: item.pointer, code: 'control_characters' });
      if (isInherited(key)) faults.push({ pointer: item.pointer + pointerStep(key), code: 'unknown_field' });
      open.push({ value: child, pointer: item.pointer + pointerStep(key), depth: item.depth + 1 });
    }
  }
  return faults;
}
