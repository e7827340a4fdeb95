import { type LetterIssuer, type LetterKind } from '#contracts';

/** Register of each kind. Kinds that print the same symbol share one, or one number would stand on two papers. */
const REGISTERS = {
  receipt: { register: 'receipt', type: 'GTN' },
  supplement_request: { register: 'supplement_request', type: 'PYC' },
  return_notice: { register: 'return_notice', type: 'PTC' },
  discontinuance: { register: 'notice', type: 'TB' },
  intended_refusal: { register: 'notice', type: 'TB' },
  recall_notice: { register: 'notice', type: 'TB' },
  clarification_request: { register: 'official_letter', type: null },
  decision: { register: 'official_letter', type: null },
  holding_reply: { register: 'official_letter', type: null },
  council_decision: { register: 'order', type: 'QĐ' },
  council_minutes: { register: 'minutes', type: 'BB' },
  consultation_request: { register: 'official_letter', type: null },
  determination: { register: 'official_letter', type: null },
} as const satisfies Record<LetterKind, { register: string; type: string | null }>;

/** The register in which letters of a kind are numbered. */
export const registerOf = (kind: LetterKind): string => REGISTERS[kind].register;

/** The symbol after the number: `TB-SKHCN` for a titled paper, `SKHCN-QLCN` for an official letter (NĐ 30/2020, Annex I). */
export function symbolOf(kind: LetterKind, issuer: Pick<LetterIssuer, 'bodyCode' | 'unitCode'>): string {
  const { type } = REGISTERS[kind];
  return type === null ? `${issuer.bodyCode}-${issuer.unitCode}` : `${type}-${issuer.bodyCode}`;
}

/** `05/SKHCN-QLCN`: numbers run from 01. */
export const printedNumber = (number: number, symbol: string): string =>
  `${String(number).padStart(2, '0')}/${symbol}`;

/** Reads a printed number; null when it is none. */
export function parseNumber(printed: string): { number: number; symbol: string } | null {
  const match = /^\s*0*([1-9]\d{0,6})\/(\S{1,40})\s*$/u.exec(printed);
  return match?.[1] && match[2] ? { number: Number(match[1]), symbol: match[2].toUpperCase() } : null;
}
