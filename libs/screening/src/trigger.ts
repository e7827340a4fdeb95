import {
  type Candidate,
  type ProcedureId,
  type ScreeningNotice,
  type TechnologyFacts,
  type Trigger,
} from '#contracts';
import { type ScreeningLaw } from '#law';

/** Test of the rule that lists the environmental groups whose projects need the opinion. */
const ENVIRONMENT_TEST = 'trigger.environment';
type Rules = Pick<ScreeningLaw, 'rules'>;
const environmentRule = ({ rules }: Rules) => rules.metas.find(({ test }) => test === ENVIRONMENT_TEST);

/** Procedures that have a reason of their own, whatever the technology and the project are. */
const OWN_REASON: Partial<Record<ProcedureId, Trigger>> = {
  determination: 'term_extension',
  reappraisal: 'technology_change',
};

/**
 * Why the technology of this project is looked at: the procedure's own reason (term extension, changed technology);
 * else a confirmed restricted technology that acts, then an environmental group that the law set names, then the
 * province's promise to cover every project.
 */
export function triggerOf(
  facts: TechnologyFacts,
  candidates: readonly Candidate[],
  procedure: ProcedureId,
  law: Rules,
): Trigger {
  const own = OWN_REASON[procedure];
  if (own) return own;
  const isRestricted = candidates.some(
    ({ list, decision, standing }) =>
      list === 'restricted' && decision === 'confirmed' && standing === 'acts',
  );
  if (isRestricted) return 'restricted';
  const group = facts.project?.environmentalGroup;
  const isAtRisk = group !== undefined && environmentRule(law)?.values?.includes(group) === true;
  return isAtRisk ? 'environment' : 'local_full_coverage';
}

/** Without the environmental group nobody can tell whether the environment is a reason: unknown is not "no". */
export function triggerNotices(facts: TechnologyFacts, law: Rules): ScreeningNotice[] {
  const rule = environmentRule(law);
  if (rule === undefined || facts.project?.environmentalGroup !== undefined) return [];
  return [{ code: 'environmental_group_unknown', params: { rule: rule.id } }];
}
