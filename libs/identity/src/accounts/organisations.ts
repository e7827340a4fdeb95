import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork, violatedConstraint } from '#database';
import { type Actor, Refusal } from '#kernel';
import { logAccountAct } from './account-audit.js';
import { type Deliver } from './deliver.js';
import { Organisation, type OrganisationKind } from '../entities/organisation.entity.js';
import { likePart } from './like-part.js';
import { type NamePage, type NamePageRequest, pageOf, positionOf } from './name-page.js';

export interface NewOrganisation {
  name: string;
  kind: OrganisationKind;
  taxCode?: string;
  address?: string;
}
/** What is corrected; null removes a tax code or an address that was wrong. */
export type OrganisationChange = Partial<Pick<Organisation, 'name' | 'taxCode' | 'address'>>;
export interface OrganisationQuery extends NamePageRequest {
  q?: string;
  kind?: OrganisationKind;
}

/** The organisations of an authority. */
@Injectable()
export class Organisations {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Pages by name; `q` finds part of the name without regard to accents, or a tax code. */
  async list(actor: Actor, { limit, cursor, q, kind }: OrganisationQuery): Promise<NamePage<Organisation>> {
    const filter = { q: q ?? null, kind: kind ?? null };
    const after = positionOf(cursor, filter);
    return this.unitOfWork.read(actor, async (tx) => {
      const query = tx.manager
        .getRepository(Organisation)
        .createQueryBuilder('o')
        .where('o.authorityId = :of', { of: actor.authorityId });
      if (kind) query.andWhere('o.kind = :kind', { kind });
      if (q)
        query.andWhere('(unaccent(lower(o.name)) LIKE unaccent(lower(:part)) OR o.taxCode = :q)', {
          part: likePart(q),
          q,
        });
      if (after) query.andWhere('(o.name, o.id) > (:name, :id)', { name: after.name, id: after.id });
      const rows = await query
        .orderBy('o.name')
        .addOrderBy('o.id')
        .take(limit + 1)
        .getMany();
      return pageOf(rows, limit, filter, ({ name }) => name);
    });
  }

  /** One organisation of the own authority. @throws Refusal `not_found` */
  one(actor: Actor, id: string): Promise<Organisation> {
    return this.unitOfWork.read(actor, (tx) => organisationById(tx, id));
  }

  /** Adds an organisation as `deliver` runs it. @throws Refusal `organisation_exists` when the tax code is taken */
  create(draft: NewOrganisation, deliver: Deliver): Promise<Organisation> {
    return naming(draft.taxCode, () => deliver((tx) => insertOrganisation(tx, draft)));
  }

  /**
   * Corrects an organisation that stands at `revision`; the log keeps what it was before. Nothing new changes nothing.
   * @throws Refusal `not_found`, `stale_revision`, `organisation_exists`
   */
  change(actor: Actor, id: string, revision: number, change: OrganisationChange): Promise<Organisation> {
    return naming(change.taxCode, () =>
      this.unitOfWork.run(actor, async (tx) => {
        const found = await organisationById(tx, id, 'pessimistic_write');
        if (found.revision !== revision)
          throw new Refusal('stale_revision', { revision: found.revision, at: found.updatedAt });
        return correctOrganisation(tx, found, change);
      }),
    );
  }
}

/** Names the refusal of a tax code that another organisation has. */
async function naming<Answer>(
  taxCode: string | null | undefined,
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (violatedConstraint(error) === 'organisation_tax_code')
      throw new Refusal('organisation_exists', { taxCode: taxCode ?? null });
    throw error;
  }
}

/** @throws Refusal `not_found`, of another authority as well */
async function organisationById(tx: Tx, id: string, mode?: 'pessimistic_write'): Promise<Organisation> {
  const found = await tx.manager.getRepository(Organisation).findOne({
    where: { id, authorityId: tx.actor.authorityId },
    ...(mode && { lock: { mode } }),
  });
  if (found === null) throw new Refusal('not_found');
  return found;
}

async function correctOrganisation(
  tx: Tx,
  before: Organisation,
  change: OrganisationChange,
): Promise<Organisation> {
  const given = { ...change, ...(change.name !== undefined && { name: change.name.trim() }) };
  const changed = CORRECTED.filter((field) => given[field] !== undefined && given[field] !== before[field]);
  if (changed.length === 0) return before;
  const after = { ...before, ...given, revision: before.revision + 1, updatedAt: tx.at };
  await tx.query(
    'UPDATE organisation SET name = $2, tax_code = $3, address = $4, revision = $5, updated_at = $6 WHERE id = $1',
    [after.id, after.name, after.taxCode, after.address, after.revision, after.updatedAt],
  );
  const changes = changed.map((field) => ({ field, from: before[field], to: after[field] }));
  const facts = { fields: changed.join(','), revision: after.revision };
  await logAccountAct(tx, 'organisation.changed', { kind: 'organisation', id: after.id }, facts, { changes });
  return after;
}
const CORRECTED = ['name', 'taxCode', 'address'] as const;

async function insertOrganisation(tx: Tx, draft: NewOrganisation): Promise<Organisation> {
  const saved = await tx.manager.getRepository(Organisation).save({
    id: randomUUID(),
    authorityId: tx.actor.authorityId,
    name: draft.name.trim(),
    kind: draft.kind,
    taxCode: draft.taxCode ?? null,
    address: draft.address ?? null,
    active: true,
    revision: 1,
    createdAt: tx.at,
    updatedAt: tx.at,
  });
  await logAccountAct(
    tx,
    'organisation.created',
    { kind: 'organisation', id: saved.id },
    { organisationKind: draft.kind },
  );
  return saved;
}
