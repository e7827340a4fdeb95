import { Anchor, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatInstant, formatNumber } from '../../../format/format.js';
import { usePerson } from '../../../session/session.provider.js';
import { Page } from '../../../ui/page.js';
import { PagedList } from '../../../ui/paged-list.js';
import { Tag } from '../../../ui/status-tag.js';
import { Admitted } from '../admitted.js';
import { Back } from '../back.js';
import { keepsRegister, seesImports } from '../register-roles.js';
import { type ImportState, type ImportSummary, importsQuery } from './import.query.js';
import { ListUpload } from './list-upload.js';

export const IMPORT_TONES = {
  uploaded: 'amber',
  previewed: 'amber',
  queued: 'blue',
  running: 'blue',
  finished: 'green',
  cancelled: 'grey',
  failed: 'red',
  undone: 'grey',
} as const satisfies Record<ImportState, string>;

/** Lists into the register: a new one, and those that came before, with how far they are. */
export function ImportsPage() {
  const { t } = useTranslation('register');
  return (
    <Admitted to={seesImports}>
      <Page title={t('imports.title')} lead={t('imports.lead')} above={<Back />}>
        {keepsRegister(usePerson()) && <ListUpload />}
        <EarlierImports />
      </Page>
    </Admitted>
  );
}

function EarlierImports() {
  const { t } = useTranslation('register');
  const list = useInfiniteQuery(importsQuery);
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{t('imports.earlier')}</Title>
      <PagedList list={list} empty={{ title: t('imports.none'), text: t('imports.noneText') }}>
        {(items) => <ImportsTable items={items} />}
      </PagedList>
    </Stack>
  );
}

function ImportsTable({ items }: { items: readonly ImportSummary[] }) {
  const { t } = useTranslation('register');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={640} tabIndex={0} role="region" aria-label={t('imports.earlier')}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('imports.file')}</Table.Th>
              <Table.Th>{t('imports.at')}</Table.Th>
              <Table.Th>{t('imports.state')}</Table.Th>
              <Table.Th>{t('imports.result')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <ImportLine key={item.id} item={item} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function ImportLine({ item: { id, fileName, uploadedAt, state, progress } }: { item: ImportSummary }) {
  const { t } = useTranslation('register');
  const written = {
    inserted: formatNumber(progress.inserted),
    updated: formatNumber(progress.updated),
    skipped: formatNumber(progress.skipped),
    faulty: formatNumber(progress.faulty),
    done: formatNumber(progress.done),
    total: formatNumber(progress.total),
    percent: progress.percent,
  };
  return (
    <Table.Tr>
      <Table.Td miw={200}>
        <Anchor component={Link} href={`/projects/import/${id}`}>
          {fileName}
        </Anchor>
      </Table.Td>
      <Table.Td className="tg-number">{formatInstant(uploadedAt)}</Table.Td>
      <Table.Td>
        <Tag tone={IMPORT_TONES[state]}>{t(`imports.states.${state}`)}</Tag>
      </Table.Td>
      <Table.Td>
        <Text size="sm">
          {state === 'running' || state === 'queued'
            ? t('run.progress', written)
            : progress.done > 0 && t('imports.resultText', written)}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
