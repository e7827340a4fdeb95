import { type Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { AccessLog, AuditLog, SYSTEM_CHAIN_ID } from '#audit';
import { type Tx, UnitOfWork } from '#database';
import {
  bytesInMemory,
  cleanFileName,
  DOCUMENT_STORE,
  type DocumentStore,
  type ReceivedFile,
  type StoredFile,
} from '#documents';
import { actingRoleOf, DossierActs } from '#dossiers';
import { type Actor, Refusal } from '#kernel';
import { outlineOf, type SheetOutline } from '../domain/import/layout.js';
import { readTable } from '../domain/import/read-table.js';
import { IMPORT_LIMITS } from '../domain/import/table/limits.js';
import { type Table } from '../domain/import/table/table.types.js';
import { type DecisionRequest, decideRow } from './decide-row.js';
import {
  type ProjectImport,
  type ImportSettings,
  type StoredImportRow,
  type Undecided,
} from './import.types.js';
import { readImport, readOwnImport } from './import.row.js';
import { type MendRequest, mendImportRow } from './mend-import-row.js';
import { OneByOne } from './one-by-one.js';
import { previewImport, requireChoice } from './preview-import.js';
import { cancelImport, startImport } from './start-import.js';
import { undoImport } from './undo-import.js';
import { insertImport } from './upload-import.js';

/** A list that arrived and was read, but is not stored yet: whoever gets it adds or discards it. */
export interface ReceivedList {
  fileName: string;
  sha256: string;
  format: Table['format'];
  csv: Table['csv'];
  outlines: SheetOutline[];
  /** Keeps once, however often a transaction that keeps it runs again. */
  keep: () => Promise<StoredFile>;
  discard: () => Promise<void>;
}

/** Bringing lists into the register of projects, for people. */
@Injectable()
export class ProjectImports {
  private readonly reading = new OneByOne();

  constructor(
    @Inject(DOCUMENT_STORE) private readonly store: DocumentStore,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  /**
   * Streams a list in, judges it by its content and reads it; a refused one leaves a log entry and nothing else.
   * @throws Refusal of `DocumentStore.receive` and `readTable`
   */
  async receive(actor: Actor, source: Readable, declaredName: string): Promise<ReceivedList> {
    try {
      const received = await this.store.receive(source, { maxBytes: IMPORT_LIMITS.fileBytes });
      return await this.reading.next(() => readOrDiscard(received, cleanFileName(declaredName)));
    } catch (error) {
      if (error instanceof Refusal) await this.logRefusal(actor, error);
      throw error;
    }
  }

  /** Stores a received list. @throws Refusal `idempotency_key_reused` */
  async add(actor: Actor, list: ReceivedList, idempotencyKey: string | null): Promise<ProjectImport> {
    const { fileName, sha256, format, csv, outlines } = list;
    const request = { action: 'upload_project_import', body: { fileName, sha256 }, idempotencyKey };
    try {
      const added = await this.acts.create(actor, request, async (tx) => {
        const row = await insertImport(tx, { fileName, file: await list.keep(), format, csv, outlines });
        return { id: row.id };
      });
      return await this.unitOfWork.read(actor, (tx) => readImport(tx, added.id));
    } finally {
      await list.discard();
    }
  }

  /** Reads the list as a person wants it read and compares it with the register. @throws Refusal of `previewImport`, `requireChoice` */
  async preview(actor: Actor, importId: string, settings: ImportSettings): Promise<ProjectImport> {
    const row = await this.unitOfWork.read(actor, (tx) => readOwnImport(tx, importId));
    const sheet = requireChoice(await this.tableOf(row), settings);
    return this.unitOfWork.run(actor, (tx) => previewImport(tx, importId, sheet, settings));
  }

  /** @throws Refusal of `decideRow` */
  decide(actor: Actor, request: DecisionRequest): Promise<StoredImportRow> {
    return this.unitOfWork.run(actor, (tx) => decideRow(tx, request));
  }

  /** @throws Refusal of `mendImportRow` */
  mend(actor: Actor, request: MendRequest): Promise<StoredImportRow> {
    return this.unitOfWork.run(actor, (tx) => mendImportRow(tx, request));
  }

  /** @throws Refusal of `startImport`, `idempotency_key_reused` */
  start(actor: Actor, importId: string, undecided: Undecided, key: string | null): Promise<ProjectImport> {
    return this.act(
      actor,
      importId,
      { action: 'start_project_import', body: { importId, undecided }, key },
      (tx) => startImport(tx, importId, undecided),
    );
  }

  /** @throws Refusal of `cancelImport`, `idempotency_key_reused` */
  cancel(actor: Actor, importId: string, key: string | null): Promise<ProjectImport> {
    return this.act(actor, importId, { action: 'cancel_project_import', body: { importId }, key }, (tx) =>
      cancelImport(tx, importId),
    );
  }

  /** @throws Refusal of `undoImport`, `idempotency_key_reused` */
  undo(actor: Actor, importId: string, key: string | null): Promise<ProjectImport> {
    return this.act(actor, importId, { action: 'undo_project_import', body: { importId }, key }, (tx) =>
      undoImport(tx, importId),
    );
  }

  /** Notes that somebody took rows of an import out of the house, before the first byte leaves. */
  async exported(tx: Tx, importId: string): Promise<void> {
    const actorRole = actingRoleOf(tx.actor);
    await this.accessLog.write(tx, 'exported', {
      subject: { kind: 'project_import', id: importId },
      actorRole,
    });
  }

  /** Acts once for one key; the answer is what stands there now. */
  private async act(
    actor: Actor,
    importId: string,
    { action, body, key }: { action: string; body: object; key: string | null },
    work: (tx: Tx) => Promise<ProjectImport>,
  ): Promise<ProjectImport> {
    await this.unitOfWork.read(actor, (tx) => readImport(tx, importId));
    await this.acts.create(actor, { action, body, idempotencyKey: key }, async (tx) => ({
      id: (await work(tx)).id,
    }));
    return this.unitOfWork.read(actor, (tx) => readImport(tx, importId));
  }

  private async tableOf({ storageKey, fileName }: ProjectImport): Promise<Table> {
    const { stream } = await this.store.open(storageKey);
    const chunks: Buffer[] = [];
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
    return this.reading.next(() => readTable(bytesInMemory(Buffer.concat(chunks)), fileName));
  }

  private async logRefusal(actor: Actor, { code }: Refusal): Promise<void> {
    await this.audit.recordRefusal(actor, {
      chainId: SYSTEM_CHAIN_ID,
      action: 'command.refused',
      subject: { kind: 'authority', id: actor.authorityId },
      facts: { command: 'upload_project_import', code },
      actorRole: actingRoleOf(actor),
    });
  }
}

async function readOrDiscard(received: ReceivedFile, fileName: string): Promise<ReceivedList> {
  try {
    const table = await readTable(received.content, fileName);
    let kept: Promise<StoredFile> | null = null;
    return {
      fileName,
      sha256: received.sha256,
      format: table.format,
      csv: table.csv,
      outlines: table.sheets.map(outlineOf),
      keep: () => (kept ??= received.keep()),
      discard: () => received.discard(),
    };
  } catch (error) {
    await received.discard();
    throw error;
  }
}
