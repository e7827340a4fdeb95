import { type Council, type CouncilMember, countingMembers, setDecisionLetter } from '#appraisal';
import { type CouncilRuleLine, type CouncilSeat, type LetterFrame } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow, type LawRegistry } from '#dossiers';
import { civilDateOf } from '#kernel';
import { type CouncilRules } from '#law';
import { discardDraft, draftLetter, letterById, lettersOf } from '#letters';
import { type CaseworkSettings } from '../casework-settings.js';
import { letterFrame } from '../letters/letter-frame.js';

/** What the papers of a council are made with. */
export interface CouncilOffice {
  law: LawRegistry;
  settings: CaseworkSettings;
}
const PRINTED = [
  'minimumMembers',
  'presence',
  'proxiesCount',
  'majority',
  'conclusion',
  'chairBreaksTie',
  'viceChairBreaksTie',
] as const satisfies readonly (keyof CouncilRules)[];

/** The rules as a paper prints them, each with its basis and the word on analogy. */
export const ruleLines = (rules: CouncilRules): CouncilRuleLine[] =>
  PRINTED.map((rule) => {
    const { value, basis, verification, analogy } = rules[rule];
    return { rule, value, basis, verification, analogy };
  });

/** The frame of a paper that goes to the members, on the basis of the council's own law. */
export async function councilFrame(
  tx: Tx,
  row: DossierRow,
  { rules }: Pick<Council, 'rules'>,
  { law, settings }: CouncilOffice,
): Promise<LetterFrame> {
  const lawSet = await law.governing(tx, row, civilDateOf(tx.at));
  const basis = [{ text: rules.basis, verification: rules.verification }];
  const frame = await letterFrame(tx, row, lawSet, settings, basis);
  return { ...frame, addressees: [], recipients: ['Các thành viên hội đồng'] };
}

const ORDER: readonly CouncilSeat[] = ['chair', 'vice_chair', 'reviewer', 'member', 'secretary'];
const seated = (members: readonly CouncilMember[]): CouncilMember[] => {
  const secretary = members.filter(
    ({ seat, state }) => seat === 'secretary' && (state === 'invited' || state === 'accepted'),
  );
  const all = new Set([...countingMembers(members), ...secretary]);
  return [...all].sort((a, b) => ORDER.indexOf(a.seat) - ORDER.indexOf(b.seat));
};

/**
 * Drafts the decision that establishes the council, or changes who sits in it, for a leader's signature; a draft of an
 * earlier composition is thrown away. Returns the letter's id.
 */
export async function draftDecision(
  tx: Tx,
  row: DossierRow,
  council: Council,
  members: readonly CouncilMember[],
  office: CouncilOffice,
): Promise<string> {
  const earlier = council.decisionLetterId === null ? null : await letterById(tx, council.decisionLetterId);
  await discardCouncilDrafts(tx, row.id, ['council_decision']);
  const issued = await lastIssuedDecision(tx, row.id, council);
  const letter = await draftLetter(tx, {
    dossierId: row.id,
    kind: 'council_decision',
    round: row.round,
    data: {
      ...(await councilFrame(tx, row, council, office)),
      councilName: council.name,
      decidedBasis: council.decidedBasis,
      members: seated(members).map(({ name, organisation, seat }) => ({ name, organisation, seat })),
      rules: ruleLines(council.rules),
      changes: earlier !== null && issued !== null,
      earlier: issued,
    },
  });
  await setDecisionLetter(tx, council.id, letter.id);
  return letter.id;
}

/** The newest issued decision on this council, as the next one refers to it. */
async function lastIssuedDecision(tx: Tx, dossierId: string, { establishedAt }: Council) {
  const issued = (await lettersOf(tx, dossierId)).filter(
    ({ kind, status, createdAt }) =>
      kind === 'council_decision' && status === 'issued' && createdAt >= establishedAt,
  );
  const last = issued.at(-1);
  return last?.number && last.issuedOn ? { number: last.number, on: last.issuedOn, from: null } : null;
}

/** Throws away what was drafted for a council and not signed. */
export async function discardCouncilDrafts(
  tx: Tx,
  dossierId: string,
  kinds: readonly string[] = ['council_decision', 'council_minutes'],
): Promise<void> {
  for (const { id, kind, status, revision } of await lettersOf(tx, dossierId))
    if (kinds.includes(kind) && status === 'draft') await discardDraft(tx, { letterId: id, revision });
}
