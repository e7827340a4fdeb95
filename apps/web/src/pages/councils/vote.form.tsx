import { Anchor, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { COUNCIL_VOTES, type CouncilVote } from '#contracts';
import { problemOfError } from '../../api/problem.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { castVote } from './council.query.js';
import { type MotionProps } from './session.types.js';
import { useAct } from '../dossiers/commands/use-act.js';

/** The own ballot: chosen, then cast, since a vote that was cast stays. */
export function VoteForm({ dossier, motion }: MotionProps) {
  const { t } = useTranslation('council');
  const [vote, setVote] = useState<CouncilVote | null>(null);
  const voting = useAct(dossier.id, (sent: CouncilVote, key) =>
    castVote({ id: dossier.id, motionId: motion.id }, { vote: sent }, key),
  );
  const opinionFirst = voting.isError && problemOfError(voting.error).code === 'own_opinion_first';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (vote !== null) voting.mutate(vote);
      }}
    >
      <Stack gap="sm">
        <Radio.Group
          label={t('vote.question')}
          description={motion.kind === 'conclusion' ? t('vote.opinionFirst') : undefined}
          value={vote}
          onChange={(value) => setVote(value)}
        >
          <Group mt="xs">
            {COUNCIL_VOTES.map((one) => (
              <Radio key={one} value={one} label={t(`vote.words.${one}`)} />
            ))}
          </Group>
        </Radio.Group>
        {voting.isError && <SubmitProblem error={voting.error} />}
        {opinionFirst && (
          <Anchor component={Link} href={`/dossiers/${dossier.id}/opinions`}>
            {t('vote.toOpinion')}
          </Anchor>
        )}
        <Group>
          <Button type="submit" loading={voting.isPending} disabled={vote === null}>
            {t('vote.submit')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('vote.final')}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
