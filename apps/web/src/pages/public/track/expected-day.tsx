import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../format/format.js';
import { Tag } from '../../../ui/status-tag.js';
import { VerificationMark } from '../../../ui/verification-mark.js';
import { type Tracking } from './track.query.js';

/** The day on which an answer is expected, what term it comes from, and by which article. */
export function ExpectedDay({ expected }: { expected: NonNullable<Tracking['expected']> }) {
  const { t } = useTranslation('public');
  const { on, passed, statutory, startedOn, value, unit, basis, verification } = expected;
  const term = [
    t(statutory ? 'track.statutory' : 'track.ownTarget'),
    value !== null && t(`service.${unit}`, { count: value }),
    t('track.countedFrom', { date: formatDate(startedOn) }),
  ].filter(Boolean);
  return (
    <>
      <strong>{on === null ? t('track.expectedStill') : formatDate(on)}</strong>{' '}
      {passed && <Tag tone="red">{t('track.passed')}</Tag>}
      <Text size="sm" c="dimmed">
        {term.join(', ')}
      </Text>
      <Text size="sm" c="dimmed" component="div">
        {t('basis')}: {basis} <VerificationMark verification={verification} />
      </Text>
    </>
  );
}
