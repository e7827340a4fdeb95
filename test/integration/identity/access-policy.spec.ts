import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { CONSULTATION_KINDS, CONSULTATION_STATES, ROLES, type Role, STATUSES } from '#contracts';
import { dataSourceOptions, type Tx, UnitOfWork } from '#database';
import {
  AccessPolicy,
  DEMO_AUTHORITY,
  DEMO_ORGANISATIONS,
  DEMO_PEOPLE,
  type DossierAccess,
  maySee,
  conflictedDossiersSql,
  openDossierSql,
  relationsOf,
  seedDemoIdentities,
  visibleDossiersSql,
} from '#identity';
import {
  type Actor,
  AdjustableClock,
  type CivilDate,
  civilDate,
  civilDateOf,
  Refusal,
  systemActor,
} from '#kernel';
import { foldTally, listDossiers, parseListQuery, tabCounts } from '#dossiers';
import { cloneDatabase, runAs, type TestDatabase } from '../../support/database.js';

const NOW = new Date('2026-07-15T02:00:00.000Z');
const TODAY = civilDateOf(NOW);
const OTHER_AUTHORITY = '00000001-0000-4000-8000-000000000002';
const people = DEMO_PEOPLE.slice(0, 8).map(({ id }) => id);
const organisations = DEMO_ORGANISATIONS.slice(0, 6).map(({ id }) => id);

const person = fc.constantFrom(...people);
const organisation = fc.constantFrom(...organisations);
const maybeOrganisation = fc.option(organisation, { nil: null });
const authority = fc.constantFrom(DEMO_AUTHORITY.id, DEMO_AUTHORITY.id, DEMO_AUTHORITY.id, OTHER_AUTHORITY);
/** Days around both ends of the window in which a past affiliation counts. */
const lastDay = fc.option(
  fc.constantFrom('2024-07-14', '2024-07-15', '2024-07-16', '2026-07-14').map(civilDate),
  { nil: null },
);
type Affiliation = DossierAccess['affiliations'][number];
const affiliation: fc.Arbitrary<Affiliation> = fc
  .record({
    organisationId: organisation,
    validFrom: fc.constantFrom('2020-01-01', '2026-07-15', '2026-07-16').map(civilDate),
    validTo: lastDay,
  })
  .filter(({ validFrom, validTo }) => validTo === null || validTo >= validFrom);

type Facts = Omit<DossierAccess, 'affiliations'>;
const dossier: fc.Arbitrary<Facts> = fc.record({
  id: fc.uuid({ version: 4 }),
  authorityId: authority,
  status: fc.constantFrom('draft' as const, 'draft' as const, ...STATUSES),
  channel: fc.constantFrom('investor' as const, 'requester' as const),
  ownerOrgId: organisation,
  investorOrgId: maybeOrganisation,
  requesterOrgId: maybeOrganisation,
  onBehalf: fc.boolean(),
  createdBy: person,
  leadAppraiserId: fc.option(person, { nil: null }),
  parties: fc.uniqueArray(
    fc.record({
      organisationId: organisation,
      party: fc.constantFrom('investor', 'requester', 'consultant', 'technology_supplier'),
    }),
    { maxLength: 2, selector: ({ organisationId, party }) => organisationId + party },
  ),
  assignments: fc.uniqueArray(
    fc.record({
      assigneeId: person,
      kind: fc.constantFrom('lead' as const, 'expert' as const, 'council' as const),
      state: fc.constantFrom(
        'invited' as const,
        'accepted' as const,
        'declined' as const,
        'released' as const,
      ),
    }),
    {
      maxLength: 3,
      selector: ({ assigneeId, kind }) => (kind === 'lead' ? 'lead' : `${kind} ${assigneeId}`),
    },
  ),
  consultations: fc.uniqueArray(
    fc.record({
      organisationId: organisation,
      kind: fc.constantFrom(...CONSULTATION_KINDS),
      state: fc.constantFrom(...CONSULTATION_STATES),
    }),
    { maxLength: 2, selector: ({ organisationId }) => organisationId },
  ),
  conflictedUserIds: fc.uniqueArray(person, { maxLength: 2 }),
});
const rolesOf: fc.Arbitrary<Role[]> = fc.oneof(
  fc.constantFrom(...ROLES).map((role) => [role]),
  fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 3 }),
);

