import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { lazily } from '../../ui/lazily.js';
import { formatNumber } from '../../format/format.js';
import { usePerson } from '../../session/session.provider.js';
import { Page } from '../../ui/page.js';
import { PagedList } from '../../ui/paged-list.js';
import { LoadingState } from '../../ui/states.js';
import { Admitted } from './admitted.js';
import { ProposeMatches } from './propose-matches.js';
import { projectsQuery } from './projects.query.js';
import { RegisterBar } from './register-bar.js';
import { RegisterChips } from './register-chips.js';
import { conditionsSet, readFilter, type RegisterFilter, writeFilter } from './register-filter.js';
import { keepsRegister, readsRegister } from './register-roles.js';
import { RegisterTable } from './register-table.js';

const RegisterFilters = lazily(async () => (await import('./register-filters.js')).RegisterFilters);

/** The register of investment projects: a list whose conditions stand in the address. */
export function ProjectsPage() {
  return (
    <Admitted to={readsRegister}>
      <Register />
    </Admitted>
  );
}

function Register() {
  const { t } = useTranslation('register');
  const [params, setParams] = useSearchParams();
  const [filtersOpen, { toggle }] = useDisclosure();
  const filter = readFilter(params);
  const change = (next: RegisterFilter) => setParams(writeFilter(next), { replace: true });
  const keeps = keepsRegister(usePerson());
  return (
    <Page title={t('title')} lead={t('lead')} actions={<Ways keeps={keeps} />} wide>
      <RegisterBar filter={filter} onChange={change} filtersOpen={filtersOpen} onFilters={toggle} />
      {filtersOpen && (
        <Suspense fallback={<LoadingState rows={2} />}>
          <RegisterFilters filter={filter} onChange={change} />
        </Suspense>
      )}
      <RegisterChips filter={filter} onChange={change} />
      {keeps && filter.conditions.awaiting?.includes('match') && <ProposeMatches />}
      <Projects filter={filter} onSort={(sort, descending) => change({ ...filter, sort, descending })} />
    </Page>
  );
}

function Ways({ keeps }: { keeps: boolean }) {
  const { t } = useTranslation('register');
  return (
    <>
      <Button component={Link} href="/projects/coverage" variant="default">
        {t('coverageLink')}
      </Button>
      {keeps && (
        <>
          <Button
            component={Link}
            href="/projects/import"
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden />}
          >
            {t('import')}
          </Button>
          <Button component={Link} href="/projects/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('new')}
          </Button>
        </>
      )}
    </>
  );
}

function Projects({ filter, onSort }: Omit<Parameters<typeof RegisterTable>[0], 'items'>) {
  const { t } = useTranslation('register');
  const list = useInfiniteQuery(projectsQuery(filter));
  const filtered = conditionsSet(filter).length > 0;
  return (
    <PagedList
      list={list}
      empty={{ title: t('none'), text: t(filtered ? 'noneFiltered' : 'noneText') }}
      shown={(count, total) => t('shown', { count, total: formatNumber(total ?? count) })}
    >
      {(items) => <RegisterTable items={items} filter={filter} onSort={onSort} />}
    </PagedList>
  );
}
