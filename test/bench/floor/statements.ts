import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Asked, CLOSING_QUESTIONS, QUESTIONS } from './command-questions.js';
import { type Queries } from './prepared.js';

/** The person for whom the floor answers; whoever asks is believed. */
export interface FloorViewer {
  id: string;
  authorityId: string;
  organisationId: string;
}

/** What a head may see: the same answer as the product's policy, written once for this one role. */
export const VISIBLE = `d.authority_id = $1 AND d.status <> 'draft' AND d.id NOT IN (
  SELECT c.dossier_id FROM conflict_of_interest c WHERE c.user_id = $2 AND c.lifted_at IS NULL
  UNION ALL SELECT p.dossier_id FROM dossier_party p WHERE p.party IN ('investor', 'consultant', 'technology_supplier') AND p.organisation_id IN (
    SELECT $3::uuid UNION SELECT f.organisation_id FROM user_affiliation f WHERE f.user_id = $2)
  UNION ALL SELECT o.id FROM dossier o WHERE o.investor_org_id IN (SELECT $3::uuid UNION SELECT f.organisation_id FROM user_affiliation f WHERE f.user_id = $2))`;

/** One dossier with its facts, parties and open request, if this person may see it. */
export async function detailByHand(client: Queries, viewer: FloorViewer, id: string): Promise<unknown> {
  const values = [viewer.authorityId, viewer.id, viewer.organisationId, id];
  const found = await client.query(`SELECT d.* FROM dossier d WHERE ${VISIBLE} AND d.id = $4`, values);
  const [row] = found.rows as { id: string; facts_version: number }[];
  if (!row) return null;
  const parties = await client.query(
    `SELECT p.organisation_id AS "organisationId", o.name, p.party FROM dossier_party p JOIN organisation o ON o.id = p.organisation_id
      WHERE p.dossier_id = $1 ORDER BY p.party, o.name`,
    [id],
  );
  const facts = await client.query('SELECT facts FROM facts_version WHERE dossier_id = $1 AND version = $2', [
    id,
    row.facts_version,
  ]);
  const request = await client.query(
    `SELECT id, kind, content, reply_by AS "replyBy", asked_at AS "askedAt" FROM party_request
      WHERE dossier_id = $1 AND answered_at IS NULL AND closed_at IS NULL ORDER BY asked_at DESC LIMIT 1`,
    [id],
  );
  const related = await client.query(
    'SELECT id, status, file_code FROM dossier WHERE first_dossier_id = $1 ORDER BY created_at',
    [id],
  );
  const [version] = facts.rows as { facts: unknown }[];
  const [asked] = request.rows;
  return {
    ...row,
    parties: parties.rows,
    facts: version?.facts,
    openRequest: asked ?? null,
    related: related.rows,
  };
}

/** What an assignment is by hand. */
export interface FloorAssignment {
  dossierId: string;
  assigneeId: string;
  revision: number;
  key: string;
}

/**
 * A change of the lead appraiser by hand, in one transaction: everything that must be read to decide it and everything that
 * must be written for it to be told, proven and repeated; no rule is evaluated.
 */
