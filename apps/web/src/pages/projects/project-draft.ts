import { type NewProject } from '#contracts';
import { typedNumber, writtenNumber } from '../investor/fields/typed-values.js';

/** What is known of a project, as the form holds it: texts, empty for what is unknown. */
export const PROJECT_FIELDS = [
  'name',
  'sectorVsic',
  'capitalVnd',
  'capitalOrigin',
  'projectGroup',
  'communeCode',
  'investorName',
  'investorTaxCode',
  'investorCountry',
  'projectAuthority',
  'agencyName',
  'registeredOn',
  'policyDecidedOn',
  'certificateNumber',
  'certificateOn',
  'sourceText',
] as const satisfies readonly (keyof NewProject)[];
export type ProjectField = (typeof PROJECT_FIELDS)[number];
export type ProjectDraft = Record<ProjectField, string>;
type Known = { [Field in ProjectField]: string | number | null };

const draftFrom = (textOf: (field: ProjectField) => string): ProjectDraft =>
  Object.fromEntries(PROJECT_FIELDS.map((field) => [field, textOf(field)])) as ProjectDraft;

/** Whole đồng. */
const MONEY = { grouped: true, whole: true };

export const EMPTY_DRAFT = draftFrom(() => '');
export const draftOf = (known: Known): ProjectDraft =>
  draftFrom((field) => {
    const value = known[field];
    return typeof value === 'number' ? writtenNumber(value, MONEY) : (value ?? '');
  });

/** The value of a text for the API; null for an empty one. Capital that is no number stays a text, which the form refuses. */
export function valueOf(field: ProjectField, text: string): string | number | null {
  if (field === 'capitalVnd') return typedNumber(text, MONEY) ?? null;
  return text.trim() === '' ? null : text.trim();
}

/** Fields that the form itself can tell are wrong. */
export function gapsOf(draft: ProjectDraft): Partial<Record<ProjectField, 'missing' | 'notNumber'>> {
  return {
    ...(draft.name.trim() === '' && { name: 'missing' as const }),
    ...(draft.investorName.trim() === '' && { investorName: 'missing' as const }),
    ...(typeof valueOf('capitalVnd', draft.capitalVnd) === 'string' && { capitalVnd: 'notNumber' as const }),
  };
}

/** Fields whose value differs between two versions. */
export const differing = (one: ProjectDraft, other: ProjectDraft): ProjectField[] =>
  PROJECT_FIELDS.filter((field) => valueOf(field, one[field]) !== valueOf(field, other[field]));

/** The body of a change: what differs from what was read, and nothing else. */
export const changesOf = (before: ProjectDraft, after: ProjectDraft): Partial<Known> =>
  Object.fromEntries(differing(before, after).map((field) => [field, valueOf(field, after[field])]));

/** The body of a new project: what is known of it. */
export const bodyOf = (draft: ProjectDraft): Partial<Known> => changesOf(EMPTY_DRAFT, draft);

/** Fields that both people changed since they read the same version, to different values. */
export function clashesOf(base: ProjectDraft, mine: ProjectDraft, theirs: ProjectDraft): ProjectField[] {
  const [own, other] = [differing(base, mine), differing(base, theirs)];
  const differs = differing(mine, theirs);
  return own.filter((field) => other.includes(field) && differs.includes(field));
}

/** What I changed on top of what stands there now; in the fields that I gave up, what stands there stays. */
export function mergedDraft(
  base: ProjectDraft,
  mine: ProjectDraft,
  theirs: ProjectDraft,
  givenUp: readonly ProjectField[] = [],
): ProjectDraft {
  const own = differing(base, mine).filter((field) => !givenUp.includes(field));
  return draftFrom((field) => (own.includes(field) ? mine : theirs)[field]);
}
