import { type Row } from './decision-engine.js';

const digitsOf = (hsCode: string | undefined): string => (hsCode ?? '').replace(/[.\s]/g, '');

/** HS chapters 84 and 85; a code that is not stated may be one of them. */
export const mayBeMachinery = (hsCode: string | undefined): boolean =>
  hsCode === undefined || /^8[45]/.test(digitsOf(hsCode));

/** Chapter, heading and subheading of an HS code of 4, 6 or 8 digits; `unknown` where it does not reach. */
export function hsRow(hsCode: string | undefined): Row {
  const digits = digitsOf(hsCode);
  const part = (length: number) => (digits.length >= length ? digits.slice(0, length) : 'unknown');
  return { chapter: part(2), heading: part(4), subheading: part(6) };
}
