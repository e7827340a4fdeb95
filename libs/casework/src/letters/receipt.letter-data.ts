import { type LetterFrame, type LetterPaper, type ReceiptData, type TechnologyFacts } from '#contracts';
import { caseAttributes, type DossierRow, factsOf } from '#dossiers';
import { checklistFor, type LawSet } from '#law';
import { type CaseworkSettings } from '../casework-settings.js';
import { clocksOf, isOpen } from '../clocks/clock.row.js';
import { type EffectContext } from '../commands/command.types.js';

/** The receipt with the day of the answer: the earliest of the department's clocks. */
export async function receiptData(
  context: EffectContext,
  frame: LetterFrame,
  settings: CaseworkSettings,
): Promise<ReceiptData> {
  const { tx, row, lawSet } = context;
  const facts = await factsOf(tx, row.id, row.factsVersion);
  const clocks = (await clocksOf(tx, row.id)).filter((clock) => isOpen(clock) && clock.dueOn !== null);
  const expectedOn = clocks.map(({ dueOn }) => dueOn ?? '').sort()[0] ?? null;
  return {
    ...frame,
    applicant: { name: frame.addressees[0] ?? '', address: null, phone: null },
    papers: papersOf(lawSet, facts, row),
    receivedAt: null,
    expectedOn,
    returnPlace: settings.returnPlace,
    receivedBy: tx.actor.name,
    trackingAddress: settings.tracking?.address ?? null,
  };
}

/** The papers that were handed in, by the names of the checklist. */
export function papersOf(lawSet: LawSet, facts: TechnologyFacts, row: DossierRow): LetterPaper[] {
  const { required, asked } = checklistFor(lawSet, caseAttributes(row), facts);
  const names = new Map([...required, ...asked].map(({ code, name }) => [code, name.vi]));
  return (facts.papers ?? []).map(({ item }) => ({
    name: names.get(item) ?? item,
    form: row.onBehalf ? ('original' as const) : ('electronic' as const),
    count: 1,
  }));
}
