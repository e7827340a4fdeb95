import { Inject, Injectable } from '@nestjs/common';
import { DossierActs } from '#dossiers';
import { addAffiliation, type Affiliation, endAffiliation, type NewAffiliation } from '#identity';
import { type Actor } from '#kernel';
import { openDossiersWithout, tellOfAffiliation } from './arisen-conflicts.js';

export interface AffiliationRecorded {
  affiliation: Affiliation;
  /** Open dossiers with which the person is in conflict from now on; their heads were told. */
  conflictsArisen: number;
}

/** Administrators keep to which organisations people belong; what follows for open dossiers is told to the heads. */
@Injectable()
export class RecordAffiliations {
  constructor(@Inject(DossierActs) private readonly acts: DossierActs) {}

  /** Records an affiliation, once per key. @throws Refusal those of `addAffiliation`, `idempotency_key_reused` */
  add(
    actor: Actor,
    request: { userId: string; idempotencyKey: string | null },
    given: NewAffiliation,
  ): Promise<AffiliationRecorded> {
    const { userId, idempotencyKey } = request;
    const delivery = { action: 'record_affiliation', body: { userId, ...given }, idempotencyKey };
    return this.acts.create(actor, delivery, async (tx) => {
      const dossiers = await openDossiersWithout(tx, userId, given.organisationId);
      const affiliation = await addAffiliation(tx, userId, given);
      return { affiliation, conflictsArisen: await tellOfAffiliation(tx, userId, dossiers) };
    });
  }

  /** Ends an affiliation, once per key. @throws Refusal those of `endAffiliation`, `idempotency_key_reused` */
  end(
    actor: Actor,
    request: { userId: string; affiliationId: string; idempotencyKey: string | null },
    { validTo }: { validTo: string },
  ): Promise<Affiliation> {
    const { userId, affiliationId, idempotencyKey } = request;
    const delivery = { action: 'end_affiliation', body: { userId, affiliationId, validTo }, idempotencyKey };
    return this.acts.create(actor, delivery, (tx) => endAffiliation(tx, { userId, affiliationId, validTo }));
  }
}
