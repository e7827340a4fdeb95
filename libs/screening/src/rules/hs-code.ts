import { type Row } from './decision-engine.js';

/** Chapter, heading and subheading of an HS code of 4, 6 or 8 digits; `unknown` where it does not reach. */
export function hsRow(hsCode: string | undefined): Row {
  const digits = (hsCode ?? '').replace(/[.\s]/g, '');
  const part = (length: number) => (digits.length >= length ? digits.slice(0, length) : 'unknown');
  return { chapter: part(2), heading: part(4), subheading: part(6) };
}
