import { Anchor, Group, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatInstant } from '../../../format/format.js';
import { verificationsQuery } from '../audit.query.js';
import { VerificationTag } from './verification-list.js';

/** Above the log: when everything was verified last, and what came of it. */
export function LatestVerification() {
  const { t } = useTranslation('audit');
  const items = useQuery(verificationsQuery).data?.items;
  if (items === undefined) return null;
  const [latest] = items;
  return (
    <Paper withBorder p="md">
      <Group gap="sm">
        {latest ? (
          <>
            <Text>
              {t('whole.latest')}: {formatInstant(latest.requestedAt)}
            </Text>
            <VerificationTag verification={latest} />
          </>
        ) : (
          <Text>{t('whole.never')}</Text>
        )}
        <Anchor component={Link} href="/audit?part=whole" underline="always">
          {t('tabs.whole')}
        </Anchor>
      </Group>
    </Paper>
  );
}
