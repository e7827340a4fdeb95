import { Inject, Injectable } from '@nestjs/common';
import { appendAudit } from '#audit';
import { type Channel, type OurRole, type ProcedureId, type ProjectAuthority } from '#contracts';
import { type Tx } from '#database';
import { triggerOf } from '#screening';
import {
  actingRoleOf,
  DossierActs,
  type DossierRow,
  insertDossier,
  LawRegistry,
  logCreation,
  saveFacts,
  searchTextOf,
} from '#dossiers';
import { actOf, requireChangeable } from '../changes/first-dossier.js';
import { prefilledFacts } from '../changes/prefilled-facts.js';
import { type LawSet } from '#law';
import { type Actor, civilDate, civilDateOf, hasRole, Refusal } from '#kernel';
import {
  enterMainParties,
  enterOtherParties,
  type OtherParty,
  requireInvestor,
  requireOrganisations,
} from './dossier-organisations.js';
import { type IncomingPaper, requirePossibleDays } from './incoming-paper.rule.js';

export interface NewDraft {
  procedureId: ProcedureId;
  investorOrgId?: string;
  requesterOrgId?: string;
  /** For a clerk: the organisation on whose behalf the dossier is entered. */
  onBehalfOf?: string;
  ourRole?: OurRole;
  projectAuthority?: ProjectAuthority;
  incoming?: IncomingPaper;
  parties?: OtherParty[];
  projectName?: string;
  /** For a change of technology: the approved dossier that it changes. */
  firstDossierId?: string;
}
interface Ownership {
  channel: Channel;
  ownerOrgId: string;
  investorOrgId: string | null;
  requesterOrgId: string | null;
  onBehalf: boolean;
}

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
   * `requireChangeable`;
   * `no_procedure_in_force` for a procedure that no law pack holds
   */
  run(actor: Actor, given: NewDraft, idempotencyKey: string | null): Promise<{ id: string }> {
    return this.acts.create(actor, { action: 'create', body: given, idempotencyKey }, async (tx) => {
      this.requirePossible(tx, given);
      const first = await this.firstOf(tx, given);
      const draft = first === null ? given : await particularsOf(tx, given, first);
      const ownership = await ownershipOf(tx, draft);
      if (first !== null) await requireSameOwner(tx, first, ownership);
      const details = particulars(tx, draft, ownership);
      const law = this.law.compose(draft.procedureId, details.receivedOn ?? civilDateOf(tx.at));
      const row = await insertDossier(tx, {
        procedureId: draft.procedureId,
        ...ownership,
        ...details,
        ...(first === null ? {} : linkTo(first)),
      });
      await logCreation(tx, row, actingRoleOf(actor));
      await enterMainParties(tx, row);
      await enterOtherParties(tx, row, draft.parties ?? []);
      await logDraft(tx, row);
      if (first !== null) await prefill(tx, row, first, law);
      return { id: row.id };
    });
  }

  /** The dossier that a change of technology changes, seen by the one policy; null for other procedures. */
  private async firstOf(tx: Tx, { procedureId, firstDossierId }: NewDraft): Promise<DossierRow | null> {
    if (procedureId !== 'reappraisal') {
      if (firstDossierId !== undefined) throw new Refusal('first_dossier_not_wanted', { procedureId });
      return null;
    }
    if (firstDossierId === undefined) throw new Refusal('first_dossier_missing');
    return (await this.acts.open(tx, firstDossierId)).row;
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

/** What the change does not say of itself is as in the first dossier. */
async function particularsOf(tx: Tx, given: NewDraft, first: DossierRow): Promise<NewDraft> {
  const parties = await tx.query<OtherParty>(
    `SELECT organisation_id AS "organisationId", party FROM dossier_party
      WHERE dossier_id = $1 AND party IN ('consultant', 'technology_supplier') ORDER BY party, organisation_id`,
    [first.id],
  );
  return {
    ...(first.investorOrgId === null ? {} : { investorOrgId: first.investorOrgId }),
    ...(first.projectAuthority === null ? {} : { projectAuthority: first.projectAuthority }),
    parties,
    ...given,
    projectName: first.projectName,
  };
}

/** The change is owned by who owned the first dossier, or by its investor, whose project it is. */
async function requireSameOwner(tx: Tx, first: DossierRow, own: Ownership): Promise<void> {
  const isOwn = [first.ownerOrgId, first.investorOrgId].includes(own.ownerOrgId);
  if (!isOwn || own.investorOrgId !== first.investorOrgId)
    throw new Refusal('first_dossier_of_another', { firstDossierId: first.id });
  await requireChangeable(tx, first);
}

const linkTo = (first: DossierRow) => ({
  firstDossierId: first.id,
  firstFactsVersion: first.factsVersion,
  firstProcedureId: actOf(first),
});

/** Fills the draft with the technology that was approved, so that only what changes has to be entered. */
async function prefill(tx: Tx, row: DossierRow, first: DossierRow, law: LawSet): Promise<void> {
  const facts = await prefilledFacts(tx, row, first);
  const trigger = triggerOf(facts, [], row.procedureId, law);
  await saveFacts(tx, row, facts, row.onBehalf, { trigger });
  await appendAudit(tx, {
    chainId: row.id,
    actorRole: actingRoleOf(tx.actor),
    action: 'facts.prefilled',
    subject: { kind: 'dossier', id: row.id },
    facts: {
      firstDossier: first.id,
      firstFactsVersion: first.factsVersion,
      evidence: facts.evidence?.length ?? 0,
    },
  });
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
