import { type LetterData, type LetterKind, type LetterStatus, type LetterValidity } from '#contracts';
import { type Tx } from '#database';
import { type CivilDate, Refusal } from '#kernel';
import { parseNumber, printedNumber } from './domain/letter-register.js';

/** A letter as it stands in the register. What only an issued letter has is null before. */
export interface Letter {
  id: string;
  dossierId: string;
  authorityId: string;
  kind: LetterKind;
  register: string;
  round: number;
  status: LetterStatus;
  validity: LetterValidity | null;
  /** As printed: `05/SKHCN-QLCN`. */
  number: string | null;
  issuedOn: CivilDate | null;
  issuedBy: string | null;
  signedName: string | null;
  signedTitle: string | null;
  sha256: string | null;
  storageKey: string | null;
  size: number | null;
  replaces: string | null;
  templateVersion: string;
  revision: number;
  createdAt: Date;
  updatedAt: Date;
}
type Row = Omit<Letter, 'number'> & { number: number | null; symbol: string | null };

const COLUMNS = `id, dossier_id AS "dossierId", authority_id AS "authorityId", kind, register, round, status, validity, number, symbol,
  issued_on::text AS "issuedOn", issued_by AS "issuedBy", signed_name AS "signedName", signed_title AS "signedTitle", sha256,
  storage_key AS "storageKey", size::float8 AS size, replaces, template_version AS "templateVersion", revision,
  created_at AS "createdAt", updated_at AS "updatedAt"`;

function letterOf({ symbol, number, ...row }: Row): Letter {
  return { ...row, number: number === null || symbol === null ? null : printedNumber(number, symbol) };
}

/** One letter. @throws Refusal `not_found` */
export async function letterById(tx: Tx, letterId: string): Promise<Letter> {
  const row = await tx.one<Row>(`SELECT ${COLUMNS} FROM letter WHERE id = $1`, [letterId]);
  if (!row) throw new Refusal('not_found');
  return letterOf(row);
}

/** One letter, locked until the transaction ends. @throws Refusal `not_found` */
export async function lockedLetter(tx: Tx, letterId: string): Promise<Letter> {
  const row = await tx.one<Row>(`SELECT ${COLUMNS} FROM letter WHERE id = $1 FOR UPDATE`, [letterId]);
  if (!row) throw new Refusal('not_found');
  return letterOf(row);
}

/** The letters of a dossier, oldest first; discarded drafts are left out. */
export async function lettersOf(tx: Tx, dossierId: string): Promise<Letter[]> {
  const rows = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM letter WHERE dossier_id = $1 AND status <> 'void' ORDER BY created_at, id`,
    [dossierId],
  );
  return rows.map(letterOf);
}

/** The last day that a letter of the same register carries in a year; null when none was issued in it. */
export async function lastIssuedOn(
  tx: Tx,
  { authorityId, register }: Pick<Letter, 'authorityId' | 'register'>,
  year: number,
): Promise<CivilDate | null> {
  const row = await tx.one<{ on: CivilDate | null }>(
    `SELECT max(issued_on)::text AS "on" FROM letter WHERE authority_id = $1 AND register = $2 AND year = $3 AND status = 'issued'`,
    [authorityId, register, year],
  );
  return row?.on ?? null;
}

/** What the letter is filled with: the draft's data, or what was printed. Never holds a secret. */
export async function letterData(tx: Tx, letterId: string): Promise<LetterData> {
  const row = await tx.one<{ data: LetterData }>('SELECT draft_data AS data FROM letter WHERE id = $1', [
    letterId,
  ]);
  if (!row) throw new Refusal('not_found');
  return row.data;
}

/**
 * An issued letter by its printed number (`05/SKHCN-QLCN`), in a year or, when none is given, in the newest year that has
 * the number. @throws Refusal `not_found`, also for what is no number
 */
export async function letterByNumber(
  tx: Tx,
  authorityId: string,
  printed: string,
  year: number | null = null,
): Promise<Letter> {
  const parsed = parseNumber(printed);
  if (!parsed) throw new Refusal('not_found');
  const row = await tx.one<Row>(
    `SELECT ${COLUMNS} FROM letter WHERE authority_id = $1 AND number = $2 AND upper(symbol) = $3 AND ($4::int IS NULL OR year = $4)
      ORDER BY year DESC LIMIT 1`,
    [authorityId, parsed.number, parsed.symbol, year],
  );
  if (!row) throw new Refusal('not_found');
  return letterOf(row);
}
