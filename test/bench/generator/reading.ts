import { canonicalJson, digestOf } from '#kernel';
import { foldForSearch } from '../../../libs/dossiers/src/domain/search-text.js';
import { copyValue } from './copy-in.js';
import { type DossierTable } from './dossier-tables.js';
import { HEAVY } from './heavy.js';
import { joined, type Parts, Places } from './parts.js';
import { type Particulars, type Row, type Template } from './template.js';

/** Columns whose words stay as they are: the salted digest of a payload speaks of every byte. */
const KEPT = new Set(['audit_payload.payload', 'audit_payload.salt']);
const SHIFTED = new Set(['audit_entry.facts']);
const isDay = ({ type }: { type: string }): boolean => type === 'date' || type.startsWith('timestamp');

/** Takes one dossier apart; the order matters: what is replaced is known before any text is split. */
export class Reading {
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
    const shared = this.shared([named.name, named.foldedName], contents);
    const takes = this.takes(shared);
    const taken = [...shared].map((place) => ({ place, from: place }));
    const lines = this.linesBy((table, row) => this.line(table, row));
    const leanLines = {
      whole: this.linesBy((table, row) => (takes.has(row) ? [] : this.line(table, row))),
      light: this.linesBy((table, row) => this.lightLine(table, row, takes.get(row) ?? [], taken)),
    };
    const places = {
      count: this.places.size,
      ids,
      days: [...this.days],
      digests: digests.map((digest) => ({ ...digest, shared: shared.has(digest.place) })),
      taken,
      letters: this.letters,
      ...named,
    };
    return { status, entries: entries.length, rows: lines.flat().length, lines, leanLines, places };
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

  /** Places of what is the same in each copy of the same name: the names, and digests of contents that hold only these. */
  private shared(
    names: readonly number[],
    contents: readonly { place: number; value: unknown }[],
  ): ReadonlySet<number> {
    const shared = new Set(names);
    for (const { place, value } of contents)
      if (holdsOnly(this.places.split(canonicalJson(value)), shared)) shared.add(place);
    return shared;
  }

  /** Rows that take cells from a donor, with the columns of these. */
  private takes(shared: ReadonlySet<number>): ReadonlyMap<Row, readonly string[]> {
    const all = Object.entries(HEAVY).flatMap(([table, { columns }]) =>
      (this.rows.get(table) ?? []).map((row): [Row, string[]] => [
        row,
        columns.filter((column) => row[column] && holdsOnly(this.places.split(row[column]), shared)),
      ]),
    );
    return new Map(all.filter(([, columns]) => columns.length > 0));
  }

  /** The line without the cells that are taken, and with what names the row that has them; no line when none is. */
  private lightLine(
    table: DossierTable,
    row: Row,
    empty: readonly string[],
    taken: { place: number; from: number }[],
  ): Parts {
    if (empty.length === 0) return [];
    const place = this.places.fresh();
    taken.push({ place, from: this.places.of(row[HEAVY[table.name]?.by ?? ''] ?? '') });
    return this.line(table, row, { empty, ending: ['\t', place, '\n'] });
  }

  private linesBy(lineOf: (table: DossierTable, row: Row) => Parts): Parts[][] {
    return this.tables.map((table) =>
      (this.rows.get(table.name) ?? []).map((row) => lineOf(table, row)).filter((line) => line.length > 0),
    );
  }

  private line(
    table: DossierTable,
    row: Row,
    { empty, ending }: { empty: readonly string[]; ending: Parts } = { empty: [], ending: ['\n'] },
  ): Parts {
    const letter = table.name === 'letter' && row['number'] !== null ? this.letterPlaces(row) : null;
    const cells = table.columns.map((column): Parts => {
      const value = empty.includes(column.name) ? null : (row[column.name] ?? null);
      const path = `${table.name}.${column.name}`;
      if (letter && (column.name === 'number' || column.name === 'year')) return [letter[column.name]];
      if (value === null || KEPT.has(path)) return [copyValue(value)];
      return this.places.split(copyValue(value), isDay(column) || SHIFTED.has(path) ? this.days : null);
    });
    return joined([...cells.flatMap((cell, index) => (index === 0 ? cell : ['\t', ...cell])), ...ending]);
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

const holdsOnly = (parts: Parts, places: ReadonlySet<number>): boolean =>
  parts.every((part) => typeof part === 'string' || places.has(part));
