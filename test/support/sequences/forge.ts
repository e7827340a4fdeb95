import { AccessLog, Checkpoints, verifyDatabase } from '#audit';
import { UnitOfWork } from '#database';
import { DEMO_AUTHORITY } from '#identity';
import { systemActor } from '#kernel';
import { runAs } from '../database.js';
import { Broken } from './oracle/moment.js';
import { type Tally } from './tally.js';
import { type World } from './world.js';

/** What the application may add to the log by its rights, and what verification then says of it. */
const FORGERIES: readonly { says: string; sql: string }[] = [
  {
    says: 'hash_mismatch',
    sql: `INSERT INTO audit_entry (chain_id, seq, at, actor_id, actor_role, action, subject_kind, subject_id, outcome, facts, prev_hash, hash)
          SELECT chain_id, e.seq + 1, at, actor_id, actor_role, action, subject_kind, subject_id, outcome, facts, h.hash, repeat('e', 64)
            FROM audit_entry e JOIN audit_chain_head h USING (chain_id) WHERE chain_id = $1 AND e.seq = h.seq`,
  },
  {
    says: 'payload_unannounced',
    sql: `INSERT INTO audit_payload (entry_id, salt, payload)
          SELECT id, decode(repeat('00', 16), 'hex'), '{}' FROM audit_entry
           WHERE chain_id = $1 AND payload_hash IS NULL ORDER BY seq LIMIT 1`,
  },
  {
    says: 'checkpoint_size_mismatch',
    sql: `INSERT INTO checkpoint_leaf (checkpoint_number, position, entry_id, chain_id, seq, hash)
          SELECT c.number, c.size, e.id, e.chain_id, e.seq, e.hash FROM audit_entry e, checkpoint c
           WHERE e.chain_id = $1 AND e.hash = repeat('e', 64)`,
  },
  {
    says: 'signature_invalid',
    sql: `INSERT INTO checkpoint (number, size, total_size, root, at, previous_checkpoint_hash, key_id, signature)
          SELECT number + 1, 0, total_size, root, at, repeat('c', 64), key_id, signature FROM checkpoint
           WHERE $1::uuid IS NOT NULL`,
  },
  {
    says: 'access_batch_changed',
    sql: `INSERT INTO access_log SELECT batch_id, position + 1000, at, actor_id, actor_role, action, subject_kind, subject_id, dossier_id
            FROM access_log WHERE $1::uuid IS NOT NULL LIMIT 1`,
  },
];

/** Reasons that verification names; the tally of the lists aside, which copies of dossiers are not counted in. */
async function faultsIn({ api }: World): Promise<string[]> {
  const { faults } = await verifyDatabase(api.db.app, () => undefined);
  return faults.map(({ reason }) => reason).filter((reason) => reason !== 'tally_differs');
}

/** 5: the whole log verifies under a checkpoint; what is added to it besides is found. The database is of no use afterwards. */
export async function forgeAll(world: World, id: string, tally: Tally): Promise<void> {
  const { app, db } = world.api;
  await app.get(AccessLog).flush();
  await app.get(UnitOfWork).run(systemActor(DEMO_AUTHORITY.id), (tx) => app.get(Checkpoints).take(tx));
  const sound = await faultsIn(world);
  if (sound.length > 0) throw new Broken(5, 'the log of all sequences does not verify', sound);
  tally.checked(5, 'a whole log verified');
  for (const { sql } of FORGERIES) await runAs(db.app, sql, [id]);
  const found = await faultsIn(world);
  for (const { says } of FORGERIES) {
    if (!found.includes(says))
      throw new Broken(5, 'verification does not find what was added', [says, found]);
    tally.checked(5, 'a forgery found');
  }
}
