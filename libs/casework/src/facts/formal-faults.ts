import { type TechnologyFacts } from '#contracts';
import { type DossierRow } from '#dossiers';
import { yearOf, type CivilDate } from '#kernel';
import { factsFaults } from '#screening';

/** Codes of what a dossier lacks formally before it can be submitted; completeness is checked at acceptance. */
export function formalFaultsOf(row: DossierRow, facts: TechnologyFacts, today: CivilDate): string[] {
  const faults = factsFaults(facts, { currentYear: yearOf(today), today }).map(
    ({ pointer, code }) => `${code}:${pointer}`,
  );
  if (!facts.project?.name?.trim()) faults.push('project_name_missing');
  if ((facts.lines?.length ?? 0) + (facts.equipment?.length ?? 0) === 0) faults.push('technology_missing');
  if (row.investorOrgId === null) faults.push('investor_missing');
  if (row.channel === 'requester' && row.requesterOrgId === null) faults.push('requester_missing');
  if (row.procedureId === 'determination' && row.projectAuthority === null)
    faults.push('project_authority_missing');
  return faults;
}
