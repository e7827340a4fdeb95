import { type CaseAttributes } from '#contracts';
import { type DossierRow } from '../dossier.row.js';

/** The attributes of a dossier on which clocks, checklists and rules may depend. */
export const caseAttributes = (row: DossierRow): CaseAttributes => ({
  procedure: row.procedureId,
  channel: row.channel,
  ourRole: row.ourRole,
  trigger: row.trigger,
  stage: row.stage,
  authority: row.projectAuthority,
  environmentalGroup: row.environmentalGroup,
  projectGroup: row.projectGroup,
  capitalOrigin: row.capitalOrigin,
});
