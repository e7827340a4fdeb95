import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { useActKey } from '../../../api/use-act-key.js';
import { useOnce } from '../../../api/use-once.js';
import { formatInstant, formatNumber } from '../../../format/format.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { Answer, EmptyState } from '../../../ui/states.js';
import {
  isUnderWay,
  requestVerification,
  verificationsQuery,
  type VerificationSummary,
} from '../audit.query.js';
import { WholeFindings } from './whole-findings.js';
import { VerificationList } from './verification-list.js';
import { PARTS, percentOf } from './verification-progress.js';

/** Verifications of everything by the server: asking for one, how far it is, what it and those before it found. */
export function WholeVerification() {
  const { t } = useTranslation('audit');
  return (
    <Stack>
      <div>
        <Title order={2}>{t('whole.title')}</Title>
        <Text c="dimmed" maw={760}>
          {t('whole.intro')}
        </Text>
      </div>
      <Answer query={useQuery(verificationsQuery)}>{({ items }) => <Verifications items={items} />}</Answer>
    </Stack>
  );
}

function Verifications({ items }: { items: readonly VerificationSummary[] }) {
  const { t } = useTranslation('audit');
  const [search] = useSearchParams();
  const underWay = items.find(isUnderWay);
  const ended = items.filter((one) => !isUnderWay(one));
  const shown = ended.find(({ id }) => id === search.get('verification')) ?? ended[0];
  return (
    <>
      {underWay ? <UnderWay verification={underWay} /> : <AskForOne />}
      {shown && <WholeFindings key={shown.id} verification={shown} />}
      {items.length === 0 ? (
        <EmptyState title={t('whole.none')}>{t('whole.noneText')}</EmptyState>
      ) : (
        <VerificationList items={items} />
      )}
    </>
  );
}

function AskForOne() {
  const { t } = useTranslation('audit');
  const queries = useQueryClient();
  const [, setSearch] = useSearchParams();
  const keys = useActKey();
  const asking = useOnce({
    mutationFn: () => requestVerification(keys.of({})),
    onSuccess: () => {
      keys.renew();
      setSearch({ part: 'whole' }, { replace: true });
    },
    // Somebody else may have been faster: then theirs is shown.
    onSettled: () => queries.invalidateQueries({ queryKey: verificationsQuery.queryKey }),
  });
  return (
    <Stack gap="xs">
      <Group>
        <Button onClick={() => asking.mutate()} loading={asking.isPending}>
          {t('whole.ask')}
        </Button>
      </Group>
      {asking.isError && <ProblemAlert error={asking.error} />}
    </Stack>
  );
}

function UnderWay({ verification }: { verification: VerificationSummary }) {
  const { t } = useTranslation('audit');
  const { part, done, total, tries, requestedAt, requestedByName: name } = verification;
  const number = part === null ? 0 : PARTS.indexOf(part) + 1;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('whole.progress')}>
      <Group justify="space-between" gap="xs">
        <Text role="status" fw={600}>
          {part === null || verification.state === 'queued'
            ? t('whole.queued')
            : t('whole.part', { number, of: PARTS.length, name: t(`whole.parts.${part}`) })}
        </Text>
        {total > 0 && (
          <Text className="tg-number">
            {t('whole.counted', { done: formatNumber(done), total: formatNumber(total) })}
          </Text>
        )}
      </Group>
      <Progress value={percentOf(verification)} my="xs" aria-label={t('whole.progress')} />
      <Text size="sm" c="dimmed">
        {t('whole.asked', { name, at: formatInstant(requestedAt) })}
        {tries > 1 && ` · ${t('whole.again', { tries })}`}
      </Text>
    </Paper>
  );
}
