import { councilCase, type CouncilCase, currentChoice, roundOpinions } from '#appraisal';
import { type ConsultationForm, type Verification } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow, type LawRegistry } from '#dossiers';
import { conflictedUserIds } from '#identity';
import { type CivilDate, civilDateOf } from '#kernel';

/** What a form of consultation asks for before the dossier is concluded. */
export const FORM_NEEDS = ['expert_opinion', 'body_answer', 'closed_council'] as const;
export type FormNeed = (typeof FORM_NEEDS)[number];
const NEEDS: Record<ConsultationForm, FormNeed | null> = {
  in_house: null,
  experts: 'expert_opinion',
  independent_body: 'body_answer',
  council: 'closed_council',
};

/** The form that counts in a round, what follows from it, and what is there of it. */
export interface ConsultationFormState {
  round: number;
  form: ConsultationForm;
  /** Whether the head chose it; nothing chosen is in house. */
  chosen: boolean;
  needs: FormNeed | null;
  expertOpinions: number;
  council: CouncilCase['council'];
  /** By when a council is to be established; a reminder only, null where none is due. */
  establishBy: EstablishBy | null;
}
export interface EstablishBy {
  dueOn: CivilDate;
  late: boolean;
  basis: string;
  verification: Verification;
  analogy: boolean;
}

/** The form of consultation of the present round. */
export async function consultationFormState(
  tx: Tx,
  row: DossierRow,
  law: LawRegistry,
): Promise<ConsultationFormState> {
  const [{ consultationForm, council }, conflicted] = await Promise.all([
    councilCase(tx, row),
    conflictedUserIds(tx, row.id),
  ]);
  const { byExperts } = await roundOpinions(tx, row, conflicted);
  const form = consultationForm ?? 'in_house';
  return {
    round: row.round,
    form,
    chosen: consultationForm !== null,
    needs: NEEDS[form],
    expertOpinions: byExperts,
    council,
    establishBy: form === 'council' && council === 'none' ? await establishBy(tx, row, law) : null,
  };
}

/** Working days from the choice that counts, by the calendar of the pinned law. */
async function establishBy(tx: Tx, row: DossierRow, law: LawRegistry): Promise<EstablishBy | null> {
  const choice = await currentChoice(tx, row);
  const today = civilDateOf(tx.at);
  const lawSet = await law.governing(tx, row, today);
  const rule = (lawSet as Partial<typeof lawSet>).councils?.[0]?.establishWithin;
  if (!choice || !rule) return null;
  const dueOn = law.calendarOf(lawSet).addWorkingDays(civilDateOf(choice.chosenAt), rule.value);
  const { basis, verification, analogy } = rule;
  return { dueOn, late: today > dueOn, basis, verification, analogy };
}
