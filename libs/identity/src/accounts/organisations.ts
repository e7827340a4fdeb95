import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork, violatedConstraint } from '#database';
import { type Actor, Refusal } from '#kernel';
import { logAccountAct } from './account-audit.js';
import { Organisation, type OrganisationKind } from '../entities/organisation.entity.js';
import { likePart } from './like-part.js';
import { type NamePage, type NamePageRequest, pageOf, positionOf } from './name-page.js';

export interface NewOrganisation {
  name: string;
  kind: OrganisationKind;
  taxCode?: string;
  address?: string;
}
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

  /** Adds an organisation. @throws Refusal `organisation_exists` when the tax code is taken */
  async create(actor: Actor, draft: NewOrganisation): Promise<Organisation> {
    try {
      return await this.unitOfWork.run(actor, (tx) => insertOrganisation(tx, draft));
    } catch (error) {
      if (violatedConstraint(error) === 'organisation_tax_code')
        throw new Refusal('organisation_exists', { taxCode: draft.taxCode });
      throw error;
    }
  }
}

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
