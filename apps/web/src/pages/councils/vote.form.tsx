import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type CouncilVote } from '#contracts';
import { problemOfError } from '../../api/problem.js';
import { castVote } from './council.query.js';
import { type MotionProps } from './session.types.js';
import { ActForm } from '../dossiers/commands/act-form.js';
import { useTriedAct } from '../dossiers/commands/use-act.js';
import { VoteChoice } from './vote-choice.js';

/** The own ballot: chosen, then cast, since a vote that was cast stays. */
export function VoteForm({ dossier, motion }: MotionProps) {
  const { t } = useTranslation('council');
  const [vote, setVote] = useState<CouncilVote | null>(null);
  const voting = useTriedAct(dossier.id, (sent: CouncilVote, call) =>
    castVote({ id: dossier.id, motionId: motion.id }, { vote: sent }, call),
  );
  const refusal = voting.acting.error ?? voting.previewing.error;
  const opinionFirst = refusal !== null && problemOfError(refusal).code === 'own_opinion_first';
  const chosen = vote ?? 'abstain';
  return (
    <ActForm
      act={voting}
      content={chosen}
      name={t('vote.submit')}
      ready={vote !== null}
      saying={() =>
        [
          t('vote.saying.own', { vote: t(`vote.words.${chosen}`) }),
          t('vote.saying.final'),
          t('condition.saying.toldNobody'),
        ].join(' ')
      }
      beside={
        <Text size="sm" c="dimmed">
          {t('vote.final')}
        </Text>
      }
    >
      <VoteChoice
        label={t('vote.question')}
        description={motion.kind === 'conclusion' ? t('vote.opinionFirst') : undefined}
        value={vote}
        onChange={setVote}
      />
      {opinionFirst && (
        <Anchor component={Link} href={`/dossiers/${dossier.id}/opinions`}>
          {t('vote.toOpinion')}
        </Anchor>
      )}
    </ActForm>
  );
}