export async function assignByHand(
  client: Queries,
  viewer: FloorViewer,
  order: FloorAssignment,
): Promise<unknown> {
  const { dossierId: id, assigneeId, revision, key } = order;
  const at = new Date();
  await client.query('BEGIN');
  try {
    const locked = await client.query('SELECT * FROM dossier WHERE id = $1 FOR UPDATE', [id]);
    const [row] = locked.rows as {
      status: string;
      step: number;
      revision: number;
      round: number;
      facts_version: number;
      due_on: string | null;
    }[];
    if (row?.revision !== revision) throw new Error('stale');
    const asked: Asked = {
      ...{ dossierId: id, assigneeId, key, actorId: viewer.id, authorityId: viewer.authorityId },
      ...{ round: row.round, factsVersion: row.facts_version, today: at.toISOString().slice(0, 10) },
    };
    for (const [sql, values] of QUESTIONS) await client.query(sql, values(asked));
    await client.query(
      `UPDATE assignment SET state = 'released', released_at = $2, revision = revision + 1 WHERE dossier_id = $1 AND kind = 'lead' AND state IN ('invited', 'accepted')`,
      [id, at],
    );
    await client.query(
      `INSERT INTO assignment (dossier_id, assignee_id, kind, state, assigned_by, assigned_at, reason) VALUES ($1, $2, 'lead', 'invited', $3, $4, 'Cân đối công việc.')`,
      [id, assigneeId, viewer.id, at],
    );
    await client.query(
      `UPDATE dossier SET revision = revision + 1, step = step + 1, updated_at = $2, updated_by = $3, lead_appraiser_id = $4 WHERE id = $1 RETURNING *`,
      [id, at, viewer.id, assigneeId],
    );
    await client.query(
      `INSERT INTO dossier_transition (dossier_id, step, command, from_status, to_status, actor_id, actor_role, round, at)
       VALUES ($1, $2, 'assign', $3, $3, $4, 'head', $5, $6)`,
      [id, row.step + 1, row.status, viewer.id, row.round, at],
    );
    await logByHand(client, viewer, { id, assigneeId, at, row });
    await client.query(
      `INSERT INTO notification (recipient_id, dossier_id, kind, params, at) VALUES ($1, $2, 'dossier.assign', $3, $4)`,
      [assigneeId, id, { status: row.status }, at],
    );
    for (const [sql, values] of CLOSING_QUESTIONS) await client.query(sql, values(asked));
    const answer = {
      dossierId: id,
      status: row.status,
      step: row.step + 1,
      revision: revision + 1,
      dueOn: row.due_on,
    };
    await client.query(
      'INSERT INTO command_receipt (actor_id, idempotency_key, fingerprint, answer, at) VALUES ($1, $2, $3, $4, $5)',
      [viewer.id, key, createHash('sha256').update(key).digest('hex'), answer, at],
    );
    await client.query('COMMIT');
    return answer;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

interface Logged {
  id: string;
  assigneeId: string;
  at: Date;
  row: { status: string; step: number; round: number; due_on: string | null };
}
async function logByHand(
  client: Queries,
  viewer: FloorViewer,
  { id, assigneeId, at, row }: Logged,
): Promise<void> {
  const head = await client.query('SELECT head_seq, head_hash FROM audit_lock_chain($1)', [id]);
  const [last] = head.rows as { head_seq: number; head_hash: string }[];
  if (!last) throw new Error('no head');
  const salt = randomBytes(32);
  const payload = JSON.stringify({ assigneeId, kind: 'lead', reason: 'Cân đối công việc.' });
  const payloadHash = createHash('sha256').update(salt).update(payload).digest('hex');
  const facts = {
    assignee: assigneeId,
    consultation: null,
    dueOn: row.due_on,
    from: row.status,
    kind: 'lead',
    round: row.round,
    step: row.step + 1,
    to: row.status,
  };
  const subject = { id, kind: 'dossier' };
  const entry = {
    action: 'dossier.assign',
    actorId: viewer.id,
    actorRole: 'head',
    at: at.toISOString(),
    chainId: id,
    facts,
    outcome: 'done',
    payloadHash,
    prevHash: last.head_hash,
    seq: last.head_seq + 1,
    subject,
  };
  const hash = createHash('sha256').update(JSON.stringify(entry)).digest('hex');
  const entryId = randomUUID();
  await client.query(
    `INSERT INTO audit_entry (id, chain_id, seq, at, actor_id, actor_role, action, subject_kind, subject_id, outcome, facts, payload_hash, prev_hash, hash)
     VALUES ($1, $2, $3, $4, $5, 'head', 'dossier.assign', 'dossier', $10, 'done', $6, $7, $8, $9)`,
    [entryId, id, entry.seq, at, viewer.id, facts, payloadHash, last.head_hash, hash, id],
  );
  await client.query('INSERT INTO audit_payload (entry_id, salt, payload) VALUES ($1, $2, $3::jsonb)', [
    entryId,
    salt,
    payload,
  ]);
}