const SAMPLE = { seed: 20260715, numRuns: 150 };
const dossiers = fc.sample(dossier, SAMPLE);
const affiliations = new Map(
  people.map((id, n) => [
    id,
    fc.sample(fc.array(affiliation, { maxLength: 2 }), { seed: n, numRuns: 1 })[0] ?? [],
  ]),
);
const actors: Actor[] = fc
  .sample(
    fc.record({ id: person, roles: rolesOf, organisationId: maybeOrganisation, authorityId: authority }),
    { ...SAMPLE, numRuns: 200 },
  )
  .map((actor) => ({ ...actor, kind: 'person', name: 'somebody' }));

let db: TestDatabase;
let source: DataSource;
let unitOfWork: UnitOfWork;
const system = systemActor(DEMO_AUTHORITY.id);

beforeAll(async () => {
  db = await cloneDatabase('access_policy');
  source = await new DataSource(dataSourceOptions(db.app)).initialize();
  unitOfWork = new UnitOfWork(source, new AdjustableClock(NOW));
  await unitOfWork.run(system, seedDemoIdentities);
  await runAs(db.superuser, 'DELETE FROM user_affiliation');
  await runAs(db.superuser, `INSERT INTO authority VALUES ($1, 'OTHER', 'Other', 'Other', now())`, [
    OTHER_AUTHORITY,
  ]);
  for (const facts of dossiers) await store(facts);
  for (const [userId, rows] of affiliations) for (const row of rows) await storeAffiliation(userId, row);
});
afterAll(async () => {
  await source.destroy();
  await db.drop();
});

const store = (facts: Facts) =>
  unitOfWork.run(system, async (tx) => {
    await tx.query(
      `INSERT INTO dossier (id, authority_id, procedure_id, status, channel, owner_org_id, investor_org_id, requester_org_id, on_behalf,
         created_by, lead_appraiser_id, created_at, updated_at, updated_by)
       VALUES ($1, $2, 'opinion', $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $9)`,
      [
        facts.id,
        facts.authorityId,
        facts.status,
        facts.channel,
        facts.ownerOrgId,
        facts.investorOrgId,
        facts.requesterOrgId,
        facts.onBehalf,
        facts.createdBy,
        facts.leadAppraiserId,
        tx.at,
      ],
    );
    await tx.query(
      `INSERT INTO dossier_transition (dossier_id, step, command, to_status, actor_id, actor_role, round, at)
       VALUES ($1, 0, 'submit', $2, $3, 'investor', 1, $4)`,
      [facts.id, facts.status, facts.createdBy, tx.at],
    );
    for (const { organisationId, party } of facts.parties) {
      await tx.query('INSERT INTO dossier_party VALUES ($1, $2, $3)', [facts.id, organisationId, party]);
    }
    for (const { assigneeId, kind, state } of facts.assignments) {
      await tx.query(
        'INSERT INTO assignment (dossier_id, assignee_id, kind, state, assigned_by, assigned_at) VALUES ($1, $2, $3, $4, $2, $5)',
        [facts.id, assigneeId, kind, state, tx.at],
      );
    }
    for (const consultation of facts.consultations)
      await storeConsultation(tx, facts.id, facts.authorityId, consultation);
    for (const userId of facts.conflictedUserIds) {
      await tx.query(
        `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'declared', 'related', $3)`,
        [facts.id, userId, tx.at],
      );
    }
  });

