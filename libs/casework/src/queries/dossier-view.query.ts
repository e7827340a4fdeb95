import { isDecided, type TechnologyFacts } from '#contracts';
import { type Tx } from '#database';
import {
  type DossierRow,
  type OpenedDossier,
  isOfTheHouse,
  procedureOf,
  type RequiredAction,
} from '#dossiers';
import { civilDateOf } from '#kernel';
import { type LawSet } from '#law';
import { type RelatedDossiers, relatedDossiers } from '../changes/related-dossiers.query.js';
import { copiedFrom, type CopiedFrom } from './copied-from.query.js';
import { type DossierParts, type DossierParty, type OpenRequest } from './dossier-parts.query.js';
import { shownContent } from './request-content.js';

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
  parties: DossierParty[];
  facts: TechnologyFacts;
  law: {
    digest: string | null;
    pinned: boolean;
    packs: { packId: string; digest: string }[];
    notices: LawSet['notices'];
    mode: string;
  };
  /** What is asked of the owner and not answered yet. */
  openRequest: OpenRequest | null;
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

/** With what a dossier is shown: the law that governs it, and what belongs to it. */
interface Shown {
  lawSet: LawSet;
  parts: DossierParts;
}

/** A dossier as a person sees it who sees it only because their organisation is consulted. */
export function consultedView(
  { row, relations, viewStatus: status }: OpenedDossier,
  { lawSet, parts }: Shown,
): ConsultedDossierView {
  const { id, procedureId, projectName, stage, environmentalGroup, projectGroup, sectorVsic } = row;
  const { communeCode, fileCode, receivedOn, revision, factsVersion } = row;
  const { parties, facts, actions } = parts;
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
  { lawSet, parts }: Shown,
): Promise<DossierView> {
  const { searchText: _search, lawSetDigest, ...shown } = row;
  const inside = isOfTheHouse(tx.actor);
  const state = procedureOf(lawSet).states[status];
  const closed = state?.tags?.includes('closed') ?? false;
  const today = civilDateOf(tx.at);
  const { changed, openRequest, ...shownParts } = parts;
  const [related, copied] = await Promise.all([relatedDossiers(tx, row, changed), copiedFrom(tx, row)]);
  return {
    ...(inside ? shown : { ...shown, status, leadAppraiserId: null, updatedBy: null }),
    statusLabel: state?.label ?? { vi: status, en: status },
    closed,
    overdue: (!closed || isDecided(status)) && row.dueOn !== null && row.dueOn < today,
    firstDossierId: related.first?.id ?? null,
    relations,
    ...shownParts,
    related,
    copiedFrom: copied,
    law: {
      digest: lawSetDigest,
      pinned: row.lawPinned,
      packs: lawSet.packs,
      notices: lawSet.notices,
      mode: lawSet.mode,
    },
    openRequest: seenFrom(openRequest, inside),
  };
}

const seenFrom = (request: OpenRequest | null, inside: boolean): OpenRequest | null =>
  request && { ...request, content: shownContent(request.content, inside) };
