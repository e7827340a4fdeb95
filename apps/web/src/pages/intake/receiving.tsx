import { Anchor, Button, Group, Kbd, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { problemOfError } from '../../api/problem.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { useConfirmKey } from '../decisions/confirm-key.js';
import { CommandPreview } from '../dossiers/commands/command-preview.js';
import { type CommandAnswer, type DossierView } from '../dossiers/dossier.types.js';
import { WhoWasFaster } from '../dossiers/commands/who-was-faster.js';
import { DoneNote } from '../reception/done-note.js';
import { useReceiving } from './use-receiving.js';

interface Props {
  dossier: DossierView;
  /** Codes of required papers that are not there. */
  missing: readonly string[];
  /** Whether everything that stands on the screen is with the API. */
  isSaved: boolean;
  /** What the papers are, so that a preview of others says nothing any more. */
  papers: string;
}
const STALE = 412;

/** From the papers to the receipt: what submitting would do is shown first; then it is submitted and accepted in one go. */
export function Receiving({ dossier, missing, isSaved, papers }: Props) {
  const { t } = useTranslation(['clerk', 'dossier', 'words']);
  const { id, status } = dossier;
  const [done, setDone] = useState<CommandAnswer | null>(null);
  const isOpen = status === 'draft' || status === 'submitted';
  // Of a submitted dossier the acceptance itself was tried, which looks at its papers.
  const isComplete = missing.length === 0 || status === 'submitted';
  const { now, seen, rehearsing, receiving, refresh } = useReceiving(dossier, {
    papers,
    accepts: isComplete,
  });
  const ready = isOpen && isSaved && done === null && !receiving.isPending;
  const next = () => {
    if (!ready) return;
    receiving.reset();
    if (seen === undefined) return rehearsing.mutate(now);
    receiving.mutate(now, {
      onSuccess: (answer) => {
        setDone(answer);
        void refresh();
      },
    });
  };
  // Each step takes a press of its own: one that is held down was meant for what stood here before.
  useConfirmKey(next, { ready, letterSeen: true });
  const again = () => {
    rehearsing.reset();
    receiving.reset();
    void refresh();
  };
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
        {error !== null && <SubmitProblem error={error} />}
        {error !== null && problemOfError(error).status === STALE && (
          <WhoWasFaster dossier={dossier} problem={problemOfError(error)} onAgain={again} />
        )}
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
