import { useTranslation } from 'react-i18next';
import { type Followed, type ProjectStanding } from '#contracts';
import { Tag } from '../../ui/status-tag.js';

const TONES = {
  none: 'grey',
  in_hand: 'blue',
  answered: 'green',
  not_subject: 'green',
  missed: 'red',
} as const satisfies Record<ProjectStanding, string>;
const FOLLOWED_TONES = { followed: 'green', not_followed: 'red', no_decision_yet: 'amber' } as const;

interface Standing {
  standing: ProjectStanding;
  late: boolean;
  inHand: boolean;
  followed: Followed;
}

/** Where a project stands with its appraisal, and what else is to be known of it at a glance. */
export function StandingTags({ standing, late, inHand, followed }: Standing) {
  const { t } = useTranslation('register');
  return (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 4 }}>
      <Tag tone={TONES[standing]}>{t(`standing.${standing}`)}</Tag>
      {late && <Tag tone="amber">{t('late')}</Tag>}
      {inHand && standing !== 'in_hand' && <Tag tone="blue">{t('inHandToo')}</Tag>}
      <FollowedTag followed={followed} />
    </span>
  );
}

/** What the authority made of our refusal; nothing where we refused nothing. */
export function FollowedTag({ followed }: { followed: Followed }) {
  const { t } = useTranslation('register');
  if (followed === 'not_applicable') return null;
  return <Tag tone={FOLLOWED_TONES[followed]}>{t(`followed.${followed}`)}</Tag>;
}
