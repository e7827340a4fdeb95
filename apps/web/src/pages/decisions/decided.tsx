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
import { lastDecision, type LastStep, lastStep } from './last-decision.js';
import { afterDealing } from './queue-order.js';
import { queueQuery } from './queue.query.js';

/** In the place of the choices where none is left: what was decided last, by whom and when, its letter, and the next dossier. */
export function Decided({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('decisions');
  const timeline = useQuery(timelineQuery(dossier.id));
  if (timeline.data === undefined) return <Unanswered query={timeline} rows={2} />;
  const last = lastDecision(timeline.data.items);
  return (
    <Stack gap="xs">
      {last === null ? <Text size="sm">{t('choice.none')}</Text> : <Step dossier={dossier} step={last} />}
      <Onward dossier={dossier} />
    </Stack>
  );
}

/** In the place of a proposal where none stands: the step after which there is none, by whom, when and why. */
export function MovedOn({ dossier }: { dossier: DossierView }) {
  const timeline = useQuery(timelineQuery(dossier.id));
  if (timeline.data === undefined) return <Unanswered query={timeline} rows={2} />;
  const last = lastStep(timeline.data.items);
  return (
    <Stack gap="xs">
      {last !== null && <Step dossier={dossier} step={last} />}
      <Onward dossier={dossier} />
    </Stack>
  );
}

function Step({ dossier, step }: { dossier: DossierView; step: LastStep }) {
  const { t } = useTranslation(['decisions', 'dossier', 'words']);
  const words = useProcedureWords(dossier);
  const own = step.who === usePerson().displayName;
  return (
    <div role="status">
      <Text>
        {t(own ? 'choice.decidedByYou' : 'choice.decidedBy', {
          who: t(`words:role.${step.who as 'clerk'}`, { defaultValue: step.who }),
          what: words.command(step.command as CommandName),
          at: formatInstant(step.at),
        })}
      </Text>
      {step.reason !== null && (
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {t('dossier:timeline.reason', { reason: step.reason })}
        </Text>
      )}
    </div>
  );
}

/** The ways on from a dossier with which the reader is done. */
function Onward({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('decisions');
  const queue = useInfiniteQuery(queueQuery);
  const ids = queue.data?.pages.flatMap(({ items }) => items.map((one) => one.dossier.id)) ?? [];
  const next = afterDealing(ids, dossier.id);
  return (
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
  );
}
