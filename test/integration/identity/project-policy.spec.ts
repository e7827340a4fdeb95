import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DataSource } from 'typeorm';
import { ROLES, STATUSES } from '#contracts';
import { type UnitOfWork } from '#database';
import {
  DEMO_AUTHORITY,
  DEMO_ORGANISATIONS,
  DEMO_PEOPLE,
  type DossierAccess,
  maySeeProject,
  type ProjectAccess,
  visibleProjectsSql,
} from '#identity';
import { type Actor, civilDate, civilDateOf, systemActor } from '#kernel';
import { insertProjects } from '#projects';
import { cloneDatabase, runAs, type TestDatabase } from '../../support/database.js';
import { project } from '../../support/projects.js';
import { seededUnitOfWork } from '../../support/stored-dossier.js';

const NOW = new Date('2026-07-15T02:00:00.000Z');
const TODAY = civilDateOf(NOW);
const SYSTEM = systemActor(DEMO_AUTHORITY.id);
const people = DEMO_PEOPLE.slice(0, 5).map(({ id }) => id);
const organisations = DEMO_ORGANISATIONS.slice(4, 9);
const taxCodeOf = (id: string | null) => organisations.find((one) => one.id === id)?.taxCode ?? null;
const organisation = fc.constantFrom(...organisations.map(({ id }) => id));

type Facts = Omit<DossierAccess, 'affiliations' | 'id'>;
const dossier: fc.Arbitrary<Facts> = fc.record({
  authorityId: fc.constant<string>(DEMO_AUTHORITY.id),
  status: fc.constantFrom(...STATUSES),
  channel: fc.constantFrom('investor' as const, 'requester' as const),
  ownerOrgId: organisation,
  investorOrgId: fc.option(organisation, { nil: null }),
  requesterOrgId: fc.constant(null),
  onBehalf: fc.boolean(),
  createdBy: fc.constantFrom(...people),
  leadAppraiserId: fc.constant(null),
  parties: fc.constant([]),
  assignments: fc.uniqueArray(
    fc.record({
      assigneeId: fc.constantFrom(...people),
      kind: fc.constant('lead' as const),
      state: fc.constantFrom('invited' as const, 'accepted' as const),
    }),
    { maxLength: 1, selector: ({ kind }) => kind },
  ),
  consultations: fc.constant([]),
  conflictedUserIds: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 1 }),
});
const entry = fc.record({
  taxCode: fc.option(fc.constantFrom(...organisations.map(({ taxCode }) => taxCode ?? '')), { nil: null }),
  branch: fc.boolean(),
  matches: fc.array(fc.record({ dossier, state: fc.constantFrom('proposed', 'confirmed', 'rejected') }), {
    maxLength: 2,
  }),
});
const affiliation = fc.record({
  organisationId: organisation,
  validFrom: fc.constantFrom('2020-01-01', '2026-07-16').map(civilDate),
  validTo: fc.option(fc.constantFrom('2024-07-14', '2024-07-15').map(civilDate), { nil: null }),
});
const entries = fc.sample(entry, { seed: 914, numRuns: 120 });
const affiliations = new Map(
  people.map((id, seed) => [
    id,
    (fc.sample(fc.array(affiliation, { maxLength: 1 }), { seed, numRuns: 1 })[0] ?? []).filter(
      ({ validFrom, validTo }) => validTo === null || validTo >= validFrom,
    ),
  ]),
);
const actors: Actor[] = fc
  .sample(
    fc.record({
      id: fc.constantFrom(...people),
      roles: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 2 }),
      organisationId: fc.option(fc.oneof(organisation, fc.constant(DEMO_ORGANISATIONS[0]?.id ?? '')), {
        nil: null,
      }),
    }),
    { seed: 77, numRuns: 120 },
  )
  .map((actor) => ({ ...actor, kind: 'person', name: 'somebody', authorityId: DEMO_AUTHORITY.id }));

let db: TestDatabase;
let source: DataSource;
let unitOfWork: UnitOfWork;
const stored: {
  id: string;
  access: Omit<ProjectAccess, 'affiliations' | 'employerTaxCode' | 'dossiers'>;
  dossiers: Omit<DossierAccess, 'affiliations'>[];
}[] = [];

beforeAll(async () => {
  db = await cloneDatabase('project_policy');
  ({ source, unitOfWork } = await seededUnitOfWork(db, NOW));
  await runAs(db.superuser, 'DELETE FROM user_affiliation');
  for (const one of entries) await store(one);
  for (const [userId, rows] of affiliations)
    for (const { organisationId, validFrom, validTo } of rows)
      await runAs(
        db.superuser,
        'INSERT INTO user_affiliation (user_id, organisation_id, valid_from, valid_to, recorded_at) VALUES ($1, $2, $3, $4, now())',
        [userId, organisationId, validFrom, validTo],
      );
});
afterAll(async () => {
  await source.destroy();
  await db.drop();
});

