import { type Client } from 'pg';
import { canonicalJson, digestOf } from '#kernel';
import { foldForSearch } from '../../../libs/dossiers/src/domain/search-text.js';
import { copyValue } from './copy-in.js';
import { type DossierTable } from './dossier-tables.js';
import { joined, type Parts, Places } from './parts.js';

/** A played dossier, taken apart at everything that another one like it would have of its own. */
export interface Template {
  status: string;
  entries: number;
  /** Lines of each table in the order of the tables. */
  lines: Parts[][];
  /**
   * The same of tables with heavy columns, without these and with the dossier from which they can be taken as they lie in
   * the database; null where they speak of more than names.
   */
  lightLines: Parts[][] | null;
  places: {
    count: number;
    /** Ids of its rows. */
    ids: number[];
    /** Civil dates by what they are in the template. */
    days: [day: string, place: number][];
    /** Digests of what they stand for, in the order in which they can be computed: contents, then entries. */
    digests: { place: number; of: Parts }[];
    letters: { number: number; year: number; register: string; issuedOn: string }[];
    name: number;
    foldedName: number;
    /** Dossier that has the same heavy columns. */
    donor: number;
    fileCode: { place: number; lowerCase: number; on: string } | null;
    investor: { id: number; name: number };
    /** The person of the investor who opened it, where one did. */
    person: number | null;
    leadAppraiser: number | null;
  };
}
type Row = Record<string, string | null>;

/** JSON of many kilobytes: parsing and packing it is most of the work of a copy. */
export const HEAVY: Record<string, readonly string[]> = {
  facts_version: ['facts', 'changes'],
  screening: ['result', 'confirmations'],
};

/** Columns whose words stay as they are: the salted digest of a payload speaks of every byte. */
const KEPT = new Set(['audit_payload.payload', 'audit_payload.salt']);
const SHIFTED = new Set(['audit_entry.facts']);
const isDay = ({ type }: { type: string }): boolean => type === 'date' || type.startsWith('timestamp');

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

interface Particulars {
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

/** Takes one dossier apart; the order matters: what is replaced is known before any text is split. */
class Reading {
  private readonly places = new Places();
  private readonly days = new Map<string, number>();
  private readonly letters: Template['places']['letters'] = [];
  private readonly letterOf = new Map<Row, { number: number; year: number }>();

  constructor(
    private readonly tables: readonly DossierTable[],
    private readonly rows: Map<string, Row[]>,
    private readonly particulars: Particulars,
  ) {}

  template(): Template {
    const { name, file_code: code, accepted_on: on, status, person, lead } = this.particulars;
    const ids = this.ownIds();
    const named = {
      donor: this.places.fresh(),
      name: this.places.of(name),
      foldedName: this.places.of(foldForSearch(name)),
      fileCode:
        code === null
          ? null
          : { place: this.places.of(code), lowerCase: this.places.of(code.toLowerCase()), on: on ?? '' },
      investor: {
        id: this.places.of(this.particulars.investor_id),
        name: this.places.of(this.particulars.investor_name),
      },
      person: person === null ? null : this.places.of(person),
      leadAppraiser: lead === null ? null : this.places.of(lead),
    };
    const contents = this.digestsOfContents();
    const entries = this.rows.get('audit_entry') ?? [];
    const hashes = entries.map((row) => this.places.of(row['hash'] ?? ''));
    const digests = [
      ...contents.map(({ place, value }) => ({ place, of: this.places.split(canonicalJson(value)) })),
      ...entries.map((row, index) => ({ place: hashes[index] ?? 0, of: this.entryParts(row) })),
    ];
    const lines = this.linesBy((table) => table.columns.map(({ name: column }) => column));
    const lightLines = this.isShareable(named, contents)
      ? this.linesBy(({ name: table, columns }) =>
          columns.map(({ name: column }) => column).filter((column) => !HEAVY[table]?.includes(column)),
        ).map((all, at) =>
          HEAVY[this.tables[at]?.name ?? ''] ? all.map((parts) => ending(parts, named.donor)) : [],
        )
      : null;
    const places = {
      count: this.places.size,
      ids,
      days: [...this.days],
      digests,
      letters: this.letters,
      ...named,
    };
    return { status, entries: entries.length, lines, lightLines, places };
  }

