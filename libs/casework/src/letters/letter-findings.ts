import { type Finding, type LetterFinding, type TechnologyFacts } from '#contracts';
import { type ListNames, renderFinding } from '#screening';

const nameOf = (items: { id?: string; name?: string }[] | undefined, id: string | null): string =>
  items?.find((item) => item.id === id)?.name ?? id ?? '';

/** What a finding is about, by the name that the dossier gives it. */
export function subjectName(finding: Finding, facts: TechnologyFacts): string {
  if (finding.subject.kind === 'project') return facts.project?.name ?? '';
  return nameOf(finding.subject.kind === 'line' ? facts.lines : facts.equipment, finding.subject.id);
}

/** A finding in the words and figures of a letter; lists that are not loaded are named as given. */
export function letterFinding(finding: Finding, facts: TechnologyFacts, lists: ListNames): LetterFinding {
  const words = renderFinding(finding, 'vi', lists);
  return {
    subject: subjectName(finding, facts),
    test: words.title,
    basis: { text: finding.basis, verification: finding.verification },
    found: words.detail,
    limit: limitText(finding.values),
    wouldChange: words.wouldChange.length > 0 ? words.wouldChange.join('; ') : null,
  };
}

/** The limit of the rule among the values it used, in Vietnamese writing; a dash where it has none. */
function limitText(values: Finding['values']): string {
  const limit = Object.entries(values).find(
    ([name, value]) => name.startsWith('limit') && typeof value === 'number',
  );
  return limit === undefined
    ? '–'
    : new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 }).format(Number(limit[1]));
}
