import { type UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from './page.js';
import { Unanswered } from './states.js';

/** A page of a dossier that has not come yet, or does not come: it has its heading in either case. */
export function OpeningDossier({ query }: { query: Pick<UseQueryResult, 'isError' | 'error' | 'refetch'> }) {
  const { t } = useTranslation('app');
  return (
    <Page title={t(query.isError ? 'dossier.notOpened' : 'dossier.opening')}>
      <Unanswered query={query} />
    </Page>
  );
}