  private ownIds(): number[] {
    const own = this.tables.filter(({ hasId }) => hasId).flatMap(({ name }) => this.rows.get(name) ?? []);
    return [...new Set(own.map((row) => this.places.of(row['id'] ?? '')))];
  }

  /** JSON columns whose digest is written somewhere: facts, results of screenings, drafts of letters, opinions. */
  private digestsOfContents(): { place: number; value: unknown }[] {
    const all = JSON.stringify([...this.rows.values()]);
    const seen = new Set<string>();
    return this.tables.flatMap(({ name, columns }) =>
      (this.rows.get(name) ?? []).flatMap((row) =>
        columns
          .filter(
            (column) => column.type === 'jsonb' && row[column.name] && !KEPT.has(`${name}.${column.name}`),
          )
          .flatMap((column) => {
            const value: unknown = JSON.parse(row[column.name] ?? 'null');
            const digest = digestOf(value);
            if (seen.has(digest) || !all.includes(digest)) return [];
            seen.add(digest);
            return [{ place: this.places.of(digest), value }];
          }),
      ),
    );
  }

  private entryParts(row: Row): Parts {
    const content = {
      chainId: row['chain_id'],
      seq: Number(row['seq']),
      at: `${(row['at'] ?? '').slice(0, 19).replace(' ', 'T')}.${(/\.(\d+)/.exec(row['at'] ?? '')?.[1] ?? '').padEnd(3, '0')}Z`,
      actorId: row['actor_id'],
      actorRole: row['actor_role'],
      action: row['action'],
      subject: { kind: row['subject_kind'], id: row['subject_id'] },
      outcome: row['outcome'],
      facts: JSON.parse(row['facts'] ?? '{}') as unknown,
      payloadHash: row['payload_hash'],
      prevHash: row['prev_hash'],
    };
    if (digestOf(content) !== row['hash']) throw new Error('an entry of a played dossier has another hash');
    return this.places.split(canonicalJson(content), this.days);
  }

  /** Whether heavy columns hold nothing of their own but the name of the project and digests of such contents. */
  private isShareable(
    named: { name: number; foldedName: number },
    contents: { place: number; value: unknown }[],
  ): boolean {
    const allowed = new Set([named.name, named.foldedName]);
    const isAllowed = (parts: Parts) => parts.every((part) => typeof part === 'string' || allowed.has(part));
    for (const { place, value } of contents)
      if (isAllowed(this.places.split(canonicalJson(value)))) allowed.add(place);
    return Object.entries(HEAVY).every(([table, columns]) =>
      (this.rows.get(table) ?? []).every((row) =>
        columns.every((column) => isAllowed(this.places.split(row[column] ?? ''))),
      ),
    );
  }

  private linesBy(columnsOf: (table: DossierTable) => string[]): Parts[][] {
    return this.tables.map((table) => {
      const names = new Set(columnsOf(table));
      const columns = table.columns.filter(({ name }) => names.has(name));
      return (this.rows.get(table.name) ?? []).map((row) => this.line({ ...table, columns }, row));
    });
  }

  private line(table: DossierTable, row: Row): Parts {
    const letter = table.name === 'letter' && row['number'] !== null ? this.letterPlaces(row) : null;
    const cells = table.columns.map((column): Parts => {
      const value = row[column.name] ?? null;
      const path = `${table.name}.${column.name}`;
      if (letter && (column.name === 'number' || column.name === 'year')) return [letter[column.name]];
      if (value === null || KEPT.has(path)) return [copyValue(value)];
      return this.places.split(copyValue(value), isDay(column) || SHIFTED.has(path) ? this.days : null);
    });
    return joined([...cells.flatMap((cell, index) => (index === 0 ? cell : ['\t', ...cell])), '\n']);
  }

  private letterPlaces(row: Row) {
    const known = this.letterOf.get(row);
    if (known) return known;
    const letter = { number: this.places.fresh(), year: this.places.fresh() };
    this.letterOf.set(row, letter);
    this.letters.push({ ...letter, register: row['register'] ?? '', issuedOn: row['issued_on'] ?? '' });
    return letter;
  }
}

/** The line with one more cell. */
const ending = (parts: Parts, place: number): Parts => {
  const last = parts.at(-1);
  return typeof last === 'string' ? [...parts.slice(0, -1), last.replace(/\n$/, '\t'), place, '\n'] : parts;
};
