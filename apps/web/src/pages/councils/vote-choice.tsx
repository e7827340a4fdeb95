import { Group, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { COUNCIL_VOTES, type CouncilVote } from '#contracts';

interface Props {
  label: string;
  description?: string | undefined;
  required?: boolean;
  value: CouncilVote | null;
  onChange: (vote: CouncilVote) => void;
}

/** For, against, or neither. */
export function VoteChoice({ onChange, ...group }: Props) {
  const { t } = useTranslation('council');
  return (
    <Radio.Group {...group} onChange={(vote) => onChange(vote)}>
      <Group mt="xs">
        {COUNCIL_VOTES.map((one) => (
          <Radio key={one} value={one} label={t(`vote.words.${one}`)} />
        ))}
      </Group>
    </Radio.Group>
  );
}
