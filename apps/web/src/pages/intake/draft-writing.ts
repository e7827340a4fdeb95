import { type EditedDossier } from '../investor/draft/dossier.query.js';
import {
  type Draft,
  draftOf,
  type Place,
  type Row,
  rowId,
  same,
  type Section,
  SECTIONS,
  valueAt,
  withValue,
} from '../investor/draft/draft.types.js';
import { mergeDrafts } from '../investor/draft/merge-drafts.js';
import { type Intake } from './intake.types.js';

/** The item of the checklist that a request of an agency is. */
export const REQUEST_LETTER = 'D12';
/** The item that a list of machines is. */
export const MACHINE_LIST = 'D3';

/** Where a value was read. */
interface Source {
  documentId: string;
  page?: number;
  cell?: string;
}
type Sources = Record<string, Source>;
/** What is known of the letter beside the facts. */
interface LetterParticulars {
  number: string;
  on: string;
  receivedOn: string;
  investorOrgId: string | null;
}
/** What of a draft the intake writes. */
interface WrittenDraft {
  facts: Draft;
  sources: Sources;
  particulars: LetterParticulars;
}
/** A draft as it was seen at a revision. */
export interface SeenDraft extends WrittenDraft {
  revision: number;
}
/** A draft of which nobody knows any more what it began with: nothing of it is taken for one's own. */
export const NOTHING_WRITTEN = { facts: draftOf({}), sources: {} };

export function seenDraftOf(dossier: EditedDossier): SeenDraft {
  const { revision, facts, incomingNumber, incomingOn, receivedOn, investorOrgId } = dossier;
  const sources = Object.entries(facts.sources ?? {}).map(([path, { documentId, page, cell }]) => [
    path,
    { documentId, ...(page !== undefined && { page }), ...(cell !== undefined && { cell }) },
  ]);
  return {
    revision,
    facts: draftOf(facts),
    sources: Object.fromEntries(sources) as Sources,
    particulars: {
      ...{ number: incomingNumber ?? '', on: incomingOn ?? '', receivedOn: receivedOn ?? '' },
      investorOrgId,
    },
  };
}

/** Where each value was read: the page of the letter, the cell of the table. A value that was changed was typed. */
function sourcesOf(
  { readName, projectName, list }: Pick<Intake, 'readName' | 'projectName' | 'list'>,
  { letterId, tableId }: StoredFiles,
): Sources {
  const isRead = readName !== null && readName.value === projectName && letterId !== null;
  const cells = tableId === null ? [] : Object.entries(list?.places ?? {});
  return Object.fromEntries<Source>([
    ...(isRead ? [['project.name', { documentId: letterId, page: readName.page }] as const] : []),
    ...cells.map(([path, cell]) => [path, { documentId: tableId ?? '', cell }] as const),
  ]);
}

interface StoredFiles {
  letterId: string | null;
  tableId: string | null;
}
/** Rows with others beside them, which stand in place of those of the same id. */
function withRows(rows: readonly Row[], others: readonly Row[]): Row[] {
  const given = new Set(others.map(rowId));
  return [...rows.filter((row, index) => !given.has(rowId(row, index))), ...others];
}

/** The draft that was seen with what the clerk confirmed in it. */
export function intendedDraft(
  intake: Omit<Intake, 'procedure'>,
  { facts, sources, particulars }: SeenDraft,
  files: StoredFiles,
): WrittenDraft {
  const { number, on, receivedOn, projectName, sender, investor, list } = intake;
  const papers = [
    ...(sender.kind === 'investor' ? [] : [{ item: REQUEST_LETTER, documentId: files.letterId }]),
    ...(files.tableId === null ? [] : [{ item: MACHINE_LIST, documentId: files.tableId }]),
  ];
  const named = investor !== null && sender.kind !== 'investor';
  return {
    facts: {
      ...facts,
      project: { ...facts.project, name: projectName },
      papers: withRows(facts.papers, papers),
      lines: withRows(facts.lines, list?.lines ?? []),
      equipment: withRows(facts.equipment, list?.equipment ?? []),
    },
    sources: { ...sources, ...sourcesOf(intake, files) },
    particulars: {
      ...{ number, on, receivedOn },
      investorOrgId: named ? investor.id : particulars.investorOrgId,
    },
  };
}

/** A draft of both sides, and how many values both changed: those stay theirs. */
interface JoinedDraft extends WrittenDraft {
  kept: number;
}
/** Brings what is to be written together with what somebody else made of the draft since it was seen. */
export function joinedDrafts(base: WrittenDraft, mine: WrittenDraft, theirs: WrittenDraft): JoinedDraft {
  const { draft, clashes } = mergeDrafts(base.facts, mine.facts, theirs.facts);
  const facts = clashes.reduce((before, clash) => withValue(before, clash, clash.theirs), draft);
  const standing = Object.entries(mine.sources).filter(([path]) => saysTheSame(path, mine.facts, facts));
  const names = Object.keys(mine.particulars) as (keyof LetterParticulars)[];
  const touched = names.filter((name) => theirs.particulars[name] !== base.particulars[name]);
  const clashing = touched.filter(
    (name) => ![base.particulars[name], theirs.particulars[name]].includes(mine.particulars[name]),
  );
  const particulars = touched.reduce(
    (before, name) => ({ ...before, [name]: theirs.particulars[name] }),
    mine.particulars,
  );
  return {
    ...{ facts, particulars, kept: clashes.length + clashing.length },
    sources: { ...theirs.sources, ...Object.fromEntries(standing) },
  };
}

/** Whether the fact that a path names (`equipment[<id>].name`) says the same in both. */
function saysTheSame(path: string, one: Draft, other: Draft): boolean {
  const [, section, id = null, field] =
    /^(project|lines|equipment)(?:\[([^\]]+)\])?\.(\w+)$/.exec(path) ?? [];
  if (section === undefined || field === undefined) return true;
  const place: Place = { section: section as Section, id, field };
  return same(valueAt(one, place), valueAt(other, place));
}

/** What has to be sent so that a draft says what is wanted; null: it says so already. */
export function changesOf(from: SeenDraft, wanted: WrittenDraft) {
  const sections = SECTIONS.filter((section) => !same(from.facts[section], wanted.facts[section])).map(
    (section) => [section, wanted.facts[section]] as const,
  );
  const facts = {
    ...Object.fromEntries(sections),
    ...(!same(from.sources, wanted.sources) && { sources: wanted.sources }),
  };
  const { investorOrgId, ...incoming } = wanted.particulars;
  const { investorOrgId: investorBefore, ...incomingBefore } = from.particulars;
  const particulars = {
    ...(!same(incoming, incomingBefore) && { incoming }),
    ...(investorOrgId !== null && investorOrgId !== investorBefore && { investorOrgId }),
  };
  const body = {
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(Object.keys(particulars).length > 0 && { particulars }),
  };
  return Object.keys(body).length === 0 ? null : body;
}
