import { type ConsultationForm, type Outcome } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { currentChoice } from './consultation-choice.store.js';
import { type Council, councilOfRound } from './council.store.js';

/** What the workflow asks about consultation in the present round. */
export interface CouncilCase {
  consultationForm: ConsultationForm | null;
  council: 'none' | 'open' | 'closed' | 'dissolved';
  councilOutcome: Outcome | null;
  /** Ids of those whose votes made it. */
  councilVoterIds: string[];
}
const WORDS: Record<Council['status'], CouncilCase['council']> = {
  established: 'open',
  in_session: 'open',
  concluded: 'closed',
  dissolved: 'dissolved',
};

/** Form of consultation and the council of the present round. */
export async function councilCase(tx: Tx, row: DossierRow): Promise<CouncilCase> {
  const [council, choice] = await Promise.all([councilOfRound(tx, row), currentChoice(tx, row)]);
  const closed = council?.status === 'concluded' ? council : null;
  return {
    consultationForm: choice?.form ?? null,
    council: council ? WORDS[council.status] : 'none',
    councilOutcome: closed && (await carriedOutcome(tx, closed.id)),
    councilVoterIds: closed ? await conclusionVoters(tx, closed.id) : [],
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

/** Whose votes were counted in the conclusion that minutes were issued of, whether or not they have a seat today. Ids. */
export async function conclusionVoters(tx: Tx, councilId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT DISTINCT m.user_id AS id FROM council_vote v JOIN council_member m ON m.id = v.member_id
       JOIN council_motion o ON o.id = v.motion_id AND o.kind = 'conclusion' AND (o.result->>'carried')::boolean
       JOIN council_session s ON s.id = o.session_id AND s.valid
       JOIN council_minutes t ON t.session_id = s.id JOIN letter l ON l.id = t.letter_id AND l.status = 'issued'
      WHERE s.council_id = $1
        AND o.result->'counted'->'members' @> jsonb_build_array(jsonb_build_object('memberId', v.member_id, 'state', 'accepted'))
      ORDER BY 1`,
    [councilId],
  );
  return rows.map(({ id }) => id);
}
