import { appendAudit } from '#audit';
import { type OurRole, type ProjectAuthority, type Relation, type Status } from '#contracts';
import { type Tx } from '#database';
import {
  actingRoleOf,
  type DossierPatch,
  type DossierRow,
  factsOf,
  type OpenedDossier,
  searchTextOf,
  writeDossier,
} from '#dossiers';
import { type CivilDate, civilDate, civilDateOf, Refusal } from '#kernel';
import {
  enterMainParties,
  enterOtherParties,
  type OtherParty,
  requireInvestor,
} from './dossier-organisations.js';
import { type IncomingPaper, requirePossibleDays } from './incoming-paper.rule.js';

/** What is known of a dossier beside its facts; what is absent stays as it is. */
export interface Particulars {
  investorOrgId?: string;
  projectAuthority?: ProjectAuthority;
  /** For the clerk who entered the paper. */
  ourRole?: OurRole;
  /** For the clerk who entered the paper. */
  incoming?: IncomingPaper;
  /** All parties beside owner, investor and requester. */
  parties?: OtherParty[];
}
const EVERY_PARTICULAR = ['investorOrgId', 'projectAuthority', 'ourRole', 'incoming', 'parties'] as const;
const CHANGEABLE: Partial<Record<Status, readonly (keyof Particulars)[]>> = {
  draft: EVERY_PARTICULAR,
  supplement_requested: ['parties'],
};
const FOR_THE_CLERK: readonly (keyof Particulars)[] = ['ourRole', 'incoming'];

/**
 * Changes particulars of a locked dossier and returns its new row. All of them may change in a draft, the other parties
 * also while a supplement is asked for. `firstDay` is the first day for which any law is loaded.
 * @throws Refusal `particulars_not_editable`, `particular_not_yours`, `investor_is_owner`, `not_an_investor`,
 * `unknown_organisation`, and for the days of a paper those of `requirePossibleDays`
 */
export async function changeParticulars(
  tx: Tx,
  { row, relations }: OpenedDossier,
  given: Particulars,
  firstDay: CivilDate | null,
): Promise<DossierRow> {
  const named = EVERY_PARTICULAR.filter((particular) => (given[particular] ?? null) !== null);
  requireEditable(row, relations, named);
  await requireOwnInvestor(tx, row, given.investorOrgId);
  if (given.incoming) requirePossibleDays(given.incoming, { today: civilDateOf(tx.at), firstDay });
  const written = await writeDossier(tx, row, {
    ...plainPatch(given),
    ...(await paperPatch(tx, row, given)),
  });
  if (given.investorOrgId) await enterMainParties(tx, written);
  if (given.parties) await enterOtherParties(tx, written, given.parties);
  await logChange(tx, written, named, given);
  return written;
}

function requireEditable(
  { status }: DossierRow,
  relations: readonly Relation[],
  named: readonly (keyof Particulars)[],
): void {
  const clerk = relations.includes('clerk_on_behalf');
  const changeable = clerk || relations.includes('owner') ? (CHANGEABLE[status] ?? []) : [];
  const fixed = named.find((particular) => !changeable.includes(particular));
  if (fixed !== undefined) throw new Refusal('particulars_not_editable', { status, particular: fixed });
  const foreign = named.find((particular) => !clerk && FOR_THE_CLERK.includes(particular));
  if (foreign !== undefined) throw new Refusal('particular_not_yours', { particular: foreign });
}

async function requireOwnInvestor(tx: Tx, row: DossierRow, investorOrgId: string | undefined): Promise<void> {
  if (!investorOrgId) return;
  if (row.channel === 'investor' && investorOrgId !== row.ownerOrgId) throw new Refusal('investor_is_owner');
  await requireInvestor(tx, investorOrgId);
}

const plainPatch = ({ investorOrgId, projectAuthority, ourRole }: Particulars): DossierPatch => ({
  ...(investorOrgId ? { investorOrgId } : {}),
  ...(projectAuthority ? { projectAuthority } : {}),
  ...(ourRole ? { ourRole } : {}),
});

async function paperPatch(tx: Tx, row: DossierRow, { incoming }: Particulars): Promise<DossierPatch> {
  if (!incoming) return {};
  const facts = await factsOf(tx, row.id, row.factsVersion);
  return {
    incomingNumber: incoming.number,
    incomingOn: civilDate(incoming.on),
    receivedOn: civilDate(incoming.receivedOn),
    searchText: searchTextOf(facts.project?.name ?? row.projectName, row.fileCode, incoming.number),
  };
}

/** The log says which particulars changed; what they are now lies in the payload, which can be erased. */
const logChange = (tx: Tx, row: DossierRow, named: readonly string[], given: Particulars) =>
  appendAudit(tx, {
    chainId: row.id,
    actorRole: actingRoleOf(tx.actor),
    action: 'dossier.particulars_changed',
    subject: { kind: 'dossier', id: row.id },
    facts: { ...Object.fromEntries(named.map((name) => [name, true])), receivedOn: row.receivedOn },
    payload: Object.fromEntries(named.map((name) => [name, given[name as keyof Particulars]])),
  });
