import { Anchor, Button, Group, Kbd, Paper, Stack, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { newActKey } from '../../api/client.js';
import { problemOfError } from '../../api/problem.js';
import { useOnce } from '../../api/use-once.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { CommandPreview } from '../dossiers/command-preview.js';
import { sendCommand } from '../dossiers/dossier.query.js';
import { type CommandAnswer, type DossierView } from '../dossiers/dossier.types.js';
import { useRefresh } from '../dossiers/use-act.js';
import { DoneNote } from '../reception/done-note.js';

interface Props {
  dossier: DossierView;
  /** Codes of required papers that are not there. */
  missing: readonly string[];
  /** Whether everything that stands on the screen is with the API. */
  isSaved: boolean;
  /** What the papers are, so that a preview of others says nothing any more. */
  papers: string;
}
type Step = 'submit' | 'accept';

const newKeys = () => ({ submit: newActKey(), accept: newActKey() });

/** The two steps to the receipt, each under one key however often it is sent. */
function useReceiving({ id, revision, status }: DossierView) {
  const keys = useRef(newKeys());
  const submitted = useRef<number | null>(null);
  const refresh = useRefresh(id);
  /** The revision since it was submitted; null while it is a draft. */
  const since = () => submitted.current ?? (status === 'submitted' ? revision : null);
  const send = (command: Step, at: number, dryRun: boolean) =>
    sendCommand(id, {
      ...{ command, payload: {}, revision: at, dryRun },
      key: dryRun ? newActKey() : keys.current[command],
    });
  const rehearsing = useOnce({
    mutationFn: (_papers: string) => send(since() === null ? 'submit' : 'accept', since() ?? revision, true),
  });
  const receiving = useOnce({
    mutationFn: async (accepts: boolean) => {
      if (since() === null) {
        const answer = await send('submit', revision, false);
        submitted.current = answer.revision;
        if (!accepts) return answer;
      }
      return send('accept', since() ?? revision, false);
    },
    onError: (error) => {
      const { status: code } = problemOfError(error);
      // A refusal did nothing; whether anything else arrived nobody knows, so the same is sent again.
      if (code >= 400 && code < 500) keys.current = newKeys();
      return refresh();
    },
  });
  return { rehearsing, receiving, refresh };
}

/** From the papers to the receipt: what submitting would do is shown first; then it is submitted and accepted in one go. */
export function Receiving({ dossier, missing, isSaved, papers }: Props) {
  const { t } = useTranslation(['clerk', 'dossier', 'words']);
  const { id, status } = dossier;
  const { rehearsing, receiving, refresh } = useReceiving(dossier);
  const [done, setDone] = useState<CommandAnswer | null>(null);
  const isOpen = status === 'draft' || status === 'submitted';
  const seen = rehearsing.variables === papers ? rehearsing.data : undefined;
  // Of a submitted dossier the acceptance itself was tried, which looks at its papers.
  const isComplete = missing.length === 0 || status === 'submitted';
  const go = (accepts: boolean) =>
    receiving.mutate(accepts, {
      onSuccess: (answer) => {
        setDone(answer);
        void refresh();
      },
    });
  const next = () => {
    if (!isOpen || !isSaved || done !== null || receiving.isPending) return;
    if (seen === undefined) rehearsing.mutate(papers);
    else go(isComplete);
  };
  useHotkeys([['mod+Enter', next]], []);
  if (done !== null) return <Done id={id} answer={done} />;
  const error = receiving.error ?? rehearsing.error;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="receiving">
      <Stack gap="md">
        <Title order={2} size="h3" id="receiving">
          {t('intake.papers.receipt')}
        </Title>
        {!isOpen && <Text>{t('reception.overText', { status: t(`words:status.${status}`) })}</Text>}
        {isOpen && (
          <Text size="sm">
            {isComplete
              ? t('intake.papers.complete')
              : t('intake.papers.missing', { codes: missing.join(', ') })}
          </Text>
        )}
        {error !== null && <ProblemAlert error={error} />}
        {seen && <CommandPreview answer={seen} dossier={dossier} />}
        {isOpen && seen && (
          <Text size="sm">{t(`intake.papers.then.${isComplete ? 'accept' : 'check'}`)}</Text>
        )}
        {isOpen && (
          <Group>
            <Button
              onClick={next}
              loading={rehearsing.isPending || receiving.isPending}
              disabled={!isSaved}
              aria-keyshortcuts="Control+Enter"
            >
              {t(
                seen === undefined
                  ? 'dossier:steps.preview'
                  : `intake.papers.go.${isComplete ? 'accept' : 'submit'}`,
              )}
            </Button>
            <Text size="sm" c="dimmed" visibleFrom="sm">
              <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">Enter</Kbd>
            </Text>
          </Group>
        )}
        <Ways dossier={dossier} />
      </Stack>
    </Paper>
  );
}

function Done({ id, answer }: { id: string; answer: CommandAnswer }) {
  const { t } = useTranslation('clerk');
  return (
    <Stack gap="sm">
      <DoneNote dossierId={id} answer={answer} />
      {answer.status === 'submitted' && (
        <div>
          <Button component={Link} href={`/dossiers/${id}/reception`}>
            {t('intake.papers.toCheck')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function Ways({ dossier: { id, status } }: { dossier: DossierView }) {
  const { t } = useTranslation('clerk');
  if (status === 'draft') return null;
  return (
    <Anchor
      component={Link}
      href={status === 'submitted' ? `/dossiers/${id}/reception` : `/dossiers/${id}`}
      size="sm"
    >
      {t(status === 'submitted' ? 'intake.papers.toCheck' : 'letters.toDossier')}
    </Anchor>
  );
}
