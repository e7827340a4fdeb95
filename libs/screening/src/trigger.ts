import { type Candidate, type ProcedureId, type TechnologyFacts, type Trigger } from '#contracts';

/** Projects of these environmental groups need the opinion (Luật BVMT 2020 art 28 with Luật CGCN art 13). */
export const ENVIRONMENT_TRIGGER_GROUPS: readonly string[] = ['I', 'II'];

/**
 * Why the technology of this project is looked at: a confirmed restricted technology that acts goes before the
 * environmental group, then the procedure's own reason, else the province's promise to cover every project.
 */
export function triggerOf(
  facts: TechnologyFacts,
  candidates: readonly Candidate[],
  procedure: ProcedureId,
): Trigger {
  const isRestricted = candidates.some(
    ({ list, decision, standing }) =>
      list === 'restricted' && decision === 'confirmed' && standing === 'acts',
  );
  if (isRestricted) return 'restricted';
  if (ENVIRONMENT_TRIGGER_GROUPS.includes(facts.project?.environmentalGroup ?? '')) return 'environment';
  if (procedure === 'determination') return 'term_extension';
  return procedure === 'reappraisal' ? 'technology_change' : 'local_full_coverage';
}
