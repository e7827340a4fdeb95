import { useTranslation } from 'react-i18next';
import { ORGANISATION_KINDS, type OrganisationKind } from './admin.query.js';

/** The kinds of organisations in words, to choose from. */
export function useKindChoices(): { value: OrganisationKind; label: string }[] {
  const { t } = useTranslation('admin');
  return ORGANISATION_KINDS.map((kind) => ({ value: kind, label: t(`organisations.kinds.${kind}`) }));
}
