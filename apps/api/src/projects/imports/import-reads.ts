import { Inject, Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '#database';
import { type Actor, Refusal } from '#kernel';
import {
  countRows,
  faultyRowsCsv,
  listImports,
  pageOfRows,
  ProjectImports,
  readImport,
  readOwnImport,
  readRow,
  sameFile,
  type StoredImportRow,
  visibleDuplicates,
} from '#projects';
import { type Language } from '../../http/language.js';
import {
  type ImportDto,
  type ImportPageDto,
  type ImportRowDto,
  type ImportRowPageDto,
} from './import-answers.dto.js';
import { importSummary, importView, rowView } from './import-view.js';
import { type ImportListQueryDto, type ImportRowsQueryDto } from './imports.dto.js';

/** What people read of imports. */
@Injectable()
export class ImportReads {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ProjectImports) private readonly imports: ProjectImports,
  ) {}

  /** @throws Refusal `not_found` */
  one(actor: Actor, id: string, language: Language): Promise<ImportDto> {
    return this.unitOfWork.read(actor, async (tx) => {
      const row = await readImport(tx, id);
      const around = {
        now: tx.at,
        sameFile: await sameFile(tx, row),
        own: row.uploadedBy === actor.id,
        language,
      };
      return importView(row, await countRows(tx, id), around);
    });
  }

  /** The newest first. @throws Refusal `cursor_mismatch` */
  list(actor: Actor, { limit, cursor }: ImportListQueryDto): Promise<ImportPageDto> {
    const after = cursor === undefined ? null : placeOf(cursor);
    return this.unitOfWork.read(actor, async (tx) => {
      const { items, next } = await listImports(tx, limit, after);
      return {
        items: items.map((row) => importSummary(row, tx.at)),
        nextCursor: next && Buffer.from(JSON.stringify([next.uploadedAt, next.id])).toString('base64url'),
      };
    });
  }

  /** Rows in the order of the file, for the uploader alone. @throws Refusal `not_found` */
  rows(actor: Actor, id: string, query: ImportRowsQueryDto, language: Language): Promise<ImportRowPageDto> {
    const { kind = null, outcome = null, after, limit } = query;
    return this.unitOfWork.read(actor, async (tx) => {
      await readOwnImport(tx, id);
      const rows = await pageOfRows(tx, id, { kind, outcome }, after, limit + 1);
      const items = rows.slice(0, limit);
      return {
        items: await shown(tx, items, language),
        nextAfter: rows.length > limit ? (items.at(-1)?.number ?? null) : null,
      };
    });
  }

  /** @throws Refusal `not_found` */
  row(actor: Actor, id: string, number: number, language: Language): Promise<ImportRowDto> {
    return this.unitOfWork.read(actor, async (tx) => {
      await readOwnImport(tx, id);
      const [row] = await shown(tx, [await readRow(tx, id, number)], language);
      if (!row) throw new Refusal('not_found');
      return row;
    });
  }

  /** The faulty rows as a file; that they left stands in the access log first. @throws Refusal `not_found` */
  faulty(actor: Actor, id: string, language: Language): Promise<string> {
    return this.unitOfWork.run(actor, async (tx) => {
      const list = await readOwnImport(tx, id);
      await this.imports.exported(tx, id);
      return faultyRowsCsv(tx, list, language);
    });
  }
}

async function shown(tx: Tx, rows: readonly StoredImportRow[], language: Language): Promise<ImportRowDto[]> {
  const visible = await visibleDuplicates(tx, rows);
  return rows.map((row) => rowView(row, visible, language));
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function placeOf(cursor: string): { uploadedAt: string; id: string } {
  const [uploadedAt, id] = decoded(cursor);
  if (!INSTANT.test(uploadedAt) || Number.isNaN(Date.parse(uploadedAt)) || !ID.test(id))
    throw new Refusal('cursor_mismatch');
  return { uploadedAt, id };
}

function decoded(cursor: string): [string, string] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? [String(value[0]), String(value[1])] : ['', ''];
  } catch {
    return ['', ''];
  }
}
