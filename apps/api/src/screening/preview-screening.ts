import { Inject, Injectable, Logger } from '@nestjs/common';
import { type ProcedureId, type ScreeningResult } from '#contracts';
import { type CivilDate, civilDate, faultName, Refusal } from '#kernel';
import { screen, type ScreeningInput } from '#screening';
import { type Language } from '../http/language.js';
import { LawOfDay } from '../law/law-of-day.js';
import { type Previewed } from './preview-answer.js';
import { previewFacts } from './preview-facts.js';

export interface PreviewRequest {
  procedureId: ProcedureId;
  /** Civil date in Viet Nam; today when not given. */
  receivedOn?: string;
  facts: Record<string, unknown>;
}

/** Screening for somebody without a dossier: the same engine and law, nothing stored, nothing of the content logged. */
@Injectable()
export class PreviewScreening {
  private readonly logger = new Logger(PreviewScreening.name);

  constructor(@Inject(LawOfDay) private readonly law: LawOfDay) {}

  /**
   * Screens facts by the law of a day, every candidate open and no paper accepted.
   * @throws Refusal `confirmations_not_facts`, `malformed_request`, `impossible_value`, `screening_unavailable`
   */
  async run({ procedureId, receivedOn, facts }: PreviewRequest, language: Language): Promise<Previewed> {
    const today = this.law.today();
    const on: CivilDate = receivedOn === undefined ? today : civilDate(receivedOn);
    const sound = previewFacts(facts, today, language);
    const law = this.law.of(procedureId, on);
    const input = { lawSet: law, mode: law.mode, facts: sound, confirmations: [], receivedOn: on };
    return { result: await this.screened(input), law, facts: sound, receivedOn: on };
  }

  /**
   * Any other error is one of ours and of nobody's facts: its name is for the log, and neither has its message, which may hold
   * values. Only a refusal has a `reason`, by which a gap in the law is told from a fault of the code.
   */
  private async screened(input: ScreeningInput): Promise<ScreeningResult> {
    try {
      return await screen(input);
    } catch (error) {
      if (error instanceof Refusal && error.code !== 'screening_unavailable') throw error;
      const lawSet = input.lawSet.digest;
      const model = error instanceof Refusal ? error.details['model'] : undefined;
      this.logger.error({ msg: 'screening failed', lawSet, model, fault: faultName(error) });
      throw error instanceof Refusal ? error : new Refusal('screening_unavailable', { lawSet });
    }
  }
}
