import { type Tx } from '#database';
import { type DossierListItem, listDossiers, parseListQuery } from '#dossiers';
import { visibleDossiersSql } from '#identity';
import { civilDateOf } from '#kernel';
import { type Language } from '#screening';
import { type DecisionProposal, proposalsOf } from './decision-proposal.query.js';
import { type DecisionStep, oneByOne, type OneByOne } from './one-by-one.rule.js';

/** A dossier that waits for the reader's endorsement or decision, with what is proposed. */
export interface WaitingDecision {
  dossier: DossierListItem;
  step: DecisionStep;
  proposal: DecisionProposal;
  /** Why it is not dealt with together with others; none: it can be. */
  oneByOne: OneByOne[];
}
export interface DecisionQueuePage {
  items: WaitingDecision[];
  nextCursor: string | null;
}

/**
 * The dossiers of the worklist that wait for the reader to endorse or decide, the oldest term first: the list of
 * `action=mine` in those two statuses. Findings are named in the language. `limit` from 1 to 100. @throws Refusal `cursor_mismatch`, `list_query_invalid`
 */
export async function decisionQueue(
  tx: Tx,
  { limit, cursor, language }: { limit: number; cursor: string | null; language: Language },
): Promise<DecisionQueuePage> {
  const query = parseListQuery({
    ...{ action: 'mine', status: ['concluded', 'endorsed'], sort: 'dueOn', limit: String(limit) },
    ...(cursor !== null && { cursor }),
  });
  const visible = (offset: number) => visibleDossiersSql(tx, offset);
  const page = await listDossiers(tx, query, visible, civilDateOf(tx.at));
  const proposals = await proposalsOf(
    tx,
    page.items.map(({ id }) => id),
    language,
  );
  const items = page.items.flatMap((dossier) => waiting(dossier, proposals.get(dossier.id)));
  return { items, nextCursor: page.nextCursor };
}

/** Nothing where the reader has something else to do with the dossier first, such as to declare an interest. */
function waiting(dossier: DossierListItem, proposal: DecisionProposal | undefined): WaitingDecision[] {
  const own = dossier.actions.find(
    ({ code, who }) => who === 'me' && (code === 'endorse' || code === 'decide'),
  );
  if (own === undefined || proposal === undefined) return [];
  const step: DecisionStep = own.code === 'endorse' ? 'endorse' : 'decide';
  const { outcome, standing, dissent } = proposal;
  const weighed = { step, outcome, standing, dissent: dissent.length, overdue: dossier.overdue };
  return [{ dossier, step, proposal, oneByOne: oneByOne(weighed) }];
}
