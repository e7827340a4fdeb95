import { Anchor, Button, Group, Kbd, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { type CommandName } from '#contracts';
import { newActKey } from '../../api/client.js';
import { useOnce } from '../../api/use-once.js';
import { formatDate } from '../../format/format.js';
import { type Problem, problemOfError } from '../../api/problem.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { LoadingState } from '../../ui/states.js';
import { StatusTag } from '../../ui/status-tag.js';
import { useProcedureWords } from '../../ui/use-procedure-words.js';
import { useRefresh } from '../dossiers/commands/use-act.js';
import { sendCommand } from '../dossiers/dossier.query.js';
import { type CommandAnswer, type DossierView } from '../dossiers/dossier.types.js';
import {
  type Asked,
  draftsLetter,
  type Drawn,
  nameOfLetter,
} from '../dossiers/letters/rehearsed-letter.query.js';
import { useConfirmKey } from './confirm-key.js';
import classes from './decide.module.css';
import { rehearsalQuery } from './decide.query.js';
import { Line } from './line.js';
import { afterDealing } from './queue-order.js';
import { queueQuery } from './queue.query.js';
import { toldBy } from './told-by.js';
import { leadTo, type useArrival } from './use-arrival.js';

interface Props {
  dossier: DossierView;
  command: CommandName;
  /** The choice as it was a moment ago, and whether that is how it stands now. */
  asked: Asked | null;
  settled: boolean;
  gaps: readonly string[];
  /** The letter that stands on the screen. */
  drawn: Drawn | null;
  /** Whether somebody was faster, and it was not looked again since. */
  stale: boolean;
  onStale: (problem: Problem) => void;
  arrival: ReturnType<typeof useArrival>;
  onDone: () => void;
}
const STALE = 412;

/** Long enough to see that the wrong one was decided, and to look back. */
const NOTICE_MS = 10_000;

/** What the choice would do, and the button that does it; then the next dossier of the queue. */
export function Consequence({ dossier, command, asked, settled, gaps, drawn, stale, arrival, ...on }: Props) {
  const { t } = useTranslation(['decisions', 'dossier', 'words']);
  const rehearsal = useQuery(rehearsalQuery(dossier.id, asked));
  const acting = useAct(dossier, asked, on);
  const words = useProcedureWords(dossier);
  const rehearsed = settled && rehearsal.data !== undefined && !rehearsal.isError;
  const ready = rehearsed && !acting.isPending && !stale;
  const shown = asked !== null && drawn?.letter === nameOfLetter(asked);
  const letterSeen = asked !== null && (!draftsLetter(asked.command) || (shown && drawn.whole));
  // Where a letter cannot be drawn, and that is said, the key rests: who decides then goes to the button.
  const mayPress = ready && (letterSeen || shown) && arrival.byButton;
  const hint = ready && !mayPress ? t(letterSeen || shown ? 'choice.moveFirst' : 'choice.letterFirst') : null;
  useConfirmKey(() => acting.mutate(), { ready: ready && arrival.byKey, letterSeen });
  if (gaps.length > 0)
    return (
      <Text size="sm" c="dimmed">
        {t('choice.gaps', {
          fields: gaps.map((name) => t(`dossier:fields.${name as 'reason'}`)).join(', '),
        })}
      </Text>
    );
  return (
    <Stack gap={8} className={classes.act}>
      {rehearsal.isPending && <LoadingState rows={2} />}
      {rehearsal.isError && !acting.isError && (
        <ProblemAlert error={rehearsal.error} onRetry={() => void rehearsal.refetch()} />
      )}
      {acting.isError && !isStale(acting.error) && <ProblemAlert error={acting.error} />}
      {rehearsal.data && <What answer={rehearsal.data} dossier={dossier} />}
      <Group gap="sm">
        <Button
          loading={acting.isPending}
          // Not `disabled`: presses that come too early are heard, and it may have the focus.
          data-disabled={!mayPress || undefined}
          aria-disabled={!mayPress}
          onClick={() => mayPress && acting.mutate()}
          aria-keyshortcuts="Control+Enter"
        >
          {t('dossier:steps.confirm', { command: words.command(command) })}
        </Button>
        {hint === null && (
          <Text size="sm" c="dimmed" visibleFrom="sm">
            <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">Enter</Kbd>
          </Text>
        )}
        <Text size="sm" c="dimmed" role="status">
          {hint}
        </Text>
      </Group>
    </Stack>
  );
}

const isStale = (error: unknown) => problemOfError(error).status === STALE;

/** Sends what was rehearsed, under one key however often it is sent. */
function useAct(
  dossier: DossierView,
  asked: Asked | null,
  { onDone, onStale }: Pick<Props, 'onDone' | 'onStale'>,
) {
  const { id } = dossier;
  const words = useProcedureWords(dossier);
  const { t } = useTranslation(['decisions', 'dossier', 'words']);
  const [, navigate] = useLocation();
  const refresh = useRefresh(id);
  const queue = useInfiniteQuery({ ...queueQuery });
  const send = useMemo(() => asked && { ...asked, key: newActKey() }, [asked]);
  return useOnce({
    mutationFn: () => sendCommand(id, { ...send!, dryRun: false }),
    onSuccess: ({ command, status }) => {
      onDone();
      const ids = queue.data?.pages.flatMap(({ items }) => items.map(({ dossier }) => dossier.id)) ?? [];
      const next = afterDealing(ids, id);
      notifications.show({
        color: 'green',
        autoClose: NOTICE_MS,
        title: t('dossier:steps.done', { command: words.command(command as CommandName) }),
        message: (
          <>
            {[
              `${dossier.projectName}: ${t('dossier:steps.nowStatus', { status: words.status(status) })}`,
              next === null && t('page.allDone'),
            ]
              .filter((text) => text !== false)
              .join('. ')}{' '}
            <Anchor component={Link} href={`/dossiers/${id}`} size="sm">
              {t('page.lookBack')}
            </Anchor>
          </>
        ),
      });
      leadTo(next);
      navigate(next === null ? '/dossiers/decisions' : `/dossiers/${next}/decide`);
      return refresh();
    },
    // The newest state is what the next look is about.
    onError: (error) => {
      if (isStale(error)) onStale(problemOfError(error));
      return refresh();
    },
  });
}

/** The new status, letters and a new term in one line, and who is told. */
function What({ answer, dossier }: { answer: CommandAnswer; dossier: DossierView }) {
  const { t } = useTranslation(['decisions', 'dossier', 'words']);
  const { status, dueOn, letters } = answer;
  const told = toldBy(answer);
  const kinds = letters.map(({ kind }) => t(`dossier:letters.kind.${kind}`)).join(', ');
  // The term stands in the head of the page; here it is news where it changes.
  const due = dueOn === null ? t('dossier:steps.noDue') : t('dossier:steps.dueOn', { on: formatDate(dueOn) });
  return (
    <Stack gap={2} role="region" aria-label={t('dossier:steps.previewTitle')}>
      <Group gap={6}>
        <Text size="sm" fw={600}>
          {t('dossier:steps.previewTitle')}:
        </Text>
        <StatusTag status={status} of={dossier} />
        <Text size="sm">{kinds === '' ? t('dossier:steps.noLetters') : kinds}</Text>
        {dueOn !== (dossier.dueOn ?? null) && <Text size="sm">{due}</Text>}
      </Group>
      {told.length === 0 ? (
        <Text size="sm">{t('dossier:steps.noRecipients')}</Text>
      ) : (
        <Line name={t('choice.told', { count: told.length })} aside={told.join(', ')}>
          {told.join(', ')}
        </Line>
      )}
    </Stack>
  );
}
