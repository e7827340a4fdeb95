import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type CommandName } from '#contracts';
import { formatInstant } from '../../format/format.js';
import { usePerson } from '../../session/session.provider.js';
import { Unanswered } from '../../ui/states.js';
import { useProcedureWords } from '../../ui/use-procedure-words.js';
import { timelineQuery } from '../dossiers/dossier.query.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { lastDecision } from './last-decision.js';
import { afterDealing } from './queue-order.js';
import { queueQuery } from './queue.query.js';

/** In the place of the choices where none is left: what was decided last, by whom and when, its letter, and the next dossier. */
export function Decided({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('decisions');
  const words = useProcedureWords(dossier);
  const person = usePerson();
  const timeline = useQuery(timelineQuery(dossier.id));
  const queue = useInfiniteQuery(queueQuery);
  if (timeline.data === undefined) return <Unanswered query={timeline} rows={2} />;
  const last = lastDecision(timeline.data.items);
  const ids = queue.data?.pages.flatMap(({ items }) => items.map((one) => one.dossier.id)) ?? [];
  const next = afterDealing(ids, dossier.id);
  return (
    <Stack gap="xs">
      {last === null ? (
        <Text size="sm">{t('choice.none')}</Text>
      ) : (
        <Text role="status">
          {t(last.who === person.displayName ? 'choice.decidedByYou' : 'choice.decidedBy', {
            who: last.who,
            what: words.command(last.command as CommandName),
            at: formatInstant(last.at),
          })}
        </Text>
      )}
      <Group gap="sm">
        {next !== null && (
          <Button component={Link} href={`/dossiers/${next}/decide`}>
            {t('page.next')}
          </Button>
        )}
        <Anchor component={Link} href={`/dossiers/${dossier.id}/letters`} size="sm" underline="always">
          {t('letter.all')}
        </Anchor>
        <Anchor component={Link} href="/dossiers/decisions" size="sm">
          {t('page.toQueue')}
        </Anchor>
      </Group>
    </Stack>
  );
}
