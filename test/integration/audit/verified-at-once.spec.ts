import fc from 'fast-check';
import { verifyDatabase } from '#audit';
import { cloneDatabase } from '../../support/database.js';
import { seedOf } from '../../support/seed.js';
import { checkpoint, memorySigner, sixEntries, tamper, unitOfWorkAs } from './audit-fixture.js';

const CHAINS = 3;
const ENTRIES = 6;
/** What somebody changes: where, and by which statements. */
type Place = { chain: string; seq: number; digit: string };
const entry = ({ chain, seq }: Place) => `chain_id = '${chain}' AND seq = ${seq}`;
const TAMPERINGS: Record<string, (place: Place) => string> = {
  person: (it) => `UPDATE audit_entry SET actor_id = 'x' WHERE ${entry(it)}`,
  hash: (it) => `UPDATE audit_entry SET hash = repeat('${it.digit}', 64) WHERE ${entry(it)}`,
  link: (it) => `UPDATE audit_entry SET prev_hash = repeat('${it.digit}', 64) WHERE ${entry(it)}`,
  action: (it) => `UPDATE audit_entry SET action = 'dossier.created' WHERE ${entry(it)}`,
  document: (it) => `UPDATE audit_entry SET action = 'document.uploaded' WHERE ${entry(it)}`,
  erasure: (it) => `UPDATE audit_entry SET action = 'payload.erased' WHERE ${entry(it)}`,
  gap: (it) => `DELETE FROM audit_entry WHERE ${entry(it)}`,
  fork: (it) => `UPDATE audit_entry SET seq = seq + 1 WHERE ${entry(it)}`,
  end: (it) => `DELETE FROM audit_entry WHERE chain_id = '${it.chain}' AND seq >= ${it.seq}`,
  payload: (it) =>
    `UPDATE audit_payload SET payload = '{"note": ${it.digit}.5}' WHERE entry_id IN (SELECT id FROM audit_entry WHERE ${entry(it)})`,
  lost: (it) => `DELETE FROM audit_payload WHERE entry_id IN (SELECT id FROM audit_entry WHERE ${entry(it)})`,
  head: (it) => `UPDATE audit_chain_head SET seq = ${it.seq} WHERE chain_id = '${it.chain}'`,
  headless: (it) => `DELETE FROM audit_chain_head WHERE chain_id = '${it.chain}'`,
  leaf: (it) => `UPDATE checkpoint_leaf SET hash = repeat('${it.digit}', 64) WHERE ${entry(it)}`,
  leafless: (it) => `DELETE FROM checkpoint_leaf WHERE ${entry(it)}`,
  root: (it) => `UPDATE checkpoint SET root = repeat('${it.digit}', 64) WHERE number = ${(it.seq % 2) + 1}`,
  checkpoint: (it) => `DELETE FROM checkpoint WHERE number = ${(it.seq % 2) + 1}`,
  reads: (it) =>
    `INSERT INTO access_batch (id, at, size, digest) VALUES (gen_random_uuid(), now(), ${it.seq}, repeat('${it.digit}', 64))`,
};
const tampering = fc.record({
  what: fc.constantFrom(...Object.keys(TAMPERINGS)),
  chain: fc.nat({ max: CHAINS - 1 }),
  seq: fc.integer({ min: 1, max: ENTRIES }),
  digit: fc.constantFrom('1', '7', '9'),
});

/** A log with two checkpoints, the last chain not covered, and nothing that would keep two entries from one place. */
async function logOf(name: string) {
  const database = await cloneDatabase(name);
  const { source, unitOfWork } = await unitOfWorkAs(database.app);
  const [signer, chains] = [memorySigner(), [] as string[]];
  for (let n = 0; n < CHAINS; n += 1) {
    chains.push((await sixEntries(unitOfWork)).chainId);
    if (n < CHAINS - 1) await checkpoint(unitOfWork, signer);
  }
  await source.destroy();
  await tamper(
    database,
    'ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_chain_seq, DROP CONSTRAINT audit_entry_no_fork',
  );
  return { database, chains };
}

test('whatever was tampered with, verified at once and in turns the report is the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tampering, { minLength: 2, maxLength: 6 }), async (changes) => {
      const { database, chains } = await logOf('verified_at_once');
      const reportOf = (inTurns: boolean) => verifyDatabase(database.app, () => undefined, [], { inTurns });
      try {
        expect(await reportOf(false)).toMatchObject({ ok: true, entries: CHAINS * ENTRIES, checkpoints: 2 });
        for (const { what, chain, seq, digit } of changes) {
          await tamper(database, TAMPERINGS[what]?.({ chain: chains[chain] ?? '', seq, digit }) ?? '');
          expect(await reportOf(false)).toEqual(await reportOf(true));
        }
      } finally {
        await database.drop();
      }
    }),
    { numRuns: 3, seed: seedOf() },
  );
}, 60_000);

test.each([true, false])('one that is cut off (in turns: %s) says so', async (inTurns) => {
  const { database } = await logOf('verified_cut_off');
  try {
    const stop = new AbortController();
    const cutOff = verifyDatabase(database.app, () => stop.abort(), [], { inTurns, signal: stop.signal });
    await expect(cutOff).rejects.toThrow(/^Connection terminated|^Client was closed/);
  } finally {
    await database.drop();
  }
});
