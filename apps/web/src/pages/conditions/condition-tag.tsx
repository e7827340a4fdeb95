import { useTranslation } from 'react-i18next';
import { OWED_CONDITION_STATES } from '#contracts';
import { Tag } from '../../ui/status-tag.js';
import { type Condition } from './condition.query.js';

const TONES = {
  open: 'amber',
  proof_submitted: 'blue',
  accepted: 'green',
  suspended: 'grey',
  superseded: 'grey',
} as const;

/** Whether something is still owed: a proof by the owner, or its judgement by the house. */
export const isOwed = ({ state }: Pick<Condition, 'state'>): boolean =>
  (OWED_CONDITION_STATES as readonly string[]).includes(state);

export function ConditionTag({ condition }: { condition: Pick<Condition, 'state'> }) {
  const { t } = useTranslation('council');
  return <Tag tone={TONES[condition.state]}>{t(`condition.state.${condition.state}`)}</Tag>;
}
