import { type Tx } from '#database';
import { visibleDossiersSql } from '#identity';
import { type CivilDate, civilDateOf } from '#kernel';
import { countOf } from './dossier-count.query.js';
import { filterOf, overdueSql, refuseInsideOnly } from './dossier-filter.js';
import { type DossierListQuery, parseListQuery } from './list-query.js';

/** The length of the list that a query opens, for the reader. @throws Refusal `list_query_invalid` */
export async function countDossiers(tx: Tx, query: DossierListQuery): Promise<number> {
  refuseInsideOnly(tx.actor, query);
  return countOf(tx, query, (offset) => visibleDossiersSql(tx, offset), civilDateOf(tx.at));
}

/** Open dossiers of one lead appraiser. */
export interface OpenByLead {
  userId: string;
  name: string;
  open: number;
  overdue: number;
}

/** What lies with each lead appraiser, by name: the lists `tab=open&assignee=` of each, and of these `overdue=true`. */
export async function openByLead(tx: Tx): Promise<OpenByLead[]> {
  const today = civilDateOf(tx.at);
  const where = filterOf(
    parseListQuery({ tab: 'team' }),
    (offset) => visibleDossiersSql(tx, offset),
    tx.actor,
    today,
  );
  const overdue = overdueSql(where, today);
  return tx.composed<OpenByLead>(
    `SELECT u.id AS "userId", u.display_name AS name, n.open, n.overdue
       FROM (SELECT d.lead_appraiser_id AS lead, count(*)::int AS open, count(*) FILTER (WHERE ${overdue})::int AS overdue
               FROM dossier d WHERE ${where.toString()} GROUP BY 1) n
       JOIN app_user u ON u.id = n.lead ORDER BY u.display_name, u.id`,
    where.values,
  );
}

/** How many decisions were made on one day about dossiers received on another. */
export interface DecidedDays {
  receivedOn: CivilDate;
  decidedOn: CivilDate;
  count: number;
}

/** The days of everything decided in a period that the reader may see: the list `decidedFrom=&decidedTo=`. */
export async function decidedDays(
  tx: Tx,
  { from, to }: { from: CivilDate; to: CivilDate },
): Promise<DecidedDays[]> {
  const query = parseListQuery({ decidedFrom: from, decidedTo: to });
  const where = filterOf(query, (offset) => visibleDossiersSql(tx, offset), tx.actor, civilDateOf(tx.at));
  return tx.composed<DecidedDays>(
    `SELECT d.received_on AS "receivedOn", (x.decided_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "decidedOn", count(*)::int AS count
       FROM dossier d JOIN decision x ON x.dossier_id = d.id AND x.round = d.round
      WHERE ${where.toString()} AND d.received_on IS NOT NULL GROUP BY 1, 2`,
    where.values,
  );
}
