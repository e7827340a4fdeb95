import { Inject, Injectable } from '@nestjs/common';
import {
  type ActCall,
  actRequest,
  type CouncilSession,
  requireSession,
  type SessionOutcome,
} from '#appraisal';
import { type Tx } from '#database';
import { DossierActs, type DossierRow, LawRegistry } from '#dossiers';
import { type Actor, digestOf, Refusal } from '#kernel';
import { draftLetter, letterById, redraftLetter } from '#letters';
import { CASEWORK_SETTINGS, type CaseworkSettings } from '../casework-settings.js';
import { logCouncil } from './council-log.js';
import { councilFrame, type CouncilOffice } from './council-papers.js';
import { minutesContent } from './minutes-content.js';
import { minutesOf, type MinutesRow, writeMinutes } from './minutes.store.js';
import { conductedCouncil, type SittingCouncil } from './sitting-council.js';

export interface MinutesAnswer {
  sessionId: string;
  letterId: string;
  /** SHA-256 of the canonical data. */
  sha256: string;
  valid: boolean;
}
export type ClosedSession = CouncilSession & { outcome: SessionOutcome };

/** Chair or secretary have the minutes of a closed session made from presence, votes, dissent and opinions. */
@Injectable()
export class DraftMinutes {
  private readonly office: CouncilOffice;

  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(LawRegistry) law: LawRegistry,
    @Inject(CASEWORK_SETTINGS) settings: CaseworkSettings,
  ) {
    this.office = { law, settings };
  }

  /**
   * Drafts the minutes as data and as a letter for signature; again where something was added since.
   * @throws Refusal `command_not_for_you`, `council_missing`, `council_over`, `not_found`, `session_still_open`,
   * `letter_already_issued`.
   */
  run(actor: Actor, call: ActCall, body: { sessionId: string }): Promise<MinutesAnswer> {
    return this.acts.run(actor, actRequest(call, 'draft_council_minutes', body), async (tx, opened) => {
      const sitting = await conductedCouncil(tx, opened);
      const session = requireClosed(await requireSession(tx, sitting.council.id, body.sessionId));
      const data = await minutesContent(tx, opened.row, sitting, session);
      const sha256 = digestOf(data);
      const letterId = await this.letterOf(tx, opened.row, sitting, session.id, data);
      await writeMinutes(tx, { sessionId: session.id, letterId, data, sha256 });
      await logCouncil(
        tx,
        opened.row,
        'minutes_drafted',
        { kind: 'council_session', id: session.id },
        { letterId, sha256 },
      );
      return { sessionId: session.id, letterId, sha256, valid: session.valid ?? false };
    });
  }

  private async letterOf(
    tx: Tx,
    row: DossierRow,
    { council }: SittingCouncil,
    sessionId: string,
    content: MinutesRow['data'],
  ): Promise<string> {
    const data = { ...(await councilFrame(tx, row, council, this.office)), ...content };
    const earlier = await minutesOf(tx, sessionId);
    const letter = earlier ? await letterById(tx, earlier.letterId) : null;
    if (letter && letter.status !== 'void') {
      await redraftLetter(tx, { letterId: letter.id, revision: letter.revision, data });
      return letter.id;
    }
    const draft = { dossierId: row.id, kind: 'council_minutes', round: row.round, data } as const;
    return (await draftLetter(tx, draft)).id;
  }
}

/** @throws Refusal `session_still_open` */
function requireClosed(session: CouncilSession): ClosedSession {
  const { outcome } = session;
  if (outcome === null) throw new Refusal('session_still_open', { sessionId: session.id });
  return { ...session, outcome };
}
