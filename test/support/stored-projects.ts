import { randomUUID } from 'node:crypto';
import { type NewProject } from '#contracts';
import { type UnitOfWork } from '#database';
import { DEMO_AUTHORITY, DEMO_PEOPLE, demoOrganisation } from '#identity';
import { systemActor } from '#kernel';
import { insertProjects, type StandingDossier, type StandingFacts } from '#projects';
import { project } from './projects.js';

type Tx = Parameters<Parameters<UnitOfWork['run']>[1]>[0];
const SYSTEM = systemActor(DEMO_AUTHORITY.id);
const PERSON = DEMO_PEOPLE[11]?.id ?? '';
const OTHER = DEMO_PEOPLE[21]?.id ?? '';
const LAW = 'law-of-projects';
let number = 0;

/** Puts a project with everything that its standing depends on into the database; returns its id. */
export const storeProject = (
  unitOfWork: UnitOfWork,
  facts: StandingFacts,
  changes: Partial<NewProject> = {},
): Promise<string> =>
  unitOfWork.run(SYSTEM, async (tx) => {
    const { policyDecidedOn, certificateOn } = facts;
    const row = project({ ...changes, policyDecidedOn, certificateOn });
    const [made] = await insertProjects(tx, [row], { source: 'manual' });
    if (!made) throw new Error('nothing was inserted');
    if (facts.exempt) await exempt(tx, made.id);
    if (facts.finalDecision !== null) await decide(tx, made.id, facts.finalDecision);
    for (const dossier of facts.dossiers) await matched(tx, made.id, await storeMatchedDossier(tx, dossier));
    return made.id;
  });

const exempt = (tx: Tx, id: string) =>
  tx.query(
    `INSERT INTO project_exemption (project_id, reason_code, reason, state, proposed_by, proposed_at, decided_by, decided_at)
     VALUES ($1, 'no_technology', 'Không có dây chuyền công nghệ.', 'confirmed', $2, $4, $3, $4)`,
    [id, PERSON, OTHER, tx.at],
  );

async function decide(
  tx: Tx,
  id: string,
  decision: NonNullable<StandingFacts['finalDecision']>,
): Promise<void> {
  const made = await tx.one<{ id: string }>(
    `INSERT INTO project_decision (project_id, kind, number, decided_on, decided_by, recorded_by, recorded_at)
     VALUES ($1, $2, '1/QĐ-UBND', $3, 'UBND tỉnh', $4, $5) RETURNING id`,
    [id, decision.kind, decision.decidedOn, PERSON, tx.at],
  );
  await tx.query(`UPDATE investment_project SET decision_id = $2, revision = revision + 1 WHERE id = $1`, [
    id,
    made?.id,
  ]);
  await tx.query(
    `INSERT INTO project_event (project_id, seq, kind, facts, actor_id, actor_role, at) VALUES ($1, 2, 'decided', '{}', $2, 'clerk', $3)`,
    [id, PERSON, tx.at],
  );
}

const matched = (tx: Tx, id: string, dossierId: string) =>
  tx.query(
    `INSERT INTO project_match (project_id, dossier_id, state, reasons, proposed_by, proposed_at, decided_by, decided_at)
     VALUES ($1, $2, 'confirmed', '{}', $3, $4, $3, $4)`,
    [id, dossierId, PERSON, tx.at],
  );

async function storeMatchedDossier(tx: Tx, facts: StandingDossier): Promise<string> {
  const first = facts.procedureId === 'reappraisal' ? await storeFirst(tx) : null;
  const id = await storeRow(tx, facts, first);
  for (const [index, letter] of facts.letters.entries()) await storeLetter(tx, id, index + 1, letter);
  if (facts.silent) await storeSilence(tx, id);
  return id;
}

/** The approved dossier that a reappraisal is about; nobody matched it. */
async function storeFirst(tx: Tx): Promise<string> {
  const id = await storeRow(tx, { procedureId: 'opinion', status: 'approved', receivedOn: null }, null);
  await tx.query(
    `INSERT INTO facts_version (dossier_id, version, facts, digest, changes, by_agency, entered_by, entered_at)
     VALUES ($1, 1, '{}', 'd', '[]', false, $2, $3)`,
    [id, PERSON, tx.at],
  );
  return id;
}

