import { type ConsultationForm, type Outcome } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { expertOpinions } from '../opinions/recorded-opinions.js';
import { currentChoice } from './consultation-choice.store.js';
import { type Council, councilOfRound } from './council.store.js';

/** What the workflow asks about consultation in the present round. */
export interface CouncilCase {
  consultationForm: ConsultationForm | null;
  expertOpinionsOfRound: number;
  council: 'none' | 'open' | 'closed' | 'dissolved';
  councilOutcome: Outcome | null;
}
const WORDS: Record<Council['status'], CouncilCase['council']> = {
  established: 'open',
  in_session: 'open',
  concluded: 'closed',
  dissolved: 'dissolved',
};

/** Form of consultation, opinions of experts and the council of the present round. */
export async function councilCase(tx: Tx, row: DossierRow): Promise<CouncilCase> {
  const council = await councilOfRound(tx, row);
  const isClosed = council?.status === 'concluded';
  return {
    consultationForm: (await currentChoice(tx, row))?.form ?? null,
    expertOpinionsOfRound: await expertOpinions(tx, row),
    council: council ? WORDS[council.status] : 'none',
    councilOutcome: council && isClosed ? await carriedOutcome(tx, council.id) : null,
  };
}

/** What a council advises: the carried conclusion of the valid session whose minutes were issued, or null. */
export async function carriedOutcome(tx: Tx, councilId: string): Promise<Outcome | null> {
  const found = await tx.one<{ outcome: Outcome }>(
    `SELECT o.outcome FROM council_motion o JOIN council_session s ON s.id = o.session_id
       JOIN council_minutes m ON m.session_id = s.id JOIN letter l ON l.id = m.letter_id AND l.status = 'issued'
      WHERE s.council_id = $1 AND s.valid AND o.kind = 'conclusion' AND (o.result->>'carried')::boolean
      ORDER BY s.number DESC LIMIT 1`,
    [councilId],
  );
  return found?.outcome ?? null;
}
