import { type Step } from '../../apps/web/src/pages/investor/new/steps.js';

const RECEIVED = 'procedure=opinion&behalf=none&behalfName=Phong&behalfKind=registration_agency';

/** Who comes to a question of a new dossier, an owner or a clerk, and after which answers, as they stand in the address. */
export const NEW_DOSSIER_STEPS: Readonly<Record<Step, { as: 'owner' | 'clerk'; answers: string }>> = {
  procedure: { as: 'owner', answers: '' },
  first: { as: 'owner', answers: 'procedure=reappraisal' },
  behalf: { as: 'clerk', answers: 'procedure=opinion' },
  paper: { as: 'clerk', answers: RECEIVED },
  investor: { as: 'clerk', answers: RECEIVED },
  authority: { as: 'owner', answers: 'procedure=determination' },
  name: { as: 'owner', answers: 'procedure=opinion' },
  check: { as: 'owner', answers: 'procedure=opinion&name=Lo+nung' },
};
