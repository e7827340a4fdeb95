import { Inject, Injectable } from '@nestjs/common';
import { appendAudit } from '#audit';
import { type Channel, type OurRole, type ProcedureId, type ProjectAuthority } from '#contracts';
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

/** How a paper reached the agency: number and day of the sender's letter, day of receipt. Civil dates. */
export interface IncomingPaper {
  number: string;
  on: string;
  receivedOn: string;
}
export interface NewDraft {
  procedureId: ProcedureId;
  investorOrgId?: string;
  requesterOrgId?: string;
  /** For a clerk: the organisation on whose behalf the dossier is entered. */
  onBehalfOf?: string;
  ourRole?: OurRole;
  projectAuthority?: ProjectAuthority;
  incoming?: IncomingPaper;
  parties?: { organisationId: string; party: 'consultant' | 'technology_supplier' }[];
  projectName?: string;
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
   * @throws Refusal `intake_incomplete`, `received_on_in_future`, `unknown_organisation`, `forbidden`,
   * `no_procedure_in_force` for a procedure that no law pack holds
   */
  run(actor: Actor, draft: NewDraft, idempotencyKey: string | null): Promise<{ id: string }> {
    return this.acts.create(actor, { action: 'create', body: draft, idempotencyKey }, async (tx) => {
      const ownership = await ownershipOf(tx, draft);
      const details = particulars(tx, draft, ownership);
      this.law.compose(draft.procedureId, details.receivedOn ?? civilDateOf(tx.at));
      const row = await insertDossier(tx, {
        procedureId: draft.procedureId,
        ...ownership,
        ...details,
      });
      await logCreation(tx, row, actingRoleOf(actor));
      await insertParties(tx, row, draft);
      await logDraft(tx, row);
      return { id: row.id };
    });
  }
}

async function ownershipOf(tx: Tx, draft: NewDraft): Promise<Ownership> {
  const { actor } = tx;
  if (hasRole(actor, 'clerk')) return onBehalf(tx, draft);
  const own = actor.organisationId;
  if (own === null) throw new Refusal('forbidden');
  await requireOrganisations(tx, [draft.investorOrgId]);
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
  if (civilDate(incoming.receivedOn) > civilDateOf(tx.at))
    throw new Refusal('received_on_in_future', { receivedOn: incoming.receivedOn });
  const [owner] = await requireOrganisations(tx, [onBehalfOf, investorOrgId, requesterOrgId]);
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
    ourRole: draft.ourRole ?? (channel === 'requester' ? ('consulted' as const) : ('lead' as const)),
    projectAuthority: draft.projectAuthority ?? null,
    projectName: draft.projectName ?? '',
    searchText: searchTextOf(draft.projectName ?? '', null, incoming?.number ?? null),
    incomingNumber: incoming?.number ?? null,
    incomingOn: incoming ? civilDate(incoming.on) : null,
    receivedOn: incoming ? civilDate(incoming.receivedOn) : null,
  };
}

async function requireOrganisations(
  tx: Tx,
  ids: (string | undefined)[],
): Promise<{ id: string; kind: string }[]> {
  const wanted = ids.filter((id) => id !== undefined);
  const found = await tx.query<{ id: string; kind: string }>(
    'SELECT id, kind FROM organisation WHERE id = ANY($1) AND authority_id = $2 AND active',
    [wanted, tx.actor.authorityId],
  );
  const missing = wanted.find((id) => !found.some((organisation) => organisation.id === id));
  if (missing !== undefined) throw new Refusal('unknown_organisation', { organisationId: missing });
  return wanted.map((id) => found.find((organisation) => organisation.id === id) ?? { id, kind: '' });
}

async function insertParties(tx: Tx, row: DossierRow, draft: NewDraft): Promise<void> {
  await requireOrganisations(
    tx,
    (draft.parties ?? []).map(({ organisationId }) => organisationId),
  );
  const parties: { organisationId: string; party: string }[] = [...(draft.parties ?? [])];
  if (row.investorOrgId) parties.push({ organisationId: row.investorOrgId, party: 'investor' });
  if (row.requesterOrgId) parties.push({ organisationId: row.requesterOrgId, party: 'requester' });
  for (const { organisationId, party } of parties)
    await tx.query(
      'INSERT INTO dossier_party (dossier_id, organisation_id, party) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [row.id, organisationId, party],
    );
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