/** A consultation in any state, with what the state needs. */
async function storeConsultation(
  tx: Tx,
  dossierId: string,
  authorityId: string,
  { organisationId, kind, state }: DossierAccess['consultations'][number],
): Promise<void> {
  const letter = await tx.one<{ id: string }>(
    `INSERT INTO letter (dossier_id, authority_id, kind, register, round, status, draft_data, template_version, created_by,
       created_at, updated_at) VALUES ($1, $2, 'consultation_request', 'official_letter', 1, 'draft', '{}', 'x', $3, $4, $4) RETURNING id`,
    [dossierId, authorityId, people[0], tx.at],
  );
  const answered = state === 'answered';
  const ended = state === 'closed_silent' || state === 'withdrawn';
  const kept = (when: boolean, value: unknown) => (when ? value : null);
  await tx.query(
    `INSERT INTO consultation (dossier_id, round, organisation_id, kind, question, legal_basis, term, reply_by, state, letter_id,
       asked_by, asked_at, sent_on, position, answer, answered_on, entered_by, entered_at, closed_by, closed_on, close_reason, withdrawal)
     VALUES ($1, 1, $2, $3, 'q', 'b', 'standard', '2026-08-01', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      dossierId,
      organisationId,
      kind,
      state,
      letter?.id,
      people[0],
      tx.at,
      kept(state !== 'drafted', TODAY),
      kept(answered, 'agrees'),
      kept(answered, 'a'),
      kept(answered, TODAY),
      kept(answered, people[0]),
      kept(answered, tx.at),
      kept(ended, people[0]),
      kept(ended, TODAY),
      kept(ended, 'r'),
      kept(state === 'withdrawn', 'not_needed'),
    ],
  );
}

const storeAffiliation = (userId: string, row: Affiliation) =>
  unitOfWork.run(system, (tx) =>
    tx.query(
      'INSERT INTO user_affiliation (user_id, organisation_id, valid_from, valid_to, recorded_at) VALUES ($1, $2, $3, $4, $5)',
      [userId, row.organisationId, row.validFrom, row.validTo, tx.at],
    ),
  );

const visibleTo = (actor: Actor): Promise<string[]> =>
  unitOfWork.read(actor, async (tx) => {
    const { sql, values } = visibleDossiersSql(tx, 1, 'x');
    const rows = await tx.query<{ id: string }>(
      `SELECT x.id FROM dossier x WHERE $1::boolean AND ${sql} ORDER BY x.id`,
      [true, ...values],
    );
    return rows.map(({ id }) => id);
  });
const seenBy = (actor: Actor, today: CivilDate): string[] =>
  dossiers
    .filter((facts) => maySee(actor, { ...facts, affiliations: affiliations.get(actor.id) ?? [] }, today))
    .map(({ id }) => id)
    .sort();

const answerableBy = (actor: Actor): string[] =>
  dossiers
    .map((facts) => ({ ...facts, affiliations: affiliations.get(actor.id) ?? [] }))
    .filter((facts) => maySee(actor, facts, TODAY) || relationsOf(actor, facts, TODAY).includes('invited'))
    .map(({ id }) => id)
    .sort();

describe('one policy in two languages', () => {
  test('SQL shows every actor exactly the dossiers that the pure policy shows', async () => {
    let shown = 0;
    for (const actor of actors) {
      const expected = seenBy(actor, TODAY);
      shown += expected.length;
      expect({ actor, ids: await visibleTo(actor) }).toEqual({ actor, ids: expected });
    }
    expect(shown).toBeGreaterThan(1000);
  });

  test.each([false, true])(
    'so does the question about one dossier, asked for an invitation: %s',
    async (asInvited) => {
      let shown = 0;
      for (const actor of actors) {
        const rows = await unitOfWork.read(actor, (tx) => {
          const { sql, values } = openDossierSql(tx, { asInvited, paramOffset: 1 }, 'x');
          return tx.query<{ id: string }>(
            `SELECT x.id FROM dossier x WHERE $1::boolean AND ${sql} ORDER BY x.id`,
            [true, ...values],
          );
        });
        const expected = asInvited ? answerableBy(actor) : seenBy(actor, TODAY);
        shown += expected.length;
        expect({ actor, ids: rows.map(({ id }) => id) }).toEqual({ actor, ids: expected });
      }
      expect(shown).toBeGreaterThan(1000);
    },
  );

  test('the dossiers with which somebody is in conflict are those to which the pure policy says so', async () => {
    let found = 0;
    for (const actor of actors) {
      const rows = await unitOfWork.read(actor, (tx) => {
        const { sql, values } = conflictedDossiersSql(tx, 1, 'x');
        return tx.query<{ id: string }>(
          `SELECT x.id FROM dossier x WHERE $1::boolean AND ${sql} ORDER BY x.id`,
          [true, ...values],
        );
      });
      const expected = dossiers
        .map((facts) => ({ ...facts, affiliations: affiliations.get(actor.id) ?? [] }))
        .filter((facts) => relationsOf(actor, facts, TODAY).includes('conflicted'))
        .map(({ id }) => id)
        .sort();
      found += expected.length;
      expect({ actor, ids: rows.map(({ id }) => id) }).toEqual({ actor, ids: expected });
    }
    expect(found).toBeGreaterThan(1000);
  });

  test('counts are of exactly these dossiers, also those that the tally keeps, before and after it is folded', async () => {
    const filters = [
      '',
      'status=submitted',
      'status=draft&status=approved',
      'procedure=opinion',
      'procedure=appraisal',
    ];
    const countOf = (actor: Actor, filter: string) =>
      unitOfWork.read(actor, async (tx) => {
        const raw = Object.fromEntries(
          [...new URLSearchParams(filter).keys()].map((name) => [
            name,
            new URLSearchParams(filter).getAll(name),
          ]),
        );
        const query = parseListQuery({ ...raw, count: 'true', limit: '100' });
        const page = await listDossiers(tx, query, (offset) => visibleDossiersSql(tx, offset), TODAY);
        return [page.total, page.nextCursor === null ? page.items.length : page.total];
      });
    for (const [at, actor] of actors.entries()) {
      const filter = filters[at % filters.length] ?? '';
      if (at === 100) await unitOfWork.run(system, foldTally);
      const [counted, listed] = await countOf(actor, filter);
      expect({ actor, filter, counted }).toEqual({ actor, filter, counted: listed });
      if (filter === '') expect({ actor, counted }).toEqual({ actor, counted: seenBy(actor, TODAY).length });
    }
  });

  test('each number over a worklist is the length of the whole list that it names, for everybody and under filters', async () => {
    await runAs(
      db.superuser,
      `UPDATE dossier SET revision = revision + 1, due_on = (ARRAY[NULL, '2026-07-14', '2026-07-15', '2026-07-20', '2026-07-21'])[1 + get_byte(uuid_send(id), 3) % 5]::date
        WHERE status NOT IN ('draft', 'returned', 'withdrawn', 'discontinued')`,
    );
    const filters: Record<string, string | string[]>[] = [
      {},
      { procedure: 'opinion' },
      { status: ['submitted', 'approved'] },
      { dueTo: '2026-07-15' },
      { nearDue: 'true' },
      { dueFrom: '2026-07-15', q: '' },
    ];
    const within: Record<string, string>[] = [
      { tab: 'closed' },
      { tab: 'mine' },
      {},
      { tab: 'open' },
      { tab: 'mine' },
    ];
    let counted = 0;
    for (const [at, actor] of actors.slice(0, 120).entries()) {
      const filter = filters[at % filters.length] ?? {};
      const tab = within[at % within.length] ?? {};
      await unitOfWork.read(actor, async (tx) => {
        const seen = (offset: number) => visibleDossiersSql(tx, offset);
        const { all, nearDue, overdue, action, ...tabs } = await tabCounts(
          tx,
          parseListQuery({ ...filter, ...tab }),
          seen,
          TODAY,
        );
        const numbers: [Record<string, string>, number | null][] = [
          [{}, all],
          [{ ...tab, nearDue: 'true' }, nearDue],
          [{ ...tab, overdue: 'true' }, overdue],
          [{ ...tab, action: 'mine' }, action],
          ...Object.entries(tabs).map(([tab, n]): [Record<string, string>, number | null] => [{ tab }, n]),
        ];
        for (const [name, number] of numbers) {
          if (number === null) continue;
          const length = await lengthOf(tx, { ...filter, ...name });
          expect({ actor, filter, name, number, total: length.total }).toEqual({
            actor,
            filter,
            name,
            number: length.walked,
            total: length.walked,
          });
          counted += number;
        }
        if (tabs.unassigned !== null) expect((tabs.unassigned ?? 0) + (tabs.team ?? 0)).toBe(tabs.open);
        const ids = seenBy(actor, TODAY).filter(
          (id) => dossiers.find((one) => one.id === id)?.status !== 'draft',
        );
        if (at % filters.length === 0) expect((tabs.open ?? 0) + (tabs.closed ?? 0)).toBe(ids.length);
      });
    }
    expect(counted).toBeGreaterThan(1000);
  });

  /** Walks a list to its end. */
  async function lengthOf(tx: Tx, raw: Record<string, string | string[]>) {
    let [walked, total] = [0, -1];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = parseListQuery({
        ...raw,
        count: 'true',
        limit: '100',
        ...(cursor === '' ? {} : { cursor }),
      });
      const page: Awaited<ReturnType<typeof listDossiers>> = await listDossiers(
        tx,
        query,
        (offset) => visibleDossiersSql(tx, offset),
        TODAY,
      );
      walked += page.items.length;
      total = page.total ?? -1;
      cursor = page.nextCursor;
    }
    return { walked, total };
  }

  test('loading one dossier agrees, and refuses not yours as not there', async () => {
    const policy = new AccessPolicy();
    for (const actor of actors.slice(0, 40)) {
      const expected = seenBy(actor, TODAY);
      for (const { id } of dossiers.slice(0, 30)) {
        const outcome = await unitOfWork
          .read(actor, (tx) => policy.load(tx, id))
          .catch((error: unknown) => error);
        if (expected.includes(id)) expect(outcome).toMatchObject({ id });
        else expect(outcome).toEqual(new Refusal('not_found'));
      }
    }
  });

  test('the system sees all of its authority and nothing of another', async () => {
    const expected = dossiers
      .filter(({ authorityId }) => authorityId === DEMO_AUTHORITY.id)
      .map(({ id }) => id)
      .sort();
    expect(await visibleTo(system)).toEqual(expected);
  });
});
