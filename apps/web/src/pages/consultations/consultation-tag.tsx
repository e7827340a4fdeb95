import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/status-tag.js';
import { type Consultation } from './consultation.types.js';

const TONES = {
  drafted: 'grey',
  open: 'amber',
  answered: 'green',
  closed_silent: 'grey',
  withdrawn: 'grey',
} as const;

/** Where a consultation stands; an open one whose day has passed says so. */
export function ConsultationTag({ consultation }: { consultation: Pick<Consultation, 'state' | 'overdue'> }) {
  const { t } = useTranslation('council');
  const { state, overdue } = consultation;
  if (state === 'open' && overdue) return <Tag tone="red">{t('consult.overdue')}</Tag>;
  return <Tag tone={TONES[state]}>{t(`consult.state.${state}`)}</Tag>;
}