async function storeRow(
  tx: Tx,
  facts: Pick<StandingDossier, 'procedureId' | 'status' | 'receivedOn'>,
  first: string | null,
): Promise<string> {
  const id = randomUUID();
  const owner = demoOrganisation('ceramics').id;
  await tx.query(
    `INSERT INTO dossier (id, authority_id, procedure_id, status, channel, owner_org_id, investor_org_id, received_on, project_name,
       created_by, created_at, updated_at, updated_by, first_dossier_id, first_facts_version, first_procedure_id)
     VALUES ($1, $2, $3, $4, 'investor', $5, $5, $6, 'Dự án', $7, $8, $8, $7, $9, $10, $11)`,
    [
      id,
      DEMO_AUTHORITY.id,
      facts.procedureId,
      facts.status,
      owner,
      facts.receivedOn,
      PERSON,
      tx.at,
      first,
      first === null ? null : 1,
      first === null ? null : 'opinion',
    ],
  );
  await tx.query(
    `INSERT INTO dossier_transition (dossier_id, step, command, to_status, actor_id, actor_role, round, at)
     VALUES ($1, 0, 'submit', $2, $3, 'investor', 1, $4)`,
    [id, facts.status, PERSON, tx.at],
  );
  return id;
}

async function storeLetter(
  tx: Tx,
  dossierId: string,
  round: number,
  letter: StandingDossier['letters'][number],
): Promise<void> {
  number += 1;
  const isIssued = letter.status === 'issued';
  const kind = letter.kind === 'answer' ? 'decision' : 'return_notice';
  const issued = isIssued
    ? [
        letter.validity,
        Number(letter.issuedOn?.slice(0, 4)),
        number,
        'SKHCN',
        letter.issuedOn,
        tx.at,
        PERSON,
        'A',
        'B',
        'a'.repeat(64),
        'k',
        1,
      ]
    : Array.from({ length: 12 }, () => null);
  await tx.query(
    `INSERT INTO letter (dossier_id, authority_id, kind, register, round, status, draft_data, template_version, created_by, created_at, updated_at,
       validity, year, number, symbol, issued_on, issued_at, issued_by, signed_name, signed_title, sha256, storage_key, size)
     VALUES ($1, $2, $3, 'official_letter', $4, $5, $6, '1', $7, $8, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [
      dossierId,
      DEMO_AUTHORITY.id,
      kind,
      round,
      letter.status,
      { reason: 'not_subject' },
      PERSON,
      tx.at,
      ...issued,
    ],
  );
  if (letter.outcome !== null && letter.kind === 'answer')
    await tx.query(
      `INSERT INTO decision (dossier_id, round, kind, content, decided_by, decided_at, after_deadline) VALUES ($1, $2, $3, '{}', $4, $5, false)`,
      [dossierId, round, letter.outcome, PERSON, tx.at],
    );
}

async function storeSilence(tx: Tx, dossierId: string): Promise<void> {
  await tx.query('INSERT INTO law_set VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [LAW, {}, tx.at]);
  const clockId = randomUUID();
  await tx.query(
    `INSERT INTO clock (id, dossier_id, rule_id, pack_id, rule, purpose, law_set_digest, start_on, value, unit, due_on, state, created_at)
     VALUES ($1, $2, 'r', 'p', '{}', 'reply', $3, '2026-01-05', 7, 'working_day', '2026-01-14', 'expired', $4)`,
    [clockId, dossierId, LAW, tx.at],
  );
  await tx.query(
    `INSERT INTO clock_movement (clock_id, movement, new_due_on, reason, actor_id, at) VALUES ($1, 1, '2026-01-14', 'started', $2, $3)`,
    [clockId, PERSON, tx.at],
  );
  await tx.query(
    `INSERT INTO silence_record (dossier_id, clock_id, effect, basis, due_on, recorded_at) VALUES ($1, $2, 'e', 'b', '2026-01-14', $3)`,
    [dossierId, clockId, tx.at],
  );
}
