import { Inject, Injectable } from '@nestjs/common';
import {
  AccessLog,
  AuditLog,
  Checkpoints,
  checkpointsBefore,
  type EvidenceFile,
  isSystemChainShared,
  type SignedCheckpoint,
  SYSTEM_CHAIN_ID,
  type SystemEntryFilter,
  systemEntries,
} from '#audit';
import { UnitOfWork } from '#database';
import { type Actor, addDays, civilDate, instantAt, Refusal } from '#kernel';
import {
  type AuditEntryListDto,
  type BeforeQueryDto,
  type CheckpointListDto,
  type SystemEntryQueryDto,
} from './audit.dto.js';

const filterOf = ({ from, to, limit: _limit, ...rest }: SystemEntryQueryDto): SystemEntryFilter => ({
  ...rest,
  ...(from === undefined ? {} : { from: instantAt(civilDate(from)) }),
  ...(to === undefined ? {} : { until: instantAt(addDays(civilDate(to), 1)) }),
});

/** What belongs to no dossier, and the checkpoints over everything. */
@Injectable()
export class SystemLog {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(AuditLog) private readonly auditLog: AuditLog,
    @Inject(Checkpoints) private readonly checkpoints: Checkpoints,
  ) {}

  /** The key that signs checkpoints, to be kept on another way than the exports. */
  get publicKey(): { keyId: string; pem: string } {
    return this.checkpoints.publicKey;
  }

  /** Entries of the system chain that concern the reader's authority, newest first. */
  async entries(actor: Actor, query: SystemEntryQueryDto): Promise<AuditEntryListDto> {
    const found = await this.unitOfWork.read(actor, (tx) =>
      systemEntries(tx, filterOf(query), query.limit + 1),
    );
    this.accessLog.note(actor, 'searched', {
      subject: { kind: 'audit_chain', id: SYSTEM_CHAIN_ID },
      actorRole: 'auditor',
    });
    const items = found.slice(0, query.limit);
    return { items, next: found.length > query.limit ? (items.at(-1)?.seq ?? null) : null };
  }

  /** Checkpoints, newest first: roots and signatures, no content. */
  async list(actor: Actor, { before, limit }: BeforeQueryDto): Promise<CheckpointListDto> {
    const found = await this.unitOfWork.read(actor, (tx) => checkpointsBefore(tx, before ?? null, limit + 1));
    const items = found.slice(0, limit);
    return { items, next: found.length > limit ? (items.at(-1)?.number ?? null) : null };
  }

  /** Takes a checkpoint now; that it was asked for stands in the system chain and under the checkpoint itself. */
  async take(actor: Actor): Promise<SignedCheckpoint> {
    return this.unitOfWork.run(actor, async (tx) => {
      const subject = { kind: 'audit_chain', id: SYSTEM_CHAIN_ID };
      await this.auditLog.append(tx, {
        chainId: SYSTEM_CHAIN_ID,
        action: 'checkpoint.requested',
        subject,
        facts: {},
        actorRole: 'auditor',
      });
      return this.checkpoints.take(tx);
    });
  }
  /**
   * The evidence file of the system chain; who exported stands in the log of reads and in the evidence itself.
   * @throws Refusal `system_chain_shared` where people of another authority act on it too
   */
  async export(actor: Actor): Promise<EvidenceFile> {
    return this.unitOfWork.run(actor, async (tx) => {
      if (await isSystemChainShared(tx)) throw new Refusal('system_chain_shared');
      const subject = { kind: 'audit_chain', id: SYSTEM_CHAIN_ID };
      await this.accessLog.write(tx, 'exported', { subject, actorRole: 'auditor' });
      await this.auditLog.append(tx, {
        chainId: SYSTEM_CHAIN_ID,
        action: 'evidence.exported',
        subject,
        facts: {},
        actorRole: 'auditor',
      });
      return this.checkpoints.exportEvidence(tx, SYSTEM_CHAIN_ID);
    });
  }
}
