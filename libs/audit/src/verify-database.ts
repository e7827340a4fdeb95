import { type DatabaseConfig } from '#database';
import { keyRing, type SignedCheckpoint } from './domain/checkpoint.js';
import { type VerificationReport } from './domain/fault.types.js';
import { SnapshotReader } from './snapshot-reader.js';
import { VerificationTally } from './verification-tally.js';
import { verifyChains } from './verify-chains.js';
import { verifyAccessLog, verifyCheckpoints } from './verify-checkpoints.js';
import { type StoredHash, verifyFiles, verifyRecords } from './verify-records.js';

/** What lies outside of the database, to compare it with. */
export interface VerifiedAgainst {
  /** Checkpoints that were written down or published: each must still be there, unchanged. */
  knownCheckpoints?: readonly SignedCheckpoint[];
  /** Reads stored files; without it their bytes are not looked at. */
  hashOf?: StoredHash;
}

/**
 * Verifies a whole database in one read-only snapshot: chains, payloads, heads, checkpoints, the log of reads,
 * and that dossiers, transitions, documents and letters say what the chains say of them.
 * @param config any role that may SELECT. @param out receives lines of progress.
 * @param publicKeys PEM texts from a safe place; without them the keys that the database names are believed.
 */
export async function verifyDatabase(
  config: DatabaseConfig,
  out: (line: string) => void,
  publicKeys: readonly string[] = [],
  { knownCheckpoints = [], hashOf }: VerifiedAgainst = {},
): Promise<VerificationReport> {
  return SnapshotReader.with(config, async (reader) => {
    const tally = new VerificationTally();
    out('Chains and payloads');
    await verifyChains(reader, tally, out);
    out(`Checkpoints, after ${tally.entries} entries in ${tally.chains} chains`);
    const pems = publicKeys.length > 0 ? publicKeys : await ownKeys(reader);
    await verifyCheckpoints(reader, keyRing(pems), tally, knownCheckpoints);
    out(`Log of reads, after ${tally.checkpoints} checkpoints`);
    await verifyAccessLog(reader, tally);
    out('Dossiers, documents and letters');
    await verifyRecords(reader, tally);
    if (hashOf) out(`Files, after ${tally.steps} steps of dossiers`);
    if (hashOf) await verifyFiles(reader, tally, hashOf);
    return tally.report();
  });
}

async function ownKeys(reader: SnapshotReader): Promise<string[]> {
  const rows = await reader.all<{ public_key: string }>(
    'SELECT public_key FROM signing_key ORDER BY first_used_at',
  );
  return rows.map((row) => row.public_key);
}
