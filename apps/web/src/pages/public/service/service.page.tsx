import { Anchor, Button, List, Paper, Stack, Text, Title } from '@mantine/core';
import { type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../format/format.js';
import { Page } from '../../../ui/page.js';
import { Answer } from '../../../ui/states.js';
import { FactList } from '../fact-list.js';
import { useSaid } from '../../../ui/said.js';
import { VerificationMark } from '../../../ui/verification-mark.js';
import { ProcedureSection } from './procedure.section.js';
import { type PublicService, usePublicService } from './service.query.js';

export function ServicePage() {
  const { t } = useTranslation(['public', 'app']);
  const service = usePublicService();
  const date = formatDate(service.data?.today);
  return (
    <Page
      title={t('service.title')}
      lead={date === '' ? undefined : <Text maw={680}>{t('service.lead', { date })}</Text>}
      actions={
        <Button variant="default" size="xs" className="tg-no-print" onClick={() => window.print()}>
          {t('app:actions.print')}
        </Button>
      }
    >
      <Answer query={service}>{(told) => <Service service={told} />}</Answer>
    </Page>
  );
}

function Service({ service }: { service: PublicService }) {
  const { t } = useTranslation('public');
  const said = useSaid();
  const { issuer, replyTo, returnPlace, procedures, verifications } = service;
  const go = (event: MouseEvent, id: string) => {
    event.preventDefault();
    document.getElementById(id)?.scrollIntoView();
    document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
  };
  return (
    <Stack gap="lg">
      <Paper withBorder p="lg">
        <FactList
          facts={[
            [t('service.issuer'), `${issuer.body}, ${issuer.governingBody}`],
            [t('service.replyTo'), replyTo],
            [t('service.returnPlace'), returnPlace],
          ]}
        />
      </Paper>
      <Stack gap="xs" component="nav" aria-labelledby="service-contents" className="tg-no-print">
        <Title order={2} id="service-contents">
          {t('service.contents')}
        </Title>
        <List>
          {procedures.map(({ id, title }) => (
            <List.Item key={id}>
              <Anchor href={`#${id}`} onClick={(event) => go(event, id)}>
                {said(title)}
              </Anchor>
            </List.Item>
          ))}
        </List>
      </Stack>
      <Stack gap="xs" component="section">
        <Title order={2}>{t('service.marks')}</Title>
        <List size="sm" spacing={4}>
          {verifications.map(({ verification, text }) => (
            <List.Item key={verification}>
              <VerificationMark verification={verification} /> {said(text)}
            </List.Item>
          ))}
        </List>
      </Stack>
      {procedures.map((procedure) => (
        <ProcedureSection key={procedure.id} procedure={procedure} />
      ))}
    </Stack>
  );
}
