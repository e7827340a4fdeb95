import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../format/format.js';
import { Disclosure } from '../../../ui/disclosure.js';
import { useSaid } from '../../../ui/said.js';
import { VerificationMark } from '../../../ui/verification-mark.js';
import { PaperTable, TermTable } from './service.tables.js';
import { type ServiceProcedure } from './service.query.js';
import { termsBySide } from './terms-by-side.js';
import classes from './service.module.css';

/** One procedure: what to hand in, how long it takes, by which instruments, and what is not known of it. */
export function ProcedureSection({ procedure }: { procedure: ServiceProcedure }) {
  const { t } = useTranslation('public');
  const said = useSaid();
  const { id, title, pack, papers, terms, supplementRequests, notices } = procedure;
  const texts = [...new Set(notices.map(({ text }) => text))];
  return (
    <Paper withBorder p="lg" component="section" id={id} className={classes.procedure}>
      <Stack gap="md">
        <Title order={2} tabIndex={-1} id={`${id}-title`}>
          {said(title)}
        </Title>
        <Title order={3}>{t('service.papers')}</Title>
        <PaperTable papers={papers} label={`${said(title)}: ${t('service.papers')}`} />
        <Text>{t('service.supplements', { count: supplementRequests })}</Text>
        <Title order={3}>{t('service.terms')}</Title>
        {termsBySide(terms).map(({ side, terms: ofSide }) => (
          <Stack key={side} gap={4}>
            <Title order={4}>{t(`service.termsOf.${side}`)}</Title>
            <TermTable terms={ofSide} label={`${said(title)}: ${t(`service.termsOf.${side}`)}`} />
          </Stack>
        ))}
        <Title order={3}>{t('service.law')}</Title>
        <div>
          <Text size="sm">
            {said(pack.title)} <VerificationMark verification={pack.verification} />
          </Text>
          <Text size="sm" c="dimmed">
            {t('service.since', { id: pack.id, date: formatDate(pack.validFrom) })}
          </Text>
          <List size="sm" mt="xs" lang="vi">
            {pack.instruments.map((instrument) => (
              <List.Item key={instrument}>{instrument}</List.Item>
            ))}
          </List>
        </div>
        {texts.length > 0 && (
          <Disclosure summary={t('service.notices', { count: texts.length })}>
            <List size="sm" spacing={6}>
              {texts.map((text) => (
                <List.Item key={text}>{text}</List.Item>
              ))}
            </List>
          </Disclosure>
        )}
      </Stack>
    </Paper>
  );
}
