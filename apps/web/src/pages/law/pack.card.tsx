import { Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../ui/disclosure.js';
import { useSaid } from '../../ui/said.js';
import { Tag } from '../../ui/status-tag.js';
import { VerificationMark } from '../../ui/verification-mark.js';
import { type Pack } from './law.query.js';
import { Validity } from './marks.js';

const TONES = { law: 'blue', calendar: 'blue', reference: 'amber', skeleton: 'amber' } as const;

/** One pack: what it is, which instruments it holds, from when to when, who answers for it, and what is missing in it. */
export function PackCard({ pack, digest }: { pack: Pack; digest: string }) {
  const { t } = useTranslation('law');
  const said = useSaid();
  const { id, kind, title, instruments, verification, missing, draftedBy, publishedBy } = pack;
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group gap="xs">
          <Title order={3} size="h4">
            {said(title)}
          </Title>
          <Tag tone={TONES[kind]}>{t(`packs.kind.${kind}`)}</Tag>
          <VerificationMark verification={verification} />
        </Group>
        <Validity {...pack} />
        {kind !== 'law' && kind !== 'calendar' && <Text size="sm">{t(`packs.means.${kind}`)}</Text>}
        <List size="sm" lang="vi">
          {instruments.map((instrument) => (
            <List.Item key={instrument}>{instrument}</List.Item>
          ))}
        </List>
        {missing.length > 0 && (
          <>
            <Text size="sm" fw={600}>
              {t('packs.missing', { count: missing.length })}
            </Text>
            <List size="sm">
              {missing.map(({ code, about }) => (
                <List.Item key={code}>
                  {said(about)}{' '}
                  <Text span size="xs" c="dimmed">
                    {code}
                  </Text>
                </List.Item>
              ))}
            </List>
          </>
        )}
        <Disclosure summary={t('packs.origin')}>
          <Text size="sm">{t('packs.people', { draftedBy, publishedBy })}</Text>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {t('packs.version', { id })} <code>{digest}</code>
          </Text>
        </Disclosure>
      </Stack>
    </Paper>
  );
}
