import { councilCase, type CouncilCase } from '#appraisal';
import { type ConsultationForm } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';

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
}

/** The form of consultation of the present round. */
export async function consultationFormState(tx: Tx, row: DossierRow): Promise<ConsultationFormState> {
  const { consultationForm, expertOpinionsOfRound, council } = await councilCase(tx, row);
  const form = consultationForm ?? 'in_house';
  return {
    round: row.round,
    form,
    chosen: consultationForm !== null,
    needs: NEEDS[form],
    expertOpinions: expertOpinionsOfRound,
    council,
  };
}
