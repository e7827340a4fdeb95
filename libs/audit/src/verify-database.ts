import { type DatabaseConfig } from '#database';
import { keyRing, type SignedCheckpoint } from './domain/checkpoint.js';
import { type VerificationReport } from './domain/fault.types.js';
import { SnapshotReader } from './snapshot-reader.js';
import { linksOf } from './sound-chains.js';
import { type VerificationPart, type VerificationStep, wholeOf } from './verification-step.js';
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
  /** Cuts the verification off, which then throws. */
  signal?: AbortSignal;
  /** Reads one table after the other, for others are at work on this machine; the report is the same. */
  inTurns?: boolean;
}
/** What was found, and up to which checkpoint it was looked at. */
export interface DatabaseReport extends VerificationReport {
  newest: SignedCheckpoint | null;
}
type Told = (part: VerificationPart) => (done: number) => void;
/** What is compared with the chains, or stands beside them. */
type Rest = (reader: SnapshotReader, tally: VerificationTally, told: Told) => Promise<void>;

/**
 * Verifies a whole database in one read-only snapshot: chains, payloads, heads, checkpoints, the log of reads,
 * and that dossiers, transitions, documents and letters say what the chains say of them.
 * @param config any role that may SELECT. @param progress is told how far it is, at the beginning of each part and often.
 * @param publicKeys PEM texts from a safe place; without them the keys that the database names are believed.
 */
export function verifyDatabase(
  config: DatabaseConfig,
  progress: (step: VerificationStep) => void,
  publicKeys: readonly string[] = [],
  against: VerifiedAgainst = {},
): Promise<DatabaseReport> {
  return SnapshotReader.with(
    config,
    async (reader) => {
      const tally = new VerificationTally();
      const whole = await wholeOf(reader);
      const told: Told = (part) => {
        const tell = (done: number) => progress({ part, done, total: whole[part], seen: countsOf(tally) });
        tell(0);
        return tell;
      };
      const rest = restOf(publicKeys, against);
      await (against.inTurns ? inTurns : atOnce)(reader, tally, rest, told);
      await filesOf(reader, tally, against, told);
      return { ...tally.report(), newest: tally.newest };
    },
    against.signal,
  );
}

const restOf =
  (publicKeys: readonly string[], { knownCheckpoints: known = [] }: VerifiedAgainst): Rest =>
  async (reader, tally, told) => {
    const keys = keyRing(publicKeys.length > 0 ? publicKeys : await ownKeys(reader));
    await verifyCheckpoints(reader, tally, { keys, known }, told('checkpoints'));
    await verifyAccessLog(reader, tally, told('reads'));
    await verifyRecords(reader, tally, told('records'));
  };

async function inTurns(
  reader: SnapshotReader,
  tally: VerificationTally,
  rest: Rest,
  told: Told,
): Promise<void> {
  await verifyChains(reader, tally, () => linksOf(reader), told('chains'));
  await rest(reader, tally, told);
}

/** Links and all the rest are read while the entries are proven, and told once all of it is done. */
async function atOnce(
  reader: SnapshotReader,
  tally: VerificationTally,
  rest: Rest,
  told: Told,
): Promise<void> {
  const aside = new VerificationTally();
  await reader.beside(async (other) => {
    const proven = told('chains');
    const links = linksOf(other);
    await Promise.all([
      verifyChains(reader, tally, () => links, proven),
      links.then(() => rest(other, aside, untold)),
    ]);
  });
  told('checkpoints');
  tally.addAll(aside);
  told('reads');
  told('records');
}
const untold: Told = () => () => undefined;

async function filesOf(
  reader: SnapshotReader,
  tally: VerificationTally,
  { hashOf, signal }: VerifiedAgainst,
  told: Told,
): Promise<void> {
  if (!hashOf) return;
  const tell = told('files');
  await verifyFiles(reader, tally, hashOf, (done) => {
    // No question to the database tells here that it was cut off.
    signal?.throwIfAborted();
    tell(done);
  });
}

const countsOf = ({ entries, chains, checkpoints, steps }: VerificationTally): VerificationStep['seen'] => ({
  entries,
  chains,
  checkpoints,
  steps,
});

async function ownKeys(reader: SnapshotReader): Promise<string[]> {
  const rows = await reader.all<{ public_key: string }>(
    'SELECT public_key FROM signing_key ORDER BY first_used_at',
  );
  return rows.map((row) => row.public_key);
}
