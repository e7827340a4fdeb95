import { isDecided, type TechnologyFacts } from '#contracts';
import { type Tx } from '#database';
import {
  type DossierRow,
  type OpenedDossier,
  factsOf,
  isOfTheHouse,
  procedureOf,
  type RequiredAction,
  requiredActionsOf,
} from '#dossiers';
import { civilDateOf } from '#kernel';
import { type LawSet } from '#law';
import { type RelatedDossiers, relatedDossiers } from '../changes/related-dossiers.query.js';
import { copiedFrom, type CopiedFrom } from './copied-from.query.js';
import { type RequestContent, shownContent } from './request-content.js';

export interface DossierView extends Omit<DossierRow, 'searchText' | 'lawSetDigest' | 'updatedBy'> {
  /** Inside the house only, as the lead appraiser is. */
  updatedBy: string | null;
  statusLabel: { vi: string; en: string };
  closed: boolean;
  /** Also of a decision that has not left the house: its clocks are open until the letter is issued. */
  overdue: boolean;
  relations: readonly string[];
  /** What is to be done, the reader's own first: the same as in lists. */
  actions: RequiredAction[];
  /** The dossiers before and after a change of technology, as far as the reader may see them. */
  related: RelatedDossiers;
  /** The dossier with whose facts a draft began, and what of them is of its day. */
  copiedFrom: CopiedFrom | null;
  parties: { organisationId: string; name: string; party: string }[];
  facts: TechnologyFacts;
  law: {
    digest: string | null;
    pinned: boolean;
    packs: { packId: string; digest: string }[];
    notices: LawSet['notices'];
    mode: string;
  };
  /** What is asked of the owner and not answered yet. */
  openRequest: { id: string; kind: string; content: RequestContent; replyBy: string; askedAt: Date } | null;
}

/** What somebody sees who is only consulted: whose project it is and what is to be judged, nothing of the house's work. */
export type ConsultedDossierView = Pick<
  DossierView,
  | 'id'
  | 'procedureId'
  | 'status'
  | 'statusLabel'
  | 'projectName'
  | 'stage'
  | 'environmentalGroup'
  | 'projectGroup'
  | 'sectorVsic'
  | 'communeCode'
  | 'fileCode'
  | 'receivedOn'
  | 'revision'
  | 'factsVersion'
  | 'relations'
  | 'actions'
  | 'parties'
  | 'facts'
>;

/** A dossier as a person sees it who sees it only because their organisation is consulted. */
export async function consultedView(
  tx: Tx,
  { row, relations, viewStatus: status }: OpenedDossier,
  lawSet: LawSet,
): Promise<ConsultedDossierView> {
  const { id, procedureId, projectName, stage, environmentalGroup, projectGroup, sectorVsic } = row;
  const { communeCode, fileCode, receivedOn, revision, factsVersion } = row;
  const [parties, facts, actions] = await Promise.all([
    partiesOf(tx, id),
    factsOf(tx, id, factsVersion),
    requiredActionsOf(tx, row),
  ]);
  return {
    ...{ id, procedureId, status, projectName, stage, environmentalGroup, projectGroup, sectorVsic },
    ...{ communeCode, fileCode, receivedOn, revision, factsVersion, relations },
    statusLabel: procedureOf(lawSet).states[status]?.label ?? { vi: status, en: status },
    actions,
    parties,
    facts,
  };
}

/** A dossier as a person who may see it sees it. */
export async function dossierView(
  tx: Tx,
  { row, relations, viewStatus: status }: OpenedDossier,
  lawSet: LawSet,
): Promise<DossierView> {
  const { searchText: _search, lawSetDigest, ...shown } = row;
  const inside = isOfTheHouse(tx.actor);
  const state = procedureOf(lawSet).states[status];
  const closed = state?.tags?.includes('closed') ?? false;
  const today = civilDateOf(tx.at);
  const [related, copied, parties, facts, request, actions] = await Promise.all([
    relatedDossiers(tx, row),
    copiedFrom(tx, row),
    partiesOf(tx, row.id),
    factsOf(tx, row.id, row.factsVersion),
    openRequest(tx, row.id, inside),
    requiredActionsOf(tx, row),
  ]);
  return {
    ...(inside ? shown : { ...shown, status, leadAppraiserId: null, updatedBy: null }),
    statusLabel: state?.label ?? { vi: status, en: status },
    closed,
    overdue: (!closed || isDecided(status)) && row.dueOn !== null && row.dueOn < today,
    firstDossierId: related.first?.id ?? null,
    relations,
    actions,
    related,
    copiedFrom: copied,
    parties,
    facts,
    law: {
      digest: lawSetDigest,
      pinned: row.lawPinned,
      packs: lawSet.packs,
      notices: lawSet.notices,
      mode: lawSet.mode,
    },
    openRequest: request,
  };
}

const partiesOf = (tx: Tx, dossierId: string) =>
  tx.query<DossierView['parties'][number]>(
    `SELECT p.organisation_id AS "organisationId", o.name, p.party FROM dossier_party p
       JOIN organisation o ON o.id = p.organisation_id WHERE p.dossier_id = $1 ORDER BY p.party, o.name`,
    [dossierId],
  );

async function openRequest(tx: Tx, dossierId: string, inside: boolean): Promise<DossierView['openRequest']> {
  const request = await tx.one<NonNullable<DossierView['openRequest']>>(
    `SELECT id, kind, content, reply_by AS "replyBy", asked_at AS "askedAt" FROM party_request
      WHERE dossier_id = $1 AND answered_at IS NULL AND closed_at IS NULL ORDER BY asked_at DESC LIMIT 1`,
    [dossierId],
  );
  return request && { ...request, content: shownContent(request.content, inside) };
}
