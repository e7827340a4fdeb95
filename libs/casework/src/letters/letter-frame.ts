import { type BasisStatement, type LetterFrame, type LetterReference } from '#contracts';
import { caseAttributes, type DossierRow } from '#dossiers';
import { type Tx } from '#database';
import { lettersOf } from '#letters';
import { type FromPack, type ClockRule, clocksFor, type LawSet } from '#law';
import { actOf } from '../changes/first-dossier.js';
import { type CaseworkSettings } from '../casework-settings.js';
import { procedureOf } from '#dossiers';

interface Parties {
  investor: string | null;
  requester: string | null;
}

/** Names of investor and requester of a dossier. */
export async function partiesOf(tx: Tx, row: DossierRow): Promise<Parties> {
  const found = await tx.one<Parties>(
    `SELECT (SELECT name FROM organisation WHERE id = $1) AS investor, (SELECT name FROM organisation WHERE id = $2) AS requester`,
    [row.investorOrgId, row.requesterOrgId],
  );
  return found ?? { investor: null, requester: null };
}

/** What every letter of a dossier holds: issuer, addressees by channel, subject matter, legal basis from the loaded law. */
export async function letterFrame(
  tx: Tx,
  row: DossierRow,
  lawSet: LawSet,
  settings: CaseworkSettings,
  legalBasis: BasisStatement[],
): Promise<LetterFrame> {
  const { investor, requester } = await partiesOf(tx, row);
  const addressee = row.channel === 'requester' ? requester : investor;
  return {
    issuer: settings.issuer,
    mode: settings.mode,
    addressees: [addressee ?? ''],
    recipients: row.channel === 'requester' && investor !== null ? [investor] : [],
    dossier: {
      projectName: row.projectName,
      investorName: investor ?? '',
      procedureName: procedureOf(lawSet).title.vi,
      fileCode: row.fileCode,
      receivedOn: row.receivedOn,
      request:
        row.incomingNumber !== null && row.incomingOn !== null
          ? { number: row.incomingNumber, on: row.incomingOn, from: requester }
          : null,
      act: actOf(row),
      changes: await changedLetter(tx, row),
    },
    legalBasis,
  };
}

/** The letter of approval that a change of technology changes. */
async function changedLetter(tx: Tx, { firstDossierId }: DossierRow): Promise<LetterReference | null> {
  if (firstDossierId === null) return null;
  const letters = await lettersOf(tx, firstDossierId);
  const approval = letters.findLast(({ kind, status }) => kind === 'decision' && status === 'issued');
  if (!approval || approval.number === null || approval.issuedOn === null) return null;
  return { number: approval.number, on: approval.issuedOn, from: null };
}

/** The law's statements about a clock, as a letter prints them. */
export const ruleBasis = (rule: FromPack<ClockRule> | ClockRule): BasisStatement => ({
  text: rule.basis,
  verification: rule.verification,
});

/** The articles on which the department acts: those of the reply clocks that count for this dossier. */
export function legalBasisOf(lawSet: LawSet, row: DossierRow): BasisStatement[] {
  const rules = clocksFor(lawSet, caseAttributes(row)).filter(({ purpose }) => purpose === 'reply');
  const known = new Set<string>();
  return rules.map(ruleBasis).filter(({ text }) => !known.has(text) && known.add(text));
}
