import { type Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { answerDocumentsOf, councilPapersOpenTo, isHeardFrom } from '#appraisal';
import { AccessLog, AuditLog } from '#audit';
import { owesProof } from '#casework';
import { type DossierActName } from '#contracts';
import { type Tx, UnitOfWork } from '#database';
import {
  type Declaration,
  DOCUMENT_STORE,
  type DocumentKind,
  type DocumentReader,
  documentsOf,
  type DocumentStore,
  type DossierRoom,
  findDocument,
  hasRoom,
  isShownTo,
  type OpenedFile,
  type ReceivedUpload,
  receiveUpload,
  registerDocument,
  storedAmount,
  type StoredDocument,
  uploadRefusal,
  withdrawDocument,
} from '#documents';
import {
  actingRoleOf,
  type ActRequest,
  DossierActs,
  factsOf,
  isOfTheHouse,
  NO_DOSSIER,
  type OpenedDossier,
  receiptUnder,
} from '#dossiers';
import { AccessPolicy } from '#identity';
import { type Actor, Refusal } from '#kernel';
import { aboutDossier } from '#observability';
import { DOSSIER_ROOM } from './upload-limit.js';

export interface Upload {
  dossierId: string;
  declared: Declaration;
  source: Readable;
  maxBytes: number;
  idempotencyKey: string | null;
}
export interface Addition {
  dossierId: string;
  kind: DocumentKind;
  checklistItem: string | null;
  file: ReceivedUpload;
  idempotencyKey: string | null;
}

/** Adding, listing, withdrawing and sending out the documents of dossiers, for people. */
@Injectable()
export class DossierDocuments {
  constructor(
    @Inject(DOCUMENT_STORE) private readonly store: DocumentStore,
    @Inject(DOSSIER_ROOM) private readonly room: DossierRoom,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(AuditLog) private readonly audit: AuditLog,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  /**
   * Streams a file in and judges it, once it is sure that the actor may add it; a refused one leaves a log entry and
   * nothing else. Whoever gets it adds or discards it.
   * @throws Refusal `not_found`, `forbidden`, `documents_not_accepted_now`, `dossier_full`, and those of `receiveUpload`
   */
  async receive(actor: Actor, upload: Upload): Promise<ReceivedUpload> {
    const mayAdd = await this.unitOfWork.read(actor, async (tx) => {
      // The same delivery again is answered as before, also once nothing may be added any more: `add` knows it.
      if (await wasAddedBefore(tx, upload)) return false;
      const opened = await this.acts.open(tx, upload.dossierId, { asConsulted: true });
      await Promise.all([requireRight(tx, opened), this.requireRoom(tx, upload.dossierId, 0)]);
      return true;
    });
    try {
      return await receiveUpload(this.store, upload.source, upload.declared, upload.maxBytes);
    } catch (error) {
      if (mayAdd && error instanceof Refusal) await this.logRefusal(actor, upload.dossierId, error);
      throw error;
    }
  }

  /** Adds a received file to the dossier; when that is refused, nothing of the file stays. @throws Refusal as `receive`, `idempotency_key_reused` */
  async add(actor: Actor, addition: Addition): Promise<StoredDocument> {
    const { kind, checklistItem, file } = addition;
    const request = requestOf(addition, 'upload_document', {
      kind,
      checklistItem,
      sha256: file.sha256,
      fileName: file.fileName,
    });
    try {
      return await this.acts.run(actor, { ...request, asConsulted: true }, async (tx, opened) => {
        await Promise.all([requireRight(tx, opened, kind), this.requireRoom(tx, opened.row.id, file.size)]);
        return registerDocument(tx, {
          dossierId: opened.row.id,
          kind,
          checklistItem,
          file: { ...file, ...(await file.keep()) },
          actorRole: roleIn(actor, opened),
        });
      });
    } finally {
      await file.discard();
    }
  }

  /** The documents of a dossier that the actor may see. @throws Refusal `not_found` */
  list(actor: Actor, dossierId: string): Promise<StoredDocument[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      const reader = await this.readerOf(tx, dossierId);
      return (await documentsOf(tx, dossierId)).filter((document) => isShownTo(reader, document));
    });
  }

  /** Takes a document back that the actor sees and could have added. @throws Refusal as `add`, `not_found`, `document_withdrawn`, `document_proves_facts`, `stale_revision` */
  async withdraw(
    actor: Actor,
    change: { documentId: string; revision: number; reason: string; idempotencyKey: string | null },
  ): Promise<StoredDocument> {
    const { documentId, revision, reason, idempotencyKey } = change;
    const { dossierId, kind } = await this.shownTo(actor, documentId);
    const request = requestOf({ dossierId, idempotencyKey }, 'withdraw_document', {
      documentId,
      revision,
      reason,
    });
    return this.acts.run(actor, request, async (tx, opened) => {
      requireStatus(tx, opened, false, kind);
      await requireNoProof(tx, opened, documentId);
      return withdrawDocument(tx, { documentId, revision, reason, actorRole: roleIn(actor, opened) });
    });
  }

  /**
   * Opens a document that the actor may see; the download stands in the access log before the first byte leaves.
   * @throws Refusal `not_found`, `stored_bytes_lost`, `storage_unavailable`
   */
  async download(actor: Actor, documentId: string): Promise<{ document: StoredDocument; file: OpenedFile }> {
    const document = await this.shownTo(actor, documentId);
    const file = await this.store.open(document.storageKey);
    try {
      await this.logDownload(actor, document);
      return { document, file };
    } catch (error) {
      file.stream.destroy();
      throw error;
    }
  }

  /** A document that the actor may see. @throws Refusal `not_found` by the same statements for not there and not theirs */
  private shownTo(actor: Actor, documentId: string): Promise<StoredDocument> {
    return this.unitOfWork.read(actor, async (tx) => {
      const document = await findDocument(tx, documentId);
      if (document !== null) aboutDossier(document.dossierId);
      const reader = await this.readerOf(tx, document?.dossierId ?? NO_DOSSIER);
      if (document === null || !isShownTo(reader, document)) throw new Refusal('not_found');
      return document;
    });
  }

  /** @throws Refusal `dossier_full` when a file of so many bytes has no room any more */
  private async requireRoom(tx: Tx, dossierId: string, bytes: number): Promise<void> {
    const stored = await storedAmount(tx, dossierId);
    if (!hasRoom(stored, bytes, this.room)) throw new Refusal('dossier_full', { stored, room: this.room });
  }

  /** Who reads, by the access policy. @throws Refusal `not_found` */
  private async readerOf(tx: Tx, dossierId: string): Promise<DocumentReader> {
    const { relations, scope } = await this.policy.load(tx, dossierId);
    const { id: userId, organisationId } = tx.actor;
    const ownAnswers = scope === 'whole' ? [] : await answerDocumentsOf(tx, dossierId, organisationId);
    const isInside = isOfTheHouse(tx.actor) || relations.includes('council_member');
    const hears = isInside && !relations.includes('owner');
    const councilPapers = hears ? await councilPapersOpenTo(tx, dossierId) : [];
    return { userId, relations, scope, ownAnswers, councilPapers };
  }

  private logDownload(actor: Actor, { id, dossierId }: StoredDocument): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      const { relations } = await this.policy.load(tx, dossierId);
      const actorRole = actingRoleOf(actor, relations.join('&'));
      await this.accessLog.write(tx, 'downloaded', {
        subject: { kind: 'document', id },
        dossierId,
        actorRole,
      });
    });
  }

  private async logRefusal(actor: Actor, dossierId: string, { code }: Refusal): Promise<void> {
    await this.audit.recordRefusal(actor, {
      chainId: dossierId,
      action: 'command.refused',
      subject: { kind: 'dossier', id: dossierId },
      facts: { command: 'upload_document', code },
      actorRole: actingRoleOf(actor),
    });
  }
}

