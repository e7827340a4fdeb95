import { useTranslation } from 'react-i18next';
import { usePerson } from '../../session/session.provider.js';
import { seatedMembers } from './council-counts.js';
import { type Council } from './council.types.js';

/** Who of a council is told of an act on it, by name: everybody with a seat but whoever acts. */
export function useToldMembers(council: Council): string {
  const { t } = useTranslation('council');
  const person = usePerson();
  const names = seatedMembers(council)
    .filter(({ userId }) => userId !== person.id)
    .map(({ name }) => name);
  return names.length === 0
    ? t('condition.saying.toldNobody')
    : t('condition.saying.told', { names: names.join(', ') });
}
