import { type Fault, otherFault, recordFault, type RecordFault } from './domain/fault.types.js';
import { type SnapshotReader } from './snapshot-reader.js';
import { type VerificationTally } from './verification-tally.js';

interface BadRow {
  chain_id: string;
  seq: number | null;
  reason: RecordFault;
  detail: string;
}

/** Each row of the transition log has one entry that says the same, by the same person, at the same instant. */
const STEPS = `
SELECT coalesce(t.dossier_id, e.chain_id) AS chain_id, e.seq, 'step ' || coalesce(t.step::text, e.step) AS detail,
       CASE WHEN e.seq IS NULL THEN 'transition_not_logged' WHEN t.step IS NULL THEN 'transition_missing' ELSE 'transition_differs' END AS reason
  FROM dossier_transition t
  FULL JOIN (SELECT chain_id, seq, at, actor_id, actor_role, action, facts, step, count(*) OVER (PARTITION BY chain_id, step) AS times
               FROM (SELECT a.*, CASE a.action WHEN 'dossier.created' THEN '0' ELSE a.facts->>'step' END AS step FROM audit_entry a
                      WHERE a.outcome = 'done' AND a.subject_kind = 'dossier' AND a.action LIKE 'dossier.%') said
              WHERE step IS NOT NULL) e
    ON e.chain_id = t.dossier_id AND e.step = t.step::text
 WHERE (e.times = 1 AND e.actor_id = t.actor_id::text AND e.actor_role = t.actor_role AND e.at = t.at
        AND CASE t.step WHEN 0 THEN e.action = 'dossier.created' AND t.command = 'create' AND t.from_status IS NULL
              AND t.to_status = 'draft' AND t.round = 1
            ELSE e.action = 'dossier.' || t.command AND e.facts->>'from' = t.from_status AND e.facts->>'to' = t.to_status
              AND e.facts->>'round' = t.round::text END) IS NOT TRUE
 ORDER BY 1, t.step, e.seq`;

/** A dossier stands where its newest row of the transition log left it. */
const DOSSIERS = `
SELECT coalesce(d.id, t.dossier_id) AS chain_id, NULL::int AS seq, 'dossier_differs' AS reason,
       CASE WHEN d.id IS NULL THEN 'no dossier' ELSE 'step ' || d.step || ', ' || d.status END AS detail
  FROM dossier d
  FULL JOIN (SELECT DISTINCT ON (dossier_id) dossier_id, step, to_status FROM dossier_transition ORDER BY dossier_id, step DESC) t
    ON t.dossier_id = d.id
 WHERE (t.step = d.step AND t.to_status = d.status) IS NOT TRUE
 ORDER BY 1`;

/** What the chains say of stored bytes is what the rows say of them. */
const DOCUMENTS = `
SELECT coalesce(r.dossier_id, e.chain_id) AS chain_id, e.seq, coalesce(r.kind || ' ' || r.id, e.subject_kind || ' ' || e.subject_id) AS detail,
       CASE WHEN e.seq IS NULL THEN 'document_not_logged' WHEN r.id IS NULL THEN 'document_missing' ELSE 'document_differs' END AS reason
  FROM (SELECT dossier_id, 'document' AS kind, id::text AS id, sha256, size::text AS size FROM document
        UNION ALL SELECT dossier_id, 'letter', id::text, sha256, size::text FROM letter WHERE status = 'issued') r
  FULL JOIN (SELECT chain_id, seq, subject_kind, subject_id, facts, count(*) OVER (PARTITION BY chain_id, subject_kind, subject_id) AS times
               FROM audit_entry WHERE outcome = 'done' AND action IN ('document.uploaded', 'letter.issued')) e
    ON e.chain_id = r.dossier_id AND e.subject_kind = r.kind AND e.subject_id = r.id
 WHERE (e.times = 1 AND e.facts->>'sha256' = r.sha256 AND e.facts->>'size' = r.size) IS NOT TRUE
 ORDER BY 1, e.seq`;

/** Counts of lists come from the tally: what it says of each standing is what the rows say. */
const TALLY = `
SELECT status || ', ' || procedure_id || ', ' || coalesce(capital_origin, '-') || ': ' || sum(tallied) || ' for ' || sum(stored) AS detail
  FROM (SELECT authority_id, status, procedure_id, capital_origin, n AS tallied, 0 AS stored FROM dossier_tally
        UNION ALL SELECT authority_id, status, procedure_id, capital_origin, 0, 1 FROM dossier) counted
 GROUP BY authority_id, status, procedure_id, capital_origin HAVING sum(tallied) <> sum(stored) ORDER BY 1`;

const FILES = `
SELECT dossier_id AS chain_id, kind || ' ' || id AS detail, sha256, storage_key
  FROM (SELECT dossier_id, 'document' AS kind, id, sha256, storage_key FROM document
        UNION ALL SELECT dossier_id, 'letter', id, sha256, storage_key FROM letter WHERE status = 'issued') stored
 ORDER BY storage_key, 1, 2`;

interface FileRow {
  chain_id: string;
  detail: string;
  sha256: string;
  storage_key: string;
}
/** SHA-256 of the stored bytes of a key, lower-case hex; null when there are none. */
export type StoredHash = (storageKey: string) => Promise<string | null>;

/** Comparisons of `verifyRecords`. */
export const RECORD_CHECKS = 4;

/**
 * Checks that dossiers, transitions, documents and letters say what the chains say of them, and that the tally counts them;
 * tells after each comparison how many are done.
 */
export async function verifyRecords(
  reader: SnapshotReader,
  tally: VerificationTally,
  compared: (checks: number) => void,
): Promise<void> {
  const [counts] = await reader.all<{ steps: number }>(
    'SELECT count(*)::int AS steps FROM dossier_transition',
  );
  tally.steps = counts?.steps ?? 0;
  for (const [index, sql] of [STEPS, DOSSIERS, DOCUMENTS].entries()) {
    for await (const rows of reader.each<BadRow>(sql)) tally.add(rows.map(faultOf));
    compared(index + 1);
  }
  const miscounted = await reader.all<{ detail: string }>(TALLY);
  tally.add(miscounted.map(({ detail }) => otherFault('tally_differs', null, detail)));
  compared(RECORD_CHECKS);
}

const faultOf = ({ chain_id, seq, reason, detail }: BadRow): Fault =>
  recordFault(chain_id, seq, reason, detail);

/**
 * Hashes the stored bytes of every document and issued letter again; equal bytes are stored, and read, once. Tells before
 * each file how many are done; whoever is told may throw to leave off.
 */
export async function verifyFiles(
  reader: SnapshotReader,
  tally: VerificationTally,
  hashOf: StoredHash,
  hashed: (files: number) => void,
): Promise<void> {
  let [key, hash]: [string, string | null] = ['', null];
  for await (const rows of reader.each<FileRow>(FILES)) {
    for (const row of rows) {
      if (key !== row.storage_key) {
        hashed(tally.files);
        [key, hash] = [row.storage_key, await hashOf(row.storage_key)];
        tally.files += 1;
      }
      const reason = hash === null ? 'file_missing' : 'file_differs';
      if (hash !== row.sha256) tally.add([recordFault(row.chain_id, null, reason, row.detail)]);
    }
  }
}
