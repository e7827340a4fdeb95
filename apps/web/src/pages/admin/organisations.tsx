import { Button, Group, NativeSelect, Paper, Stack, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { PagedList } from '../../ui/paged-list.js';
import { type Organisation, organisationFilterOf, organisationsQuery } from './admin.query.js';
import { useKindChoices } from './organisation-kinds.js';
import { OrganisationDialog } from './organisation.dialog.js';
import { SearchField } from './search-field.js';
import { useSetFilter } from './use-filter.js';

/** Organisations to which people belong, by name. */
export function Organisations() {
  const { t } = useTranslation('admin');
  const [search] = useSearchParams();
  const [asked, setAsked] = useState<{ organisation: Organisation | null } | null>(null);
  const list = useInfiniteQuery(organisationsQuery(organisationFilterOf(search)));
  return (
    <Stack>
      <Group justify="space-between" align="flex-end">
        <OrganisationFilters />
        <Button
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setAsked({ organisation: null })}
        >
          {t('organisations.add')}
        </Button>
      </Group>
      <PagedList
        list={list}
        empty={{ title: t('organisations.none'), text: t('none') }}
        shown={(count) => t('shown', { count })}
      >
        {(items) => (
          <OrganisationTable items={items} onCorrect={(organisation) => setAsked({ organisation })} />
        )}
      </PagedList>
      {asked && <OrganisationDialog organisation={asked.organisation} onClose={() => setAsked(null)} />}
    </Stack>
  );
}

function OrganisationFilters() {
  const { t } = useTranslation('admin');
  const [search] = useSearchParams();
  const set = useSetFilter();
  const { q, kind } = organisationFilterOf(search);
  const kinds = useKindChoices();
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={t('organisations.filter')}>
      <SearchField label={t('organisations.search')} value={q} onSearch={(text) => set('q', text)} />
      <NativeSelect
        label={t('organisations.kind')}
        data={[{ value: '', label: t('every') }, ...kinds]}
        value={kind}
        onChange={({ currentTarget }) => set('kind', currentTarget.value)}
      />
    </Group>
  );
}

interface TableProps {
  items: readonly Organisation[];
  onCorrect: (organisation: Organisation) => void;
}

function OrganisationTable({ items, onCorrect }: TableProps) {
  const { t } = useTranslation('admin');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={620} tabIndex={0} role="region" aria-label={t('organisations.title')}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              {(['name', 'kind', 'taxCode'] as const).map((name) => (
                <Table.Th key={name}>{t(`organisations.${name}`)}</Table.Th>
              ))}
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((organisation) => {
              const { id, name, kind, taxCode, address } = organisation;
              return (
                <Table.Tr key={id}>
                  <Table.Td>
                    {name}
                    <Text size="sm" c="dimmed">
                      {address}
                    </Text>
                  </Table.Td>
                  <Table.Td>{t(`organisations.kinds.${kind}`)}</Table.Td>
                  <Table.Td className="tg-number">{taxCode}</Table.Td>
                  <Table.Td>
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('organisations.correctOne', { name })}
                      onClick={() => onCorrect(organisation)}
                    >
                      {t('organisations.edit')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