async function store({ taxCode, branch, matches }: (typeof entries)[number]): Promise<void> {
  const investorTaxCode = taxCode === null ? null : branch ? `${taxCode}-001` : taxCode;
  await unitOfWork.run(SYSTEM, async (tx) => {
    const [made] = await insertProjects(tx, [project({ investorTaxCode })], { source: 'manual' });
    if (!made) throw new Error('nothing was inserted');
    const row = await tx.one<{ org: string | null }>(
      'SELECT investor_org_id AS org FROM investment_project WHERE id = $1',
      [made.id],
    );
    const live: Omit<DossierAccess, 'affiliations'>[] = [];
    for (const { dossier: facts, state } of matches) {
      const id = await storeDossierFacts(tx, facts);
      await tx.query(
        `INSERT INTO project_match (project_id, dossier_id, state, reasons, proposed_by, proposed_at, decided_by)
         VALUES ($1, $2, $3, '{}', $4, $5, $4)`,
        [made.id, id, state, people[0], tx.at],
      );
      if (state !== 'rejected') live.push({ ...facts, id });
    }
    const withdrawn = stored.length % 10 === 9;
    if (withdrawn) await withdraw(tx, made.id);
    stored.push({
      id: made.id,
      access: { authorityId: DEMO_AUTHORITY.id, investorOrgId: row?.org ?? null, investorTaxCode, withdrawn },
      dossiers: live,
    });
  });
}

async function withdraw(tx: Tx, id: string): Promise<void> {
  await tx.query('UPDATE investment_project SET withdrawn_at = $2, revision = 2 WHERE id = $1', [id, tx.at]);
  await tx.query(
    `INSERT INTO project_event (project_id, seq, kind, facts, actor_id, actor_role, at) VALUES ($1, 2, 'withdrawn', '{}', $2, 'system', $3)`,
    [id, tx.actor.id, tx.at],
  );
}

type Tx = Parameters<Parameters<UnitOfWork['run']>[1]>[0];
async function storeDossierFacts(tx: Tx, facts: Facts): Promise<string> {
  const row = await tx.one<{ id: string }>(
    `INSERT INTO dossier (authority_id, procedure_id, status, channel, owner_org_id, investor_org_id, on_behalf, created_by,
       created_at, updated_at, updated_by) VALUES ($1, 'opinion', $2, $3, $4, $5, $6, $7, $8, $8, $7) RETURNING id`,
    [
      facts.authorityId,
      facts.status,
      facts.channel,
      facts.ownerOrgId,
      facts.investorOrgId,
      facts.onBehalf,
      facts.createdBy,
      tx.at,
    ],
  );
  const id = row?.id ?? '';
  await tx.query(
    `INSERT INTO dossier_transition (dossier_id, step, command, to_status, actor_id, actor_role, round, at)
     VALUES ($1, 0, 'submit', $2, $3, 'investor', 1, $4)`,
    [id, facts.status, facts.createdBy, tx.at],
  );
  for (const { assigneeId, kind, state } of facts.assignments)
    await tx.query(
      'INSERT INTO assignment (dossier_id, assignee_id, kind, state, assigned_by, assigned_at) VALUES ($1, $2, $3, $4, $2, $5)',
      [id, assigneeId, kind, state, tx.at],
    );
  for (const userId of facts.conflictedUserIds)
    await tx.query(
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'declared', 'related', $3)`,
      [id, userId, tx.at],
    );
  return id;
}

test('SQL shows every actor exactly the projects that the pure policy shows', async () => {
  let shown = 0;
  for (const actor of [...actors, SYSTEM]) {
    const own = affiliations.get(actor.id) ?? [];
    const expected = stored
      .filter(({ access, dossiers }) =>
        maySeeProject(
          actor,
          {
            ...access,
            affiliations: own.map((one) => ({ ...one, taxCode: taxCodeOf(one.organisationId) })),
            employerTaxCode: taxCodeOf(actor.organisationId),
            dossiers: dossiers.map((one) => ({ ...one, affiliations: own })),
          },
          TODAY,
        ),
      )
      .map(({ id }) => id)
      .sort();
    shown += expected.length;
    const ids = await unitOfWork.read(actor, async (tx) => {
      const { sql, values } = visibleProjectsSql(tx, 1, 'x');
      const rows = await tx.query<{ id: string }>(
        `SELECT x.id FROM investment_project x WHERE $1::boolean AND ${sql} ORDER BY x.id`,
        [true, ...values],
      );
      return rows.map(({ id }) => id);
    });
    expect({ actor, ids }).toEqual({ actor, ids: expected });
  }
  expect(shown).toBeGreaterThan(500);
});
