import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { type Status } from '#contracts';
import { dataSourceOptions, UnitOfWork } from '#database';
import { DEMO_AUTHORITY, DEMO_PEOPLE, demoOrganisation, seedDemoIdentities } from '#identity';
import { type Actor, AdjustableClock, systemActor } from '#kernel';
import { type TestDatabase } from './database.js';

/** A unit of work of the application role on a database with the demonstration people. */
export async function seededUnitOfWork(
  db: TestDatabase,
  now = new Date('2026-07-15T02:00:00.000Z'),
  poolSize = 25,
) {
  const source = await new DataSource(dataSourceOptions({ ...db.app, poolSize })).initialize();
  const clock = new AdjustableClock(now);
  const unitOfWork = new UnitOfWork(source, clock);
  await unitOfWork.run(systemActor(DEMO_AUTHORITY.id), seedDemoIdentities);
  return { source, clock, unitOfWork };
}

/** A demonstration person as the one who acts. */
export function demoActor(name: string): Actor {
  const person = DEMO_PEOPLE.find(({ email }) => email === `${name}@demo.techgate.vn`);
  if (!person) throw new Error(`no demonstration person ${name}`);
  const { id, displayName, roles, organisation } = person;
  return {
    id,
    kind: 'person',
    name: displayName,
    roles: roles,
    organisationId: demoOrganisation(organisation).id,
    authorityId: DEMO_AUTHORITY.id,
  };
}

/** Stores a dossier of the ceramics company as it would stand in a status, without its history. */
export async function storeDossier(
  unitOfWork: UnitOfWork,
  status: Status,
  leadAppraiserId: string | null = null,
): Promise<string> {
  const owner = demoOrganisation('ceramics').id;
  const id = randomUUID();
  const creator = demoActor('gom').id;
  await unitOfWork.run(systemActor(DEMO_AUTHORITY.id), async (tx) => {
    await tx.query(
      `INSERT INTO dossier (id, authority_id, procedure_id, status, channel, owner_org_id, investor_org_id, created_by, lead_appraiser_id,
                            created_at, updated_at, updated_by)
       VALUES ($1, $2, 'opinion', $3, 'investor', $4, $4, $5, $6, $7, $7, $5)`,
      [id, DEMO_AUTHORITY.id, status, owner, creator, leadAppraiserId, tx.at],
    );
    await tx.query(
      `INSERT INTO dossier_transition (dossier_id, step, command, to_status, actor_id, actor_role, round, at)
       VALUES ($1, 0, 'submit', $2, $3, 'investor', 1, $4)`,
      [id, status, creator, tx.at],
    );
  });
  return id;
}
