import { type ScreeningResult } from '#contracts';
import { canonicalJson } from '#kernel';
import { shellOf } from '../engine-version.js';
import { type ScreeningInput, screen } from '../screen.js';

/** A screening as it was stored. */
export type StoredScreening = ScreeningInput & { engineVersion: string };
export interface ReplayOutcome {
  same: boolean;
  /** JSON pointer of the first value that differs, in key order; `null` when nothing does. */
  firstDifference: string | null;
}

const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Pointer of the first difference between two JSON values, `null` when they are equal. */
export function firstDifference(a: unknown, b: unknown, at = ''): string | null {
  if (!isBranch(a) || !isBranch(b) || Array.isArray(a) !== Array.isArray(b))
    return Object.is(a, b) ? null : at;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const inOrder = Array.isArray(a) ? keys : keys.sort();
  for (const key of inOrder) {
    const found = firstDifference(a[key], b[key], `${at}/${escaped(key)}`);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Screens the stored inputs again by the shell that is stored with them and compares with the stored result, byte for byte in
 * canonical form. The engine's version is no part of the comparison: an upgrade must give the same findings.
 * @throws Refusal `screening_unavailable` when this code never had that shell.
 */
export async function replay(stored: StoredScreening, expected: ScreeningResult): Promise<ReplayOutcome> {
  const again = {
    ...(await screen(stored, shellOf(stored.engineVersion))),
    engineVersion: expected.engineVersion,
  };
  if (canonicalJson(again) === canonicalJson(expected)) return { same: true, firstDifference: null };
  return { same: false, firstDifference: firstDifference(expected, again) ?? '' };
}
