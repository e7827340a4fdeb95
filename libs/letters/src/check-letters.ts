import { COUNCIL_LETTER_KINDS, type LetterKind, type LetterStanding, type LetterValidity } from '#contracts';
import { type Tx } from '#database';
import { type CivilDate } from '#kernel';
import { parseNumber, printedNumber } from './domain/letter-register.js';

/** What anybody may know of an issued letter: nothing of whom or what it is about. */
export interface CheckedLetter {
  /** As printed: `05/SKHCN-QLCN`. */
  number: string;
  issuedOn: CivilDate;
  kind: LetterKind;
  /** Names of the issuing authority as the letter prints them. */
  issuer: { governingBody: string; body: string };
  /** Of the issued PDF. */
  sha256: string;
  standing: LetterStanding;
  /** The letter that took its place, where one did. */
  replacedBy: { number: string; issuedOn: CivilDate } | null;
  /** Issued while the installation was a demonstration: without legal effect. */
  demonstration: boolean;
}
interface Row extends Omit<CheckedLetter, 'number' | 'standing' | 'replacedBy'> {
  number: number;
  symbol: string;
  validity: LetterValidity;
  nextNumber: number | null;
  nextSymbol: string | null;
  nextOn: CivilDate | null;
}

const SELECT = `SELECT l.number, l.symbol, l.issued_on AS "issuedOn", l.kind, l.sha256, l.validity,
  json_build_object('governingBody', l.draft_data -> 'issuer' ->> 'governingBody', 'body', l.draft_data -> 'issuer' ->> 'body') AS issuer,
  coalesce(l.draft_data ->> 'mode' = 'demonstration', false) AS demonstration,
  next.number AS "nextNumber", next.symbol AS "nextSymbol", next.issued_on AS "nextOn"
  FROM letter l LEFT JOIN letter next ON next.replaces = l.id AND next.status = 'issued'
 WHERE l.status = 'issued'`;
/** One number of every year of a lifetime, and no more. */
const MOST_LETTERS = 50;

const standingOf = (validity: LetterValidity): LetterStanding =>
  validity === 'confirmed' ? 'valid' : validity;

function checkedOf(row: Row): CheckedLetter {
  const { number, symbol, validity, nextNumber, nextSymbol, nextOn, ...told } = row;
  const isReplaced = nextNumber !== null && nextSymbol !== null && nextOn !== null;
  return {
    ...told,
    number: printedNumber(number, symbol),
    standing: standingOf(validity),
    replacedBy: isReplaced ? { number: printedNumber(nextNumber, nextSymbol), issuedOn: nextOn } : null,
  };
}

/**
 * The issued letters with a printed number (`05/SKHCN-QLCN`), newest first: numbers begin again each year. `issuedOn`
 * leaves those of that day. Papers of councils stay in the house: a number that anybody can count up tells nothing of them.
 */
export async function checkLettersByNumber(
  tx: Tx,
  printed: string,
  issuedOn: CivilDate | null,
): Promise<CheckedLetter[]> {
  const parsed = parseNumber(printed);
  if (!parsed) return [];
  const rows = await tx.query<Row>(
    `${SELECT} AND l.number = $1 AND upper(l.symbol) = $2 AND ($3::date IS NULL OR l.issued_on = $3::date)
       AND NOT l.kind = ANY ($4) ORDER BY l.issued_on DESC, l.id LIMIT ${MOST_LETTERS}`,
    [parsed.number, parsed.symbol, issuedOn, [...COUNCIL_LETTER_KINDS]],
  );
  return rows.map(checkedOf);
}

/** The letters that were issued with exactly these bytes, of any kind: whoever can name their hash holds them. */
export async function checkLettersByHash(tx: Tx, sha256: string): Promise<CheckedLetter[]> {
  const rows = await tx.query<Row>(
    `${SELECT} AND l.sha256 = $1 ORDER BY l.issued_on DESC, l.id LIMIT ${MOST_LETTERS}`,
    [sha256.toLowerCase()],
  );
  return rows.map(checkedOf);
}
