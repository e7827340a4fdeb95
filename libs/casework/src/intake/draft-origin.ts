import { appendAudit } from '#audit';
import { type TechnologyFacts } from '#contracts';
import { type Tx } from '#database';
import { actingRoleOf, type DossierActs, type DossierRow, factsOf, saveFacts } from '#dossiers';
import { civilDateOf, Refusal, yearOf } from '#kernel';
import { type LawSet } from '#law';
import { factsFaults, triggerOf } from '#screening';
import { actOf, requireChangeable } from '../changes/first-dossier.js';
import { prefilledFacts } from '../changes/prefilled-facts.js';
import { type OtherParty } from './dossier-organisations.js';
import { type NewDraft, type Ownership } from './new-draft.types.js';

/** The earlier dossier with which a draft begins: the one that a change of technology changes, or one that is copied. */
export interface DraftOrigin {
  kind: 'change' | 'copy';
  row: DossierRow;
}

/**
 * The earlier dossier of a draft, seen by the one policy; null for a draft that begins empty.
 * @throws Refusal `first_dossier_missing`, `first_dossier_not_wanted`, `copy_not_wanted`, `not_found`
 */
export async function originOf(
  tx: Tx,
  acts: DossierActs,
  { procedureId, firstDossierId, copyOf }: NewDraft,
): Promise<DraftOrigin | null> {
  if (procedureId === 'reappraisal') {
    if (copyOf !== undefined) throw new Refusal('copy_not_wanted', { procedureId });
    if (firstDossierId === undefined) throw new Refusal('first_dossier_missing');
    return { kind: 'change', row: (await acts.open(tx, firstDossierId)).row };
  }
  if (firstDossierId !== undefined) throw new Refusal('first_dossier_not_wanted', { procedureId });
  return copyOf === undefined ? null : { kind: 'copy', row: (await acts.open(tx, copyOf)).row };
}

/** What the draft does not say of itself is as in the earlier dossier; a change of technology keeps the project's name. */
export async function particularsOf(tx: Tx, given: NewDraft, { kind, row }: DraftOrigin): Promise<NewDraft> {
  const parties = await tx.query<OtherParty>(
    `SELECT organisation_id AS "organisationId", party FROM dossier_party
      WHERE dossier_id = $1 AND party IN ('consultant', 'technology_supplier') ORDER BY party, organisation_id`,
    [row.id],
  );
  const { projectName } = row;
  return {
    ...(row.investorOrgId === null ? {} : { investorOrgId: row.investorOrgId }),
    ...(row.projectAuthority === null ? {} : { projectAuthority: row.projectAuthority }),
    parties,
    projectName,
    ...given,
    ...(kind === 'change' ? { projectName } : {}),
  };
}

/**
 * A change is owned by who owned the first dossier, or by its investor, whose project it is. What a copy takes along is
 * a secret of business: it stays with the same owner or investor, and is of the same investor.
 * @throws Refusal `first_dossier_of_another`, `copy_of_another`, and for a change those of `requireChangeable`
 */
export async function requireSameParties(tx: Tx, { kind, row }: DraftOrigin, own: Ownership): Promise<void> {
  const isOwn = [row.ownerOrgId, row.investorOrgId].includes(own.ownerOrgId);
  const isSame = isOwn && own.investorOrgId === row.investorOrgId;
  if (kind === 'copy') {
    if (!isSame) throw new Refusal('copy_of_another', { copyOf: row.id });
    return;
  }
  if (!isSame) throw new Refusal('first_dossier_of_another', { firstDossierId: row.id });
  await requireChangeable(tx, row);
}

/** How the row of a draft names the dossier that it changes; a copy stands on its own. */
export const linkTo = (origin: DraftOrigin | null) =>
  origin?.kind === 'change'
    ? {
        firstDossierId: origin.row.id,
        firstFactsVersion: origin.row.factsVersion,
        firstProcedureId: actOf(origin.row),
      }
    : {};

/**
 * The facts with which a copy begins: project, lines and machines as they stand in the earlier dossier. Papers and
 * evidence were handed in there and prove what was true then; sources name pages of those papers.
 */
async function copiedFacts(tx: Tx, from: DossierRow, projectName: string): Promise<TechnologyFacts> {
  const { project, lines, equipment } = await factsOf(tx, from.id, from.factsVersion);
  return {
    project: { ...project, ...(projectName === '' ? {} : { name: projectName }) },
    ...(lines ? { lines } : {}),
    ...(equipment ? { equipment } : {}),
  };
}

/** What a draft begins with, and how the log names it. A draft of its own begins with the name of its project. */
async function beginning(
  tx: Tx,
  row: DossierRow,
  origin: DraftOrigin | null,
  projectName: string,
): Promise<{ facts: TechnologyFacts; logged: Record<string, string | number> }> {
  if (origin === null) return { facts: namedOnly(tx, projectName), logged: { projectName: 1 } };
  const { kind, row: from } = origin;
  if (kind === 'copy')
    return {
      facts: await copiedFacts(tx, from, projectName),
      logged: { copyOf: from.id, copiedFactsVersion: from.factsVersion },
    };
  const facts = await prefilledFacts(tx, row, from);
  const evidence = facts.evidence?.length ?? 0;
  return { facts, logged: { firstDossier: from.id, firstFactsVersion: from.factsVersion, evidence } };
}

/** The name alone, as it could be entered as a fact. @throws Refusal `malformed_request` */
function namedOnly({ at }: Tx, name: string): TechnologyFacts {
  const facts = { project: { name } };
  const errors = factsFaults(facts, { currentYear: yearOf(civilDateOf(at)) }).map(({ code, message }) => ({
    pointer: '/projectName',
    code,
    message,
  }));
  if (errors.length > 0) throw new Refusal('malformed_request', { errors });
  return facts;
}

/**
 * Fills the draft with the technology of the earlier dossier, or with the name that it was opened with, so that only
 * what is another has to be entered. @throws Refusal `malformed_request` for a name that no fact could be
 */
export async function prefill(
  tx: Tx,
  row: DossierRow,
  origin: DraftOrigin | null,
  { law, projectName = '' }: { law: LawSet; projectName?: string | undefined },
): Promise<void> {
  if (origin === null && projectName.trim() === '') return;
  const { facts, logged } = await beginning(tx, row, origin, projectName);
  const trigger = triggerOf(facts, [], row.procedureId, law);
  await saveFacts(tx, row, facts, row.onBehalf, { trigger });
  await appendAudit(tx, {
    chainId: row.id,
    actorRole: actingRoleOf(tx.actor),
    action: 'facts.prefilled',
    subject: { kind: 'dossier', id: row.id },
    facts: logged,
  });
}
