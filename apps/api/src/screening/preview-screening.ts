import { Inject, Injectable, Logger } from '@nestjs/common';
import { type ProcedureId, type ScreeningResult } from '#contracts';
import { type CivilDate, civilDate, Refusal } from '#kernel';
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

  /** Any other error is one of the engine and of nobody's facts; its message may hold values and is not logged. */
  private async screened(input: ScreeningInput): Promise<ScreeningResult> {
    try {
      return await screen(input);
    } catch (error) {
      const refusal =
        error instanceof Refusal
          ? error
          : new Refusal('screening_unavailable', { lawSet: input.lawSet.digest });
      if (refusal.code === 'screening_unavailable')
        this.logger.error({ msg: 'screening failed', lawSet: input.lawSet.digest });
      throw refusal;
    }
  }
}
