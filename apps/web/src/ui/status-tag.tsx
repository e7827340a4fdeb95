import { useTranslation } from 'react-i18next';
import { type Status } from '#contracts';
import classes from './status-tag.module.css';

type Tone = 'grey' | 'blue' | 'amber' | 'green' | 'red';
const TONES: Record<Status, Tone> = {
  draft: 'grey',
  submitted: 'blue',
  supplement_requested: 'amber',
  returned: 'grey',
  accepted: 'blue',
  screened: 'blue',
  under_review: 'blue',
  clarification_requested: 'amber',
  refusal_notified: 'amber',
  concluded: 'blue',
  endorsed: 'blue',
  approved: 'green',
  approved_with_conditions: 'green',
  refused: 'red',
  withdrawn: 'grey',
  discontinued: 'grey',
};

/** A word on a ground of its tone: the word says everything, the colour only helps to find it. */
export function Tag({ tone, children }: { tone: Tone; children: string }) {
  return <span className={`${classes.tag} ${classes[tone]}`}>{children}</span>;
}

export function StatusTag({ status }: { status: Status }) {
  const { t } = useTranslation('words');
  return <Tag tone={TONES[status]}>{t(`status.${status}`)}</Tag>;
}