/** Whether the key of an upload stands for a document of this dossier that the actor added. */
async function wasAddedBefore(tx: Tx, { idempotencyKey, dossierId }: Upload): Promise<boolean> {
  if (idempotencyKey === null) return false;
  const receipt = await receiptUnder(tx, idempotencyKey);
  const answer = receipt?.answer as Partial<StoredDocument> | null | undefined;
  return answer?.dossierId === dossierId && answer.storageKey !== undefined;
}

const requestOf = (
  { dossierId, idempotencyKey }: Pick<ActRequest, 'dossierId' | 'idempotencyKey'>,
  action: DossierActName,
  body: object,
): ActRequest => ({ dossierId, action, body, idempotencyKey, expectedRevision: null, dryRun: false });

const roleIn = (actor: Actor, { relations }: OpenedDossier) => actingRoleOf(actor, relations.join('&'));

/** Accepted evidence, a counted ballot or proxy and an answer of the consulted keep their paper. @throws Refusal `document_proves_facts` */
async function requireNoProof(tx: Tx, { row }: OpenedDossier, documentId: string): Promise<void> {
  const { evidence = [] } = await factsOf(tx, row.id, row.factsVersion);
  const proving = evidence.find((item) => item.documentId === documentId && item.acceptedBy !== undefined);
  if (proving) throw new Refusal('document_proves_facts', { evidenceId: proving.id ?? null });
  if (await isHeardFrom(tx, documentId)) throw new Refusal('document_proves_facts', { documentId });
}

const requireRight = async (tx: Tx, opened: OpenedDossier, kind?: DocumentKind): Promise<void> =>
  requireStatus(tx, opened, await owesProof(tx, opened.row.id), kind);

/** What a decision rests on is not taken back, whatever is still to be proven. */
function requireStatus(
  { actor }: Tx,
  { row, relations }: OpenedDossier,
  proves: boolean,
  kind?: DocumentKind,
): void {
  const upload = { roles: actor.roles, relations, status: row.status, owesProof: proves };
  const code = uploadRefusal({ ...upload, ...(kind && { kind }) });
  if (code !== null) throw new Refusal(code, { status: row.status });
}
