import { Inject, Injectable } from '@nestjs/common';
import { appendAudit } from '#audit';
import { type OurRole } from '#contracts';
import { type Tx } from '#database';
import {
  actingRoleOf,
  DossierActs,
  type DossierRow,
  insertDossier,
  LawRegistry,
  logCreation,
  searchTextOf,
} from '#dossiers';
import { type Actor, civilDate, civilDateOf, hasRole, Refusal } from '#kernel';
import {
  enterMainParties,
  enterOtherParties,
  requireInvestor,
  requireOrganisations,
} from './dossier-organisations.js';
import { linkTo, originOf, particularsOf, prefill, requireSameParties } from './draft-origin.js';
import { type NewDraft, type Ownership } from './new-draft.types.js';
import { requirePossibleDays } from './incoming-paper.rule.js';

/** Opens a draft: by an investor or a requester for its own organisation, or by a clerk for somebody's paper. */
@Injectable()
export class CreateDraft {
  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(LawRegistry) private readonly law: LawRegistry,
  ) {}

  /**
   * Opens a draft and returns its row. The same `Idempotency-Key` opens one draft only.
   * @throws Refusal `intake_incomplete`, `received_on_in_future`, `received_before_written`, `received_on_too_early`,
   * `particular_not_yours`, `unknown_organisation`, `not_an_investor`, `forbidden`; for a change of technology
   * `first_dossier_missing`, `first_dossier_not_wanted`, `first_dossier_of_another`, `not_found`, and those of
   * `requireChangeable`; for a copy `copy_not_wanted`, `copy_of_another`, `not_found`;
   * `malformed_request` for a name that no fact could be; `no_procedure_in_force` for a procedure that no law pack holds
   */
  run(actor: Actor, given: NewDraft, idempotencyKey: string | null): Promise<{ id: string }> {
    return this.acts.create(actor, { action: 'create', body: given, idempotencyKey }, async (tx) => {
      this.requirePossible(tx, given);
      const origin = await originOf(tx, this.acts, given);
      const draft = origin === null ? given : await particularsOf(tx, given, origin);
      const ownership = await ownershipOf(tx, draft);
      if (origin !== null) await requireSameParties(tx, origin, ownership);
      const details = particulars(tx, draft, ownership);
      const law = this.law.compose(draft.procedureId, details.receivedOn ?? civilDateOf(tx.at));
      const row = await insertDossier(tx, {
        procedureId: draft.procedureId,
        ...ownership,
        ...details,
        ...linkTo(origin),
      });
      await logCreation(tx, row, actingRoleOf(actor));
      await enterMainParties(tx, row);
      await enterOtherParties(tx, row, draft.parties ?? []);
      await logDraft(tx, row);
      await prefill(tx, row, origin, { law, projectName: draft.projectName });
      return { id: row.id };
    });
  }

  private requirePossible({ actor, at }: Tx, { incoming, ourRole, procedureId }: NewDraft): void {
    if (!hasRole(actor, 'clerk')) {
      if (ourRole !== undefined) throw new Refusal('particular_not_yours', { particular: 'ourRole' });
      return;
    }
    const firstDay = this.law.firstDayOf(procedureId);
    if (incoming) requirePossibleDays(incoming, { today: civilDateOf(at), firstDay });
  }
}

async function ownershipOf(tx: Tx, draft: NewDraft): Promise<Ownership> {
  const { actor } = tx;
  if (hasRole(actor, 'clerk')) return onBehalf(tx, draft);
  const own = actor.organisationId;
  if (own === null) throw new Refusal('forbidden');
  await requireInvestor(tx, draft.investorOrgId);
  if (hasRole(actor, 'investor'))
    return {
      channel: 'investor',
      ownerOrgId: own,
      investorOrgId: own,
      requesterOrgId: null,
      onBehalf: false,
    };
  return {
    channel: 'requester',
    ownerOrgId: own,
    investorOrgId: draft.investorOrgId ?? null,
    requesterOrgId: own,
    onBehalf: false,
  };
}

async function onBehalf(
  tx: Tx,
  { onBehalfOf, incoming, investorOrgId, requesterOrgId }: NewDraft,
): Promise<Ownership> {
  if (!onBehalfOf || !incoming) throw new Refusal('intake_incomplete', { needs: ['onBehalfOf', 'incoming'] });
  const [owner] = await requireOrganisations(tx, [onBehalfOf, requesterOrgId]);
  await requireInvestor(tx, investorOrgId);
  const isInvestor = owner?.kind === 'investor';
  return {
    channel: isInvestor ? 'investor' : 'requester',
    ownerOrgId: onBehalfOf,
    investorOrgId: isInvestor ? onBehalfOf : (investorOrgId ?? null),
    requesterOrgId: isInvestor ? null : onBehalfOf,
    onBehalf: true,
  };
}

function particulars(tx: Tx, draft: NewDraft, { channel }: Ownership) {
  const incoming = hasRole(tx.actor, 'clerk') ? draft.incoming : undefined;
  return {
    ourRole: draft.ourRole ?? usualRole(draft.procedureId, channel),
    projectAuthority: draft.projectAuthority ?? null,
    projectName: draft.projectName ?? '',
    searchText: searchTextOf(draft.projectName ?? '', null, incoming?.number ?? null),
    incomingNumber: incoming?.number ?? null,
    incomingOn: incoming ? civilDate(incoming.on) : null,
    receivedOn: incoming ? civilDate(incoming.receivedOn) : null,
  };
}

/** A determination is the department's own, an agency's request asks it beside others. */
function usualRole(procedureId: NewDraft['procedureId'], channel: Ownership['channel']): OurRole {
  if (procedureId === 'determination') return 'determining';
  return channel === 'requester' ? 'consulted' : 'lead';
}

/** A paper that is entered days after it came is allowed, and the log shows both days. */
async function logDraft(tx: Tx, row: DossierRow): Promise<void> {
  await appendAudit(tx, {
    chainId: row.id,
    actorRole: actingRoleOf(tx.actor),
    action: 'dossier.created',
    subject: { kind: 'dossier', id: row.id },
    facts: {
      procedure: row.procedureId,
      channel: row.channel,
      onBehalf: row.onBehalf,
      owner: row.ownerOrgId,
      receivedOn: row.receivedOn,
      enteredOn: civilDateOf(tx.at),
    },
    payload:
      row.incomingNumber === null
        ? undefined
        : { incomingNumber: row.incomingNumber, incomingOn: row.incomingOn },
  });
}
