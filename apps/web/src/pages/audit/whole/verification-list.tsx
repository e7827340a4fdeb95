import { Anchor, Paper, Stack, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatInstant } from '../../../format/format.js';
import { Tag } from '../../../ui/status-tag.js';
import { isUnderWay, type VerificationSummary } from '../audit.query.js';

/** The last verifications: when, who asked, what came of it. */
export function VerificationList({ items }: { items: readonly VerificationSummary[] }) {
  const { t } = useTranslation('audit');
  return (
    <Stack gap="xs">
      <Title order={3}>{t('whole.list')}</Title>
      <Paper withBorder>
        <Table.ScrollContainer minWidth={480} tabIndex={0} role="region" aria-label={t('whole.list')}>
          <Table verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                {(['at', 'by', 'state'] as const).map((name) => (
                  <Table.Th key={name}>{t(`whole.${name}`)}</Table.Th>
                ))}
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((one) => (
                <Row key={one.id} verification={one} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Paper>
    </Stack>
  );
}

function Row({ verification }: { verification: VerificationSummary }) {
  const { t } = useTranslation('audit');
  const at = formatInstant(verification.requestedAt);
  return (
    <Table.Tr>
      <Table.Td className="tg-number">{at}</Table.Td>
      <Table.Td>{verification.requestedByName}</Table.Td>
      <Table.Td>
        <VerificationTag verification={verification} />
      </Table.Td>
      <Table.Td>
        {!isUnderWay(verification) && (
          <Anchor
            component={Link}
            href={`/audit?part=whole&verification=${verification.id}`}
            aria-label={t('whole.show', { at })}
          >
            {t('whole.look')}
          </Anchor>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** How a verification stands, in a word. */
export function VerificationTag({
  verification: { state, ok, faultCount },
}: {
  verification: VerificationSummary;
}) {
  const { t } = useTranslation('audit');
  if (state === 'finished')
    return ok ? (
      <Tag tone="green">{t('whole.ok')}</Tag>
    ) : (
      <Tag tone="red">{t('whole.bad', { count: faultCount ?? 0 })}</Tag>
    );
  return <Tag tone={state === 'failed' ? 'amber' : 'blue'}>{t(`whole.states.${state}`)}</Tag>;
}
