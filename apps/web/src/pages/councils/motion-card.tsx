import { Button, Group, Text, Title } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../../ui/lazily.js';
import { Tag } from '../../ui/status-tag.js';
import { useProcedureWords } from '../../ui/use-procedure-words.js';
import { Card } from '../../ui/card.js';
import { ActDialog } from '../../ui/act-dialog.js';
import { TriedReasonDialog } from '../../ui/tried-dialog.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { mayDissent, votingState } from './council-counts.js';
import { closeMotion, dissent } from './council.query.js';
import { MotionResult } from './motion-result.js';
import { type MotionProps } from './session.types.js';
import { useAct, useTriedAct } from '../dossiers/commands/use-act.js';
import { VoteForm } from './vote.form.js';

const PaperBallot = lazily(async () => (await import('./paper-ballot.js')).PaperBallot);

/** A motion: what it says, the own ballot while the vote is open, the result with its reason afterwards. */
export function MotionCard(props: MotionProps) {
  const { t } = useTranslation(['council', 'dossier']);
  const { motion, council, session, reader } = props;
  const words = useProcedureWords(props.dossier);
  const { number, kind, text, outcome, conditions, closedAt, ballots, result } = motion;
  return (
    <Card>
      <Group gap="xs">
        <Title order={3}>{t('motion.title', { number, kind: t(`motion.kinds.${kind}`) })}</Title>
        {closedAt === null && <Tag tone="amber">{t('motion.open')}</Tag>}
        {result && (
          <Tag tone={result.carried ? 'green' : 'red'}>
            {t(result.carried ? 'motion.carried' : 'motion.notCarried')}
          </Tag>
        )}
      </Group>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Text>
      {outcome !== null && (
        <Text>
          {t('motion.outcome')}: <strong>{words.outcome(outcome)}</strong>
        </Text>
      )}
      {conditions !== null && (
        <Text style={{ whiteSpace: 'pre-wrap' }}>{`${t('motion.conditions')}: ${conditions}`}</Text>
      )}
      {closedAt === null && (
        <Text size="sm" c="dimmed" role="status">
          {t('motion.ballots', { count: ballots, all: council.counting })}
        </Text>
      )}
      <OwnBallot {...props} />
      {result && <MotionResult council={council} motion={motion} />}
      {closedAt === null && session.closedAt === null && reader.conducts && <Conducting {...props} />}
      {mayDissent(motion, reader.own) && <Dissent {...props} />}
    </Card>
  );
}

function OwnBallot(props: MotionProps) {
  const { t } = useTranslation('council');
  const { motion, session, reader } = props;
  const state = votingState(session, motion, reader.own);
  if (state === 'may') return <VoteForm {...props} />;
  if (state === 'absent') return <Text size="sm">{t('vote.absent')}</Text>;
  if (motion.ownVote === null) return null;
  return <Text>{t('vote.cast', { vote: t(`vote.words.${motion.ownVote}`) })}</Text>;
}

/** What chair, vice chair and secretary do while the vote is open. */
function Conducting({ dossier, council, session, motion, reader }: MotionProps) {
  const { t } = useTranslation('council');
  const [open, setOpen] = useState<'close' | 'paper' | null>(null);
  const close = () => setOpen(null);
  const closing = useAct(
    dossier.id,
    (_none: null, key) => closeMotion({ id: dossier.id, motionId: motion.id }, key),
    close,
  );
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => setOpen('close')}>
        {t('motion.close')}
      </Button>
      {reader.own?.seat === 'secretary' && (
        <Button variant="default" onClick={() => setOpen('paper')}>
          {t('vote.paper')}
        </Button>
      )}
      <Suspense fallback={null}>
        {open === 'paper' && <PaperBallot {...{ dossier, council, session, motion }} onClose={close} />}
      </Suspense>
      {open === 'close' && (
        <ActDialog
          title={t('motion.close')}
          lead={t('motion.closeLead', { count: motion.ballots, all: council.counting })}
          submit={t('motion.close')}
          pending={closing.isPending}
          error={closing.error}
          onClose={close}
          onSubmit={() => closing.mutate(null)}
        />
      )}
    </Group>
  );
}

function Dissent({ dossier, motion }: MotionProps) {
  const { t } = useTranslation('council');
  const [open, setOpen] = useState(false);
  const entry = useKeptEntry(`dissent.${motion.id}`, '');
  const dissenting = useTriedAct(
    dossier.id,
    (text: string, call) => dissent({ id: dossier.id, motionId: motion.id }, text, call),
    () => {
      entry.forget();
      setOpen(false);
    },
  );
  return (
    <div>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('motion.dissent')}
      </Button>
      {open && (
        <TriedReasonDialog
          title={t('motion.dissent')}
          lead={t('motion.dissentLead')}
          label={t('motion.dissentText')}
          name={t('motion.dissent')}
          rows={4}
          entry={entry}
          act={dissenting}
          saying={() => [t('motion.saying.dissent'), t('condition.saying.toldNobody')]}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
