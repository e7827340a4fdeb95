import { createHash } from 'node:crypto';
import { COUNCIL_LETTER_KINDS, type LetterKind, type LetterValidity } from '#contracts';
import { type Tx } from '#database';
import { visibleDossiersSql } from '#identity';
import { type CivilDate, hasRole, isCivilDate, Refusal } from '#kernel';
import { printedNumber } from '#letters';

/** A letter that left the house, as the register names it. */
export interface RegisteredLetter {
  letterId: string;
  dossierId: string;
  kind: LetterKind;
  /** As printed: `05/SKHCN-QLCN`. */
  number: string;
  issuedOn: CivilDate;
  validity: LetterValidity;
  addressees: string[];
  signedName: string;
  fileCode: string | null;
  projectName: string;
}
export interface LetterRegisterQuery {
  /** Number with or without its symbol, or the beginning of a file code; null: all. */
  q: string | null;
  kinds: readonly LetterKind[];
  validities: readonly LetterValidity[];
  /** First and last day of issue; null: open. */
  from: CivilDate | null;
  to: CivilDate | null;
  /** 1 to 100 for people, more for an export. */
  limit: number;
  cursor: string | null;
  /** Whether to count all that the conditions find. */
  count: boolean;
}
export interface LetterRegisterPage {
  items: RegisteredLetter[];
  nextCursor: string | null;
  total?: number;
}
type Row = Omit<RegisteredLetter, 'number' | 'addressees'> & {
  number: number;
  symbol: string;
  issuedAt: Date;
  addressees: string[] | null;
};

/**
 * Issued letters of every dossier that the actor may see, the newest first. @throws Refusal `cursor_mismatch`
 */
export async function listLetters(tx: Tx, query: LetterRegisterQuery): Promise<LetterRegisterPage> {
  const { sql, values } = conditionsOf(tx, query);
  const after = readCursor(query);
  const place = (offset: number) => `$${values.length + offset}`;
  const rows = await tx.query<Row>(
    `SELECT l.id AS "letterId", l.dossier_id AS "dossierId", l.kind, l.number, l.symbol, l.issued_on::text AS "issuedOn",
            l.issued_at AS "issuedAt", l.validity, l.draft_data->'addressees' AS addressees,
            l.signed_name AS "signedName", d.file_code AS "fileCode", d.project_name AS "projectName"
       FROM letter l JOIN dossier d ON d.id = l.dossier_id
      WHERE ${sql} AND (${place(1)}::date IS NULL
         OR (l.issued_on, l.issued_at, l.id) < (${place(1)}::date, ${place(2)}::timestamptz, ${place(3)}::uuid))
      ORDER BY l.issued_on DESC, l.issued_at DESC, l.id DESC LIMIT ${place(4)}`,
    [...values, after?.issuedOn ?? null, after?.issuedAt ?? null, after?.id ?? null, query.limit + 1],
  );
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  const page = { items: shown.map(registered), nextCursor: last ? writeCursor(query, last) : null };
  return query.count ? { ...page, total: await countOf(tx, sql, values) } : page;
}

async function countOf(tx: Tx, sql: string, values: unknown[]): Promise<number> {
  const counted = await tx.one<{ total: number }>(
    `SELECT count(*)::int AS total FROM letter l JOIN dossier d ON d.id = l.dossier_id WHERE ${sql}`,
    values,
  );
  return counted?.total ?? 0;
}

const registered = ({ number, symbol, issuedAt: _at, addressees, ...row }: Row): RegisteredLetter => ({
  ...row,
  number: printedNumber(number, symbol),
  addressees: addressees ?? [],
});

/** What is asked for, within what may be seen; papers of a council and questions to others are never an owner's. */
function conditionsOf(tx: Tx, { q, kinds, validities, from, to }: LetterRegisterQuery) {
  const parts = [`l.status = 'issued'`];
  const values: unknown[] = [];
  const place = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  if (kinds.length > 0) parts.push(`l.kind = ANY (${place([...kinds], 'text[]')})`);
  if (validities.length > 0) parts.push(`l.validity = ANY (${place([...validities], 'text[]')})`);
  if (from !== null) parts.push(`l.issued_on >= ${place(from, 'date')}`);
  if (to !== null) parts.push(`l.issued_on <= ${place(to, 'date')}`);
  if (q !== null) parts.push(wordsSql(q, place));
  if (tx.actor.organisationId !== null && hasRole(tx.actor, 'investor', 'requester')) {
    const own = place(tx.actor.organisationId, 'uuid');
    const inside = place([...COUNCIL_LETTER_KINDS, 'consultation_request'], 'text[]');
    parts.push(
      `NOT (l.kind = ANY (${inside}) AND ${own} IN (d.owner_org_id, coalesce(d.requester_org_id, d.owner_org_id)))`,
    );
  }
  const visible = visibleDossiersSql(tx, values.length, 'd');
  return { sql: [...parts, visible.sql].join(' AND '), values: [...values, ...visible.values] };
}

const NUMBER = /^\s*0*([1-9]\d{0,6})\s*(?:\/\s*(\S{0,40}))?\s*$/u;
const literal = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** `5`, `05/SKHCN` or `05/SKHCN-QLCN` is a number; whatever else is the beginning of a file code. */
function wordsSql(q: string, place: (value: unknown, type: string) => string): string {
  const [, number, symbol = ''] = NUMBER.exec(q) ?? [];
  if (number === undefined)
    return `upper(d.file_code) LIKE ${place(`${literal(q.trim().toUpperCase())}%`, 'text')}`;
  const isNumber = `l.number = ${place(Number(number), 'int')}`;
  return symbol === ''
    ? isNumber
    : `(${isNumber} AND upper(l.symbol) LIKE ${place(`${literal(symbol.toUpperCase())}%`, 'text')})`;
}

interface Cursor {
  issuedOn: CivilDate;
  issuedAt: string;
  id: string;
}
/** A list by its conditions, so that a cursor continues no other one. */
const listOf = ({ q, kinds, validities, from, to }: LetterRegisterQuery): string =>
  createHash('sha256')
    .update(JSON.stringify(['letters', q, [...kinds].sort(), [...validities].sort(), from, to]))
    .digest('base64url')
    .slice(0, 16);
const writeCursor = (query: LetterRegisterQuery, { issuedOn, issuedAt, letterId }: Row): string =>
  Buffer.from(JSON.stringify([listOf(query), issuedOn, issuedAt.toISOString(), letterId])).toString(
    'base64url',
  );

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
function readCursor(query: LetterRegisterQuery): Cursor | null {
  if (query.cursor === null) return null;
  const [list, issuedOn, issuedAt, id] = decoded(query.cursor);
  const isInstant =
    typeof issuedAt === 'string' && INSTANT.test(issuedAt) && !Number.isNaN(Date.parse(issuedAt));
  if (list !== listOf(query) || !isCivilDate(issuedOn) || !isInstant || typeof id !== 'string')
    throw new Refusal('cursor_mismatch');
  if (!UUID.test(id)) throw new Refusal('cursor_mismatch');
  return { issuedOn, issuedAt, id };
}

function decoded(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
