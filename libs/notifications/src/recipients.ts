import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { conflictedUsersSql } from '#identity';

export const AUDIENCES = ['owner', 'clerks', 'head', 'lead_appraiser', 'leader', 'experts'] as const;
/** To whom something may be told about a dossier. */
export type Audience = (typeof AUDIENCES)[number];
export interface Recipient {
  id: string;
  name: string;
}

const holds = (role: string) =>
  `EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = u.id AND r.role = '${role}')`;
const CONDITIONS: Record<Audience, string> = {
  owner: `((u.organisation_id = d.owner_org_id AND (${holds('investor')} OR ${holds('requester')}))
    OR (u.organisation_id = d.requester_org_id AND ${holds('requester')} AND (d.status <> 'draft' OR d.channel = 'requester')))`,
  clerks: holds('clerk'),
  head: holds('head'),
  leader: holds('leader'),
  lead_appraiser: 'u.id = d.lead_appraiser_id',
  experts: `EXISTS (SELECT 1 FROM assignment a WHERE a.dossier_id = d.id AND a.assignee_id = u.id AND a.kind = 'expert'
    AND a.state IN ('invited', 'accepted'))`,
};

/** The active people of an audience of a dossier, by name; nobody who is in conflict with it is ever among them. */
export async function recipients(tx: Tx, row: DossierRow, audience: Audience): Promise<Recipient[]> {
  const conflicted = conflictedUsersSql(tx, row.id);
  return tx.query<Recipient>(
    `WITH conflicted AS MATERIALIZED (${conflicted.sql})
     SELECT u.id, u.display_name AS name FROM dossier d JOIN app_user u ON u.authority_id = d.authority_id
      WHERE d.id = $1 AND u.active AND ${CONDITIONS[audience]} AND u.id NOT IN (SELECT id FROM conflicted)
      ORDER BY u.display_name, u.id`,
    conflicted.values,
  );
}
