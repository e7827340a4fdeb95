import { type TechnologyFacts } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow, factsOf, readDossier } from '#dossiers';
import { technologyDifference } from './technology-difference.js';
import { firstFaultOf } from './first-dossier.js';

/**
 * What a change of technology lacks before it can be submitted: a line or machine that differs (`nothing_changed`), and
 * a first dossier whose approval is in force and has no other change. None for other dossiers and after the draft.
 */
export async function changeFaultsOf(tx: Tx, row: DossierRow, facts: TechnologyFacts): Promise<string[]> {
  if (row.firstDossierId === null || row.firstFactsVersion === null || row.status !== 'draft') return [];
  const first = await readDossier(tx, row.firstDossierId);
  if (first === null) return [];
  const fault = await firstFaultOf(tx, first, row.id);
  const before = await factsOf(tx, row.firstDossierId, row.firstFactsVersion);
  const changed = technologyDifference(before, facts).some(({ path }) => !path.startsWith('project'));
  return [...(fault === null ? [] : [fault.code]), ...(changed ? [] : ['nothing_changed'])];
}
