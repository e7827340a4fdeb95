import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { hasRole, usePerson } from '../../../session/session.provider.js';

/** Who may be given work, and how much they have; for heads and leaders, who assign. */
export function useWorkloads() {
  const person = usePerson();
  return useQuery({
    queryKey: ['assignments', 'load'],
    enabled: hasRole(person, 'head', 'leader'),
    queryFn: () => answer(api.GET('/api/v1/assignments/load')),
  });
}

/** The people by whom a list can be narrowed, and the words for each choice. */
export function useAssigneeChoices(): { value: string; label: string }[] {
  const { t } = useTranslation('desk');
  const appraisers = (useWorkloads().data?.items ?? []).filter(({ roles }) => roles.includes('appraiser'));
  return [
    { value: '', label: t('filter.assigneeAny') },
    { value: 'me', label: t('filter.assigneeMe') },
    { value: 'none', label: t('filter.assigneeNone') },
    ...appraisers.map(({ userId, name }) => ({ value: userId, label: name })),
  ];
}

export function useAssigneeNames(): (value: string) => string {
  const choices = useAssigneeChoices();
  return (value) => choices.find((choice) => choice.value === value)?.label ?? value;
}
