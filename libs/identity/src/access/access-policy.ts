import { Injectable } from '@nestjs/common';
import { type Relation } from '#contracts';
import { type Tx } from '#database';
import { type CivilDate, civilDateOf, Refusal } from '#kernel';
import { maySee, relationsOf, scopeOf } from './access.policy.js';
import { type DossierAccess } from './dossier-access.types.js';

/** A dossier that the actor may see (or is invited to), with what the actor is to it today. */
export interface GrantedAccess extends DossierAccess {
  relations: Relation[];
  /** `consultation`: only because their organisation is consulted. */
  scope: 'whole' | 'consultation';
  today: CivilDate;
}

const FACTS = `
  SELECT d.id, d.authority_id AS "authorityId", d.status, d.channel, d.owner_org_id AS "ownerOrgId",
    d.investor_org_id AS "investorOrgId", d.requester_org_id AS "requesterOrgId", d.on_behalf AS "onBehalf",
    d.created_by AS "createdBy", d.lead_appraiser_id AS "leadAppraiserId",
    coalesce((SELECT json_agg(json_build_object('organisationId', p.organisation_id, 'party', p.party))
      FROM dossier_party p WHERE p.dossier_id = d.id), '[]') AS parties,
    coalesce((SELECT json_agg(json_build_object('assigneeId', a.assignee_id, 'kind', a.kind, 'state', a.state))
      FROM assignment a WHERE a.dossier_id = d.id AND a.assignee_id = $2), '[]') AS assignments,
    coalesce((SELECT json_agg(json_build_object('organisationId', c.organisation_id, 'kind', c.kind, 'state', c.state))
      FROM consultation c WHERE c.dossier_id = d.id), '[]') AS consultations,
    ARRAY(SELECT c.user_id::text FROM conflict_of_interest c
      WHERE c.dossier_id = d.id AND c.user_id = $2 AND c.lifted_at IS NULL) AS "conflictedUserIds",
    coalesce((SELECT json_agg(json_build_object('organisationId', f.organisation_id, 'validFrom', f.valid_from, 'validTo', f.valid_to))
      FROM user_affiliation f WHERE f.user_id = $2), '[]') AS affiliations
  FROM dossier d WHERE d.id = $1`;

/** The one policy of access, with the database behind it. */
@Injectable()
export class AccessPolicy {
  /**
   * Access of the transaction's actor to a dossier.
   * @throws Refusal `not_found`, the same for a dossier that is not there and for one that is not theirs to see
   */
  async load(tx: Tx, dossierId: string): Promise<GrantedAccess> {
    return this.granted(tx, dossierId, (access, today) => maySee(tx.actor, access, today));
  }

  /** The same for the act of answering an invitation: seen by who may see the dossier, or is invited and not in conflict. */
  async loadInvitation(tx: Tx, dossierId: string): Promise<GrantedAccess> {
    return this.granted(
      tx,
      dossierId,
      (access, today) =>
        maySee(tx.actor, access, today) || relationsOf(tx.actor, access, today).includes('invited'),
    );
  }

  /** What a user would be to a dossier: for checks before somebody is assigned. Null when there is no such dossier. */
  async relationsOfUser(tx: Tx, dossierId: string, user: Tx['actor']): Promise<Relation[] | null> {
    const access = await tx.one<DossierAccess>(FACTS, [dossierId, user.id]);
    return access === null ? null : relationsOf(user, access, civilDateOf(tx.at));
  }

  private async granted(
    tx: Tx,
    dossierId: string,
    isOpen: (access: DossierAccess, today: CivilDate) => boolean,
  ): Promise<GrantedAccess> {
    const today = civilDateOf(tx.at);
    const access = await tx.one<DossierAccess>(FACTS, [dossierId, tx.actor.id]);
    if (access === null || !isOpen(access, today)) throw new Refusal('not_found');
    const relations = relationsOf(tx.actor, access, today);
    return { ...access, relations, scope: scopeOf(tx.actor, access, today), today };
  }
}
