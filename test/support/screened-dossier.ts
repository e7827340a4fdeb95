import { fileURLToPath } from 'node:url';
import { type DataSource } from 'typeorm';
import { performScreening, type StoredScreening } from '#appraisal';
import { AuditLog } from '#audit';
import { type Status, type TechnologyFacts } from '#contracts';
import { type UnitOfWork } from '#database';
import { DossierActs, type DossierRow, lockDossier, LawRegistry, loadLaw, saveFacts } from '#dossiers';
import { AccessPolicy, DEMO_AUTHORITY } from '#identity';
import { type Actor, type AdjustableClock, civilDate, type Refusal, systemActor } from '#kernel';
import { type LawSet } from '#law';
import { cloneDatabase, type TestDatabase } from './database.js';
import { demoActor, seededUnitOfWork, storeDossier } from './stored-dossier.js';

export const SYSTEM = systemActor(DEMO_AUTHORITY.id);
/** A line that the matcher proposes as prohibited, another that is restricted, an old machine, and a paper. */
export const FACTS: TechnologyFacts = {
  project: { name: 'Nhà máy', stage: 'decision' },
  lines: [
    { id: 'lime', name: 'Máy in', technologyName: 'in bản chì', condition: 'new' },
    {
      id: 'wet',
      name: 'Lò quay',
      technologyName: 'sản xuất xi măng lò quay phương pháp ướt',
      condition: 'new',
    },
  ],
  equipment: [
    {
      id: 'm',
      name: 'Máy ép',
      hsCode: '84771039',
      condition: 'used',
      yearMade: 2000,
      plannedArrivalYear: 2026,
    },
  ],
  evidence: [{ id: 'e1', kind: 'inspection_certificate', covers: ['equipment[m].yearMade'] }],
};

/** A real database with people and law, and the acts on dossiers as the application wires them. */
export interface AppraisalBench {
  db: TestDatabase;
  source: DataSource;
  clock: AdjustableClock;
  unitOfWork: UnitOfWork;
  acts: DossierActs;
  lawSet: LawSet;
  close: () => Promise<void>;
}

export async function appraisalBench(label: string): Promise<AppraisalBench> {
  const db = await cloneDatabase(label);
  const { source, clock, unitOfWork } = await seededUnitOfWork(db);
  const packs = await loadLaw(fileURLToPath(new URL('../../libs/law/packs', import.meta.url)));
  const registry = new LawRegistry(packs, 'demonstration');
  const lawSet = registry.compose('opinion', civilDate('2026-07-13'));
  await unitOfWork.run(SYSTEM, (tx) => registry.store(tx, lawSet));
  const acts = new DossierActs(unitOfWork, new AccessPolicy(), new AuditLog(unitOfWork));
  const close = async () => {
    await source.destroy();
    await db.drop();
  };
  return { db, source, clock, unitOfWork, acts, lawSet, close };
}

/** A dossier of the ceramics company with facts and law, in a status; returns its id. */
export async function dossierWithFacts(
  bench: Pick<AppraisalBench, 'unitOfWork' | 'lawSet'>,
  status: Status,
  facts = FACTS,
  lead: Actor | null = null,
): Promise<string> {
  const id = await storeDossier(bench.unitOfWork, status, lead?.id ?? null);
  await bench.unitOfWork.run(SYSTEM, async (tx) => {
    const row = await rowOf(tx, id);
    const patch = { lawSetDigest: bench.lawSet.digest, lawPinned: true, receivedOn: civilDate('2026-07-13') };
    await saveFacts(tx, row, facts, false, patch);
  });
  return id;
}

type Tx = Parameters<Parameters<UnitOfWork['run']>[1]>[0];
export async function rowOf(tx: Tx, id: string): Promise<DossierRow> {
  const row = await lockDossier(tx, id);
  if (!row) throw new Error('no such dossier');
  return row;
}

/** Screens as the worker would. */
export const screenAgain = (
  bench: Pick<AppraisalBench, 'unitOfWork' | 'lawSet'>,
  id: string,
): Promise<StoredScreening> =>
  bench.unitOfWork.run(SYSTEM, async (tx) => performScreening(tx, await rowOf(tx, id), bench.lawSet));

/** A document of a dossier, without bytes. */
export async function storeDocument(
  bench: Pick<AppraisalBench, 'unitOfWork'>,
  dossierId: string,
): Promise<string> {
  const row = await bench.unitOfWork.run(SYSTEM, (tx) =>
    tx.one<{ id: string }>(
      `INSERT INTO document (dossier_id, kind, content_type, size, sha256, storage_key, uploaded_by, uploaded_at)
       VALUES ($1, 'evidence', 'application/pdf', 10, $2, 'k', $3, $4) RETURNING id`,
      [dossierId, 'a'.repeat(64), demoActor('gom').id, tx.at],
    ),
  );
  if (!row) throw new Error('no document');
  return row.id;
}

/** The refusal with which a promise ends. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('nothing was refused');
}

/** What the dossier's chain says, oldest first. */
export const chainOf = (
  bench: AppraisalBench,
  dossierId: string,
): Promise<{ action: string; outcome: string; facts: Record<string, unknown> }[]> =>
  bench.unitOfWork.read(SYSTEM, (tx) =>
    tx.query('SELECT action, outcome, facts FROM audit_entry WHERE chain_id = $1 ORDER BY seq', [dossierId]),
  );
