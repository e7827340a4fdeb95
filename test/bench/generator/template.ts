import { type Client } from 'pg';
import { type DossierTable } from './dossier-tables.js';
import { type Parts } from './parts.js';
import { Reading } from './reading.js';

/** A played dossier, taken apart at everything that another one like it would have of its own. */
export interface Template {
  status: string;
  entries: number;
  rows: number;
  /** Lines of each table in the order of the tables. */
  lines: Parts[][];
  /** The same for a copy that takes after a donor: lines with everything of their own, and lines that leave cells empty. */
  leanLines: { whole: Parts[][]; light: Parts[][] };
  places: {
    count: number;
    /** Ids of its rows. */
    ids: number[];
    /** Civil dates by what they are in the template. */
    days: [day: string, place: number][];
    /** Digests of what they stand for, in the order in which they can be computed: contents, then entries; shared by copies of one name. */
    digests: { place: number; of: Parts; shared: boolean }[];
    /** What a copy that takes after a donor has from it: digests of the same contents, and the rows that it names. */
    taken: { place: number; from: number }[];
    letters: { number: number; year: number; register: string; issuedOn: string }[];
    name: number;
    foldedName: number;
    fileCode: { place: number; lowerCase: number; on: string } | null;
    investor: { id: number; name: number };
    /** The person of the investor who opened it, where one did. */
    person: number | null;
    leadAppraiser: number | null;
  };
}
/** A row as texts. */
export type Row = Record<string, string | null>;

/**
 * Reads one dossier with all of its rows and takes it apart; null where a council has sat: its guards let nobody write a
 * vote after the session.
 */
export async function templateOf(
  client: Client,
  tables: readonly DossierTable[],
  id: string,
): Promise<Template | null> {
  const rows = await rowsOf(client, tables, id);
  if ((rows.get('council_session') ?? []).length > 0) return null;
  return new Reading(tables, rows, await particularsOf(client, id)).template();
}

async function rowsOf(
  client: Client,
  tables: readonly DossierTable[],
  id: string,
): Promise<Map<string, Row[]>> {
  const found = new Map<string, Row[]>();
  for (const { name, columns, key, owner } of tables) {
    const owners = owner === 'dossier' ? [id] : (found.get(owner) ?? []).flatMap((row) => row['id'] ?? []);
    const list = columns.map((column) => `"${column.name}"::text AS "${column.name}"`).join(', ');
    const order = name === 'audit_entry' ? 'seq' : 'ctid';
    const { rows } = await client.query<Row>(
      `SELECT ${list} FROM "${name}" t WHERE "${key}" = ANY ($1::uuid[]) ORDER BY t.${order}`,
      [owners],
    );
    found.set(name, rows);
  }
  return found;
}

/** What a dossier is known by. */
export interface Particulars {
  name: string;
  file_code: string | null;
  accepted_on: string | null;
  status: string;
  investor_id: string;
  investor_name: string;
  person: string | null;
  lead: string | null;
}
async function particularsOf(client: Client, id: string): Promise<Particulars> {
  const { rows } = await client.query<Particulars>(
    `SELECT d.project_name AS name, d.file_code, d.accepted_on::text, d.status, o.id AS investor_id, o.name AS investor_name, d.lead_appraiser_id AS lead,
            (SELECT u.id FROM app_user u WHERE u.id = d.created_by AND u.organisation_id = o.id) AS person
       FROM dossier d JOIN organisation o ON o.id = d.investor_org_id WHERE d.id = $1`,
    [id],
  );
  const [found] = rows;
  if (!found) throw new Error(`dossier ${id} has no investor`);
  return found;
}
