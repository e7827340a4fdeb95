import { Inject, Injectable } from '@nestjs/common';
import { type Relation } from '#contracts';
import { DossierActs } from '#dossiers';
import { type Actor, hasRole, Refusal } from '#kernel';
import { type Letter, letterById } from '#letters';
import { HoldingReplies, type HoldingReplyOutcome } from './holding-replies.js';

export interface HoldingReplyAnswer extends HoldingReplyOutcome {
  letter: Letter;
}

/** A head, a leader or the lead appraiser has the holding reply drafted, or brought up to date, before the warning does. */
@Injectable()
export class AskHoldingReply {
  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(HoldingReplies) private readonly holding: HoldingReplies,
  ) {}

  /** @throws Refusal `not_found`, `forbidden`, and those of `HoldingReplies.ask` */
  run(
    actor: Actor,
    request: { dossierId: string; idempotencyKey: string | null; dryRun: boolean },
  ): Promise<HoldingReplyAnswer> {
    const act = { ...request, action: 'ask_holding_reply' as const, body: {}, expectedRevision: null };
    return this.acts.run(actor, act, async (tx, { row, relations }) => {
      if (!mayAsk(actor, relations)) throw new Refusal('forbidden');
      const asked = await this.holding.ask(tx, row);
      return { ...asked, letter: await letterById(tx, asked.letterId) };
    });
  }
}

const mayAsk = (actor: Actor, relations: readonly Relation[]): boolean =>
  hasRole(actor, 'head', 'leader') || relations.includes('lead_appraiser');
