import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Checkpoints, verifyDatabase, verifyExport } from '#audit';
import { UnitOfWork } from '#database';
import { storedHash } from '#documents';
import { DEMO_AUTHORITY } from '#identity';
import { systemActor } from '#kernel';
import { readConfig } from '../config.js';

export interface VerifiedLog {
  /** Whether the whole database verifies, and the stored files with it. */
  database: boolean;
  /** Whether the exported evidence of a dossier verifies without the database, by dossier id. */
  dossiers: Map<string, boolean>;
}

/** Takes a checkpoint, verifies the database, and the evidence of each dossier as an auditor without a database would. */
export async function verifiedLog(
  app: NestFastifyApplication,
  dossierIds: readonly string[],
): Promise<VerifiedLog> {
  const [unitOfWork, checkpoints] = [app.get(UnitOfWork), app.get(Checkpoints)];
  const system = systemActor(DEMO_AUTHORITY.id);
  const keys = [checkpoints.publicKey.pem];
  await unitOfWork.run(system, (tx) => checkpoints.take(tx));
  const dossiers = new Map<string, boolean>();
  for (const id of dossierIds) {
    const evidence = await unitOfWork.run(system, (tx) => checkpoints.exportEvidence(tx, id));
    dossiers.set(id, verifyExport(JSON.parse(JSON.stringify(evidence)), keys).ok);
  }
  const { database, storageFolder } = readConfig();
  const hashOf = (key: string) => storedHash(storageFolder, key);
  const { ok } = await verifyDatabase(database, () => undefined, keys, { hashOf });
  return { database: ok, dossiers };
}
