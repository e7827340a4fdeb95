import { Anchor, Button, Paper, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answer, api } from '../../api/client.js';
import { type Schema } from '../../api/schema-names.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { DueLabel } from '../../ui/due-label.js';
import { Page } from '../../ui/page.js';
import { Answer, EmptyState } from '../../ui/states.js';
import { StatusTag } from '../../ui/status-tag.js';

const SHOWN = 8;

/** The day of whoever has signed in: what is due next among what they may see. */
export function WorkHome() {
  const { t } = useTranslation(['app', 'words']);
  const person = usePerson();
  const next = useQuery({
    queryKey: ['dossiers', 'next'],
    queryFn: () =>
      answer(api.GET('/api/v1/dossiers', { params: { query: { sort: 'dueOn', limit: SHOWN } } })),
  });
  return (
    <Page
      title={t('home.hello', { name: person.displayName })}
      actions={
        hasRole(person, 'investor', 'requester') && (
          <Button component={Link} href="/dossiers/new">
            {t('home.work.new')}
          </Button>
        )
      }
      lead={person.roles.map((role) => t(`words:role.${role}`)).join(', ')}
    >
      <Title order={2}>{t('home.work.next')}</Title>
      <Answer query={next}>{({ items }) => <NextDossiers items={items} />}</Answer>
    </Page>
  );
}

function NextDossiers({ items }: { items: Schema<'DossierListItemDto'>[] }) {
  const { t } = useTranslation();
  if (items.length === 0)
    return <EmptyState title={t('home.work.none')}>{t('home.work.noneText')}</EmptyState>;
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={560} tabIndex={0} role="region" aria-label={t('home.work.next')}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('home.work.dossier')}</Table.Th>
              <Table.Th>{t('home.work.status')}</Table.Th>
              <Table.Th>{t('home.work.due')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ id, fileCode, projectName, investorName, status, dueOn }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Anchor component={Link} href={`/dossiers/${id}`} fw={500}>
                    {projectName}
                  </Anchor>
                  <Text size="sm" c="dimmed">
                    {[fileCode, investorName].filter(Boolean).join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <StatusTag status={status} />
                </Table.Td>
                <Table.Td>
                  <DueLabel dueOn={dueOn} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
