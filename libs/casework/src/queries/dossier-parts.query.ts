import { type TechnologyFacts } from '#contracts';
import { type Tx } from '#database';
import { currentFactsOf, type RequiredAction, requiredActionsOf } from '#dossiers';
import { isChanged } from '../changes/related-dossiers.query.js';
import { type RequestContent } from './request-content.js';

/** An organisation and what it is to the dossier. */
export interface DossierParty {
  organisationId: string;
  name: string;
  party: string;
}
/** What is asked of the owner and not answered yet. */
export interface OpenRequest {
  id: string;
  kind: string;
  content: RequestContent;
  replyBy: string;
  askedAt: Date;
}

/** What belongs to a dossier and is found by its id alone. */
export interface DossierParts {
  parties: DossierParty[];
  facts: TechnologyFacts;
  openRequest: OpenRequest | null;
  actions: RequiredAction[];
  /** Whether a later dossier changes its technology. */
  changed: boolean;
}

/**
 * Asks for the parts of a dossier in one round, which may be that of its row and of the reader's access: nothing that they
 * say may be used before the access is known.
 */
export async function dossierParts(tx: Tx, dossierId: string): Promise<DossierParts> {
  const [changed, parties, facts, openRequest, actions] = await Promise.all([
    isChanged(tx, dossierId),
    partiesOf(tx, dossierId),
    currentFactsOf(tx, dossierId),
    openRequestOf(tx, dossierId),
    requiredActionsOf(tx, dossierId),
  ]);
  return { changed, parties, facts, openRequest, actions };
}

const partiesOf = (tx: Tx, dossierId: string): Promise<DossierParty[]> =>
  tx.query<DossierParty>(
    `SELECT p.organisation_id AS "organisationId", o.name, p.party FROM dossier_party p
       JOIN organisation o ON o.id = p.organisation_id WHERE p.dossier_id = $1 ORDER BY p.party, o.name`,
    [dossierId],
  );

const openRequestOf = (tx: Tx, dossierId: string): Promise<OpenRequest | null> =>
  tx.one<OpenRequest>(
    `SELECT id, kind, content, reply_by AS "replyBy", asked_at AS "askedAt" FROM party_request
      WHERE dossier_id = $1 AND answered_at IS NULL AND closed_at IS NULL ORDER BY asked_at DESC LIMIT 1`,
    [dossierId],
  );
