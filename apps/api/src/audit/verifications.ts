import { Inject, Injectable } from '@nestjs/common';
import {
  AccessLog,
  AuditLog,
  Checkpoints,
  entryOfVerification,
  type Fault,
  latestVerifications,
  type NamedChain,
  namedChains,
  readVerification,
  requestVerification,
  SYSTEM_CHAIN_ID,
  type Verification,
} from '#audit';
import { type Tx, UnitOfWork } from '#database';
import { DossierActs } from '#dossiers';
import { visibleEntriesSql } from '#identity';
import { type Actor, Refusal } from '#kernel';
import {
  type VerificationDto,
  type VerificationFaultDto,
  type VerificationFindingsDto,
  type VerificationListDto,
  type VerificationSummaryDto,
} from './verifications.dto.js';

const SHOWN = 20;
/** The form of the evidence of a verification (docs/verification.md). */
const FORMAT = 'techgate-verification-1';

/** Verifications of the whole log, which an auditor asks for and the worker does. */
@Injectable()
export class Verifications {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(AuditLog) private readonly auditLog: AuditLog,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(Checkpoints) private readonly checkpoints: Checkpoints,
  ) {}

  /** @throws Refusal `verification_running`, `idempotency_key_reused` */
  async request(actor: Actor, idempotencyKey: string | null): Promise<VerificationDto> {
    const request = { action: 'request_verification', body: {}, idempotencyKey };
    const { id } = await this.acts.create(actor, request, requestVerification);
    return this.one(actor, id);
  }

  async list(actor: Actor): Promise<VerificationListDto> {
    const found = await this.unitOfWork.read(actor, (tx) => latestVerifications(tx, SHOWN));
    return { items: found.map(summaryOf) };
  }

  /** @throws Refusal `not_found` */
  async one(actor: Actor, id: string): Promise<VerificationDto> {
    return this.unitOfWork.read(actor, async (tx) => shown(tx, await readVerification(tx, id)));
  }

  /**
   * What a verification found, signed by this installation; that it was taken out stands in both logs.
   * @throws Refusal `not_found`, `verification_not_finished`
   */
  async evidence(actor: Actor, id: string): Promise<object> {
    return this.unitOfWork.run(actor, async (tx) => {
      const row = await readVerification(tx, id);
      if (row.state !== 'finished') throw new Refusal('verification_not_finished');
      const subject = { kind: 'audit_verification', id };
      await this.accessLog.write(tx, 'exported', { subject, actorRole: 'auditor' });
      const entry = { action: 'evidence.exported', subject, facts: {}, actorRole: 'auditor' } as const;
      await this.auditLog.append(tx, { ...entry, chainId: SYSTEM_CHAIN_ID });
      const {
        id: _id,
        state: _state,
        done: _done,
        total: _total,
        part: _part,
        ...told
      } = await shown(tx, row);
      return this.checkpoints.signed({
        format: FORMAT,
        verificationId: id,
        ...told,
        entry: await entryOfVerification(tx, id),
        exportedAt: tx.at.toISOString(),
      });
    });
  }
}

const summaryOf = ({ report, ...row }: Verification): VerificationSummaryDto => ({
  id: row.id,
  state: row.state,
  requestedBy: row.requestedBy,
  requestedByName: row.requestedByName,
  requestedAt: row.requestedAt,
  startedAt: row.startedAt,
  endedAt: row.endedAt,
  tries: row.tries,
  part: row.part,
  done: row.done,
  total: row.total,
  ok: report?.ok ?? null,
  faultCount: report?.faultCount ?? null,
  entries: report?.entries ?? null,
  chains: report?.chains ?? null,
  lastError: row.lastError,
});

async function shown(tx: Tx, row: Verification): Promise<VerificationDto> {
  const { knownCheckpoints, reportSha256 } = row;
  return { ...summaryOf(row), knownCheckpoints, reportSha256, findings: await findingsOf(tx, row) };
}

async function findingsOf(tx: Tx, { report }: Verification): Promise<VerificationFindingsDto | null> {
  if (report === null) return null;
  const { firstBad: _first, faults, ...counts } = report;
  const ids = [...new Set(faults.flatMap(({ chainId }) => chainId ?? []))];
  const known = await namedChains(tx, ids, (offset) => visibleEntriesSql(tx, offset));
  const chains = new Map(known.map((chain) => [chain.id, chain]));
  return { ...counts, faults: faults.map((fault) => faultOf(fault, chains)) };
}

/** Whoever may not see a dossier learns that something of the log is wrong, and not of which dossier. */
function faultOf(fault: Fault, chains: ReadonlyMap<string, NamedChain>): VerificationFaultDto {
  const { chainId, reason, seq, checkpoint, detail = null } = fault;
  const chain = chainId === null ? null : (chains.get(chainId) ?? null);
  if (chainId !== null && chain === null)
    return { reason, chain: null, hidden: true, seq: null, checkpoint: null, detail: null };
  return { reason, chain, hidden: false, seq, checkpoint, detail };
}
