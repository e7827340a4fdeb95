import { type EvidenceFacts, isEditable, type Relation, type Status, type TechnologyFacts } from '#contracts';
import { canonicalJson } from '#kernel';
import { type FactChange } from '#dossiers';
import { idsOfItems, namesAFact, technologyTextOf } from '#screening';

/** In what capacity somebody changes the facts: for the owner, or as an abstract of the owner's papers. */
export type FactsAuthorship = 'owner' | 'agency';
const ABSTRACT_STATUSES: readonly Status[] = ['accepted', 'screened', 'under_review'];

/**
 * Who may change the facts now: the owner (or the clerk who entered the paper) in the editable statuses; the lead
 * appraiser of a dossier entered on behalf also under appraisal. Null: nobody like this, now.
 */
export function authorshipOf(
  status: Status,
  onBehalf: boolean,
  relations: readonly Relation[],
): FactsAuthorship | null {
  if (isEditable(status) && relations.includes('owner')) return 'owner';
  if (!onBehalf) return null;
  if (isEditable(status) && relations.includes('clerk_on_behalf')) return 'agency';
  const abstracts = isEditable(status) || ABSTRACT_STATUSES.includes(status);
  return abstracts && relations.includes('lead_appraiser') ? 'agency' : null;
}

/**
 * Facts with the given sections replaced; a section that is not given stays. Of sources that are not given those stay
 * that still name something: who takes a machine out need not know where its values were read.
 */
export function mergedFacts(before: TechnologyFacts, sections: TechnologyFacts): TechnologyFacts {
  const merged = { ...before, ...sections };
  if (sections.sources !== undefined || before.sources === undefined) return merged;
  const ids = idsOfItems(merged);
  const standing = Object.entries(before.sources).filter(([path]) => namesAFact(path, ids));
  return { ...merged, sources: Object.fromEntries(standing) };
}

/**
 * Sources as they stood before, without those of values that say something else now: the page or cell does not say it.
 * Sources that are new or changed in this step stay.
 */
export function withoutOutdatedSources(before: TechnologyFacts, after: TechnologyFacts): TechnologyFacts {
  if (after.sources === undefined) return after;
  const standing = Object.entries(after.sources).filter(
    ([path, source]) =>
      canonicalJson(before.sources?.[path] ?? null) !== canonicalJson(source) ||
      saysTheSame(path, before, after),
  );
  return { ...after, sources: Object.fromEntries(standing) };
}

const acceptance = ({ acceptedBy, acceptedOn }: EvidenceFacts) => ({ acceptedBy, acceptedOn });
const bare = ({ acceptedBy: _by, acceptedOn: _on, ...item }: EvidenceFacts) => item;
const same = (a: EvidenceFacts, b: EvidenceFacts) => canonicalJson(bare(a)) === canonicalJson(bare(b));

/** Whether the evidence claims an acceptance that the agency did not give to exactly this item. */
export function claimsAcceptance(before: TechnologyFacts, after: TechnologyFacts): boolean {
  return (after.evidence ?? []).some((item) => {
    if (item.acceptedBy === undefined && item.acceptedOn === undefined) return false;
    const earlier = before.evidence?.find((candidate) => same(candidate, item));
    return earlier === undefined || canonicalJson(acceptance(earlier)) !== canonicalJson(acceptance(item));
  });
}

/** Whether a fact that a path names (`lines[<id>].actualCapacityPct`) says the same in both facts. */
function saysTheSame(path: string, before: TechnologyFacts, after: TechnologyFacts): boolean {
  const [, list, id, field] = /^(lines|equipment)\[([^\]]+)\]\.(\w+)/.exec(path) ?? [];
  const projectField = /^project\.(\w+)/.exec(path)?.[1];
  const valueIn = (facts: TechnologyFacts): unknown => {
    const item: object | undefined =
      projectField === undefined
        ? (list === 'lines' ? facts.lines : facts.equipment)?.find((one) => one.id === id)
        : facts.project;
    return (item as Record<string, unknown> | undefined)?.[projectField ?? field ?? ''];
  };
  return canonicalJson(valueIn(before) ?? null) === canonicalJson(valueIn(after) ?? null);
}

/** Keeps the agency's acceptance on evidence that did not change, as long as what it proves did not change either. */
export function withAcceptances(before: TechnologyFacts, after: TechnologyFacts): TechnologyFacts {
  if (!after.evidence) return after;
  const evidence = after.evidence.map((item) => {
    const earlier = before.evidence?.find((candidate) => same(candidate, item));
    if (!earlier) return item;
    const stillProves = item.covers.every((path) => saysTheSame(path, before, after));
    return stillProves ? { ...item, ...definedOnly(acceptance(earlier)) } : bare(item);
  });
  return { ...after, evidence };
}

const definedOnly = (item: object) =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));

/** Lines that read differently to the list matcher, or went: their confirmations are open again. */
export function renamedLines(before: TechnologyFacts, after: TechnologyFacts): string[] {
  const names = (facts: TechnologyFacts) =>
    new Map((facts.lines ?? []).map((line) => [line.id ?? '', technologyTextOf(line)]));
  const [old, now] = [names(before), names(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (id) => old.has(id) && old.get(id) !== now.get(id),
  );
}

/** Paths of the fields of project, lines and machines that changed and name no source page. */
export function unsourced(changes: readonly FactChange[], after: TechnologyFacts): string[] {
  const sources = Object.keys(after.sources ?? {});
  return changes
    .filter(({ path, after: value }) => value !== undefined && /^(project|lines|equipment)\b/.test(path))
    .flatMap(({ path, after: value }) => fieldPaths(path, value))
    .filter(
      (path) =>
        !sources.some(
          (source) => path === source || path.startsWith(`${source}.`) || path.startsWith(`${source}[`),
        ),
    );
}

const FIELD = /^(project|(lines|equipment)\[[^\]]+\])\.\w/;

/** A list or an item that is new stands for each of its fields, since sources name fields. */
function fieldPaths(path: string, value: unknown): string[] {
  if (FIELD.test(path) || typeof value !== 'object' || value === null) return [path];
  if (Array.isArray(value))
    return value.flatMap((item: { id?: string }) => fieldPaths(`${path}[${item.id ?? ''}]`, item));
  return Object.entries(value).flatMap(([field, inner]) =>
    field === 'id' ? [] : fieldPaths(`${path}.${field}`, inner),
  );
}

/** Documents that the facts refer to. */
export function documentsNamed(facts: TechnologyFacts): string[] {
  const evidence = (facts.evidence ?? []).map(({ documentId }) => documentId);
  const papers = (facts.papers ?? []).map(({ documentId }) => documentId);
  const sources = Object.values(facts.sources ?? {}).map(({ documentId }) => documentId);
  return [...new Set([...evidence, ...papers, ...sources].filter((id) => id !== undefined))];
}
