import { Text, VisuallyHidden } from '@mantine/core';
import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { NEAR_DUE_DAYS } from '#contracts';
import { useInstallation } from '../api/installation.query.js';
import { daysBetween, formatDate, todayHere } from '../format/format.js';
import { Tag } from './status-tag.js';

/**
 * A due day with what is left in days of the calendar: the day itself, and how near it is in words. `done`: the day alone,
 * and where there is none, that none is to come.
 */
export function DueLabel({ dueOn, done = false }: { dueOn: string | null; done?: boolean }) {
  const { t } = useTranslation();
  const today = useInstallation().data?.today ?? todayHere();
  if (dueOn === null && done)
    return (
      <>
        <span aria-hidden>–</span>
        <VisuallyHidden>{t('due.over')}</VisuallyHidden>
      </>
    );
  if (dueOn === null) return <Text size="sm">{t('due.none')}</Text>;
  const left = daysBetween(today, dueOn);
  return (
    <span className="tg-number">
      {formatDate(dueOn)} {!done && <Tag tone={toneOf(left)}>{wordsOf(left, t)}</Tag>}
    </span>
  );
}

const toneOf = (left: number) => (left < 0 ? 'red' : left <= NEAR_DUE_DAYS ? 'amber' : 'grey');
function wordsOf(left: number, t: TFunction<'app'>): string {
  if (left === 0) return t('due.today');
  return left > 0 ? t('due.left', { count: left }) : t('due.past', { count: -left });
}
