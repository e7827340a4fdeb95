import { Inject, Injectable } from '@nestjs/common';
import {
  AccessLog,
  type ActingRole,
  AuditLog,
  chainEntries,
  chainProof,
  Checkpoints,
  type EvidenceFile,
} from '#audit';
import { type Tx, UnitOfWork } from '#database';
import { DossierActs } from '#dossiers';
import { type Actor, hasRole, Refusal } from '#kernel';
import { type AuditEntryListDto, type ChainProofDto, type ChainQueryDto } from './audit.dto.js';

/** Who oversees: they may read the log of a dossier that they may see. */
const READERS = ['auditor', 'head', 'leader'] as const;

/** The log of one dossier for those who oversee it. What may not be seen is not found, whoever asks. */
@Injectable()
export class DossierLog {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(AuditLog) private readonly auditLog: AuditLog,
    @Inject(Checkpoints) private readonly checkpoints: Checkpoints,
  ) {}

  /** Entries with hashes and stored payloads. @throws Refusal `not_found`, `forbidden` */
  async entries(
    actor: Actor,
    dossierId: string,
    { after, limit }: ChainQueryDto,
  ): Promise<AuditEntryListDto> {
    return this.read(actor, dossierId, async (tx) => {
      const found = await chainEntries(tx, dossierId, after, limit + 1);
      const items = found.slice(0, limit);
      return { items, next: found.length > limit ? (items.at(-1)?.seq ?? null) : null };
    });
  }

  /** Inclusion proofs under the checkpoints up to the newest. @throws Refusal `not_found`, `forbidden` */
  async proof(actor: Actor, dossierId: string): Promise<ChainProofDto> {
    return this.read(actor, dossierId, async (tx) => ({
      chainId: dossierId,
      ...(await chainProof(tx, dossierId)),
    }));
  }

  /**
   * The evidence file of a dossier. Who exported stands in the log of reads and in the evidence itself, both written
   * before anything leaves. @throws Refusal `not_found`, `forbidden`
   */
  async export(actor: Actor, dossierId: string): Promise<EvidenceFile> {
    return this.unitOfWork.run(actor, async (tx) => {
      const actorRole = await this.open(tx, dossierId);
      const subject = { kind: 'audit_chain', id: dossierId };
      await this.accessLog.write(tx, 'exported', { subject, actorRole, dossierId });
      await this.auditLog.append(tx, {
        chainId: dossierId,
        action: 'evidence.exported',
        subject,
        facts: {},
        actorRole,
      });
      return this.checkpoints.exportEvidence(tx, dossierId);
    });
  }

  private async read<Answer>(
    actor: Actor,
    dossierId: string,
    work: (tx: Tx) => Promise<Answer>,
  ): Promise<Answer> {
    return this.unitOfWork.read(actor, async (tx) => {
      const actorRole = await this.open(tx, dossierId);
      this.accessLog.note(actor, 'read', {
        subject: { kind: 'audit_chain', id: dossierId },
        actorRole,
        dossierId,
      });
      return work(tx);
    });
  }

  /** Sees first, role second: a stranger learns nothing from the difference. */
  private async open(tx: Tx, dossierId: string): Promise<ActingRole> {
    await this.acts.open(tx, dossierId);
    const role = READERS.find((word) => hasRole(tx.actor, word));
    if (role === undefined) throw new Refusal('forbidden');
    return role;
  }
}
