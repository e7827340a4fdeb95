import { useQuery } from '@tanstack/react-query';
import { openAreas } from '../../i18n/language.js';
import { INSIDERS } from '../../session/role-groups.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { lazily } from '../../ui/lazily.js';
import { conditionsQuery } from '../conditions/condition.query.js';
import { consultationFormQuery, consultationsQuery } from '../consultations/consultation.query.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { councilsQuery } from './council.query.js';
import { isWorking } from './working.js';

// Their texts come with them: most readers of a dossier never open these sides.
const texts = () => openAreas('council');
export const CouncilTab = lazily(async () => {
  const [part] = await Promise.all([import('./council.tab.js'), texts()]);
  return part.CouncilTab;
});
export const ConsultationsTab = lazily(async () => {
  const [part] = await Promise.all([import('../consultations/consultations.tab.js'), texts()]);
  return part.ConsultationsTab;
});
export const ConditionsTab = lazily(async () => {
  const [part] = await Promise.all([import('../conditions/conditions.tab.js'), texts()]);
  return part.ConditionsTab;
});
export const ConsultationLine = lazily(async () => {
  const [part] = await Promise.all([import('../consultations/consultation-line.js'), texts()]);
  return part.ConsultationLine;
});

export type HeardTab = 'consultations' | 'council' | 'conditions';

/** Which of these sides of a dossier hold something for the reader, or something that the reader can begin. */
export function useHeardTabs(dossier: DossierView): Record<HeardTab, boolean> {
  const person = usePerson();
  const { id, status, relations, round = 1 } = dossier;
  const owner = relations.includes('owner');
  const consulted = relations.includes('consulted_agency');
  const house = !owner && hasRole(person, ...INSIDERS);
  const member = relations.includes('council_member');
  const begun = status !== 'draft' && status !== 'submitted';
  const works = isWorking(status);
  const asked = useQuery({ ...consultationsQuery(id), enabled: house && begun });
  const form = useQuery({ ...consultationFormQuery(id), enabled: house && works });
  const councils = useQuery({ ...councilsQuery(id), enabled: (house || member) && begun });
  const conditions = useQuery({
    ...conditionsQuery(id),
    enabled: status === 'approved_with_conditions' || round > 1,
  });
  const holds = (items: readonly unknown[] | undefined) => (items?.length ?? 0) > 0;
  return {
    consultations: consulted || (house && (works || holds(asked.data))),
    council: member || (house && (holds(councils.data) || form.data?.form === 'council')),
    conditions: holds(conditions.data),
  };
}
