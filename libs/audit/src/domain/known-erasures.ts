import { isUuid } from './audit-entry.js';

/** A lawful erasure as it is written down outside of the database: which text, and on what basis. Nothing of the text. */
export interface KnownErasure {
  chainId: string;
  /** The entry whose payload was erased. */
  seq: number;
  basis: string;
}

/** One line of JSON, its names in order. */
export const erasureLine = ({ basis, chainId, seq }: KnownErasure): string =>
  JSON.stringify({ basis, chainId, seq });

/** The erasures of a text of lines, and how many lines hold none; empty lines are passed over. */
export function readKnownErasures(text: string): { known: KnownErasure[]; unreadable: number } {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const known = lines.map(erasureOf).filter((one) => one !== null);
  return { known, unreadable: lines.length - known.length };
}

function erasureOf(line: string): KnownErasure | null {
  try {
    const { basis, chainId, seq } = JSON.parse(line) as Record<string, unknown>;
    const isOne = typeof basis === 'string' && basis.trim() !== '' && typeof chainId === 'string';
    if (!isOne || !isUuid(chainId) || !Number.isSafeInteger(seq)) return null;
    return { basis, chainId, seq: Number(seq) };
  } catch {
    return null;
  }
}
