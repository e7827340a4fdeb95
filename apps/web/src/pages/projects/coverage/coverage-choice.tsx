import { Button, Group, NativeSelect, SegmentedControl, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COVERAGE_GROUPINGS, type CoverageGrouping, DATE_BASES } from '#contracts';
import { DateField } from '../../../ui/date-field.js';
import { type CoverageQuestion, type PeriodName, PERIODS } from './coverage-period.js';

interface Props {
  question: CoverageQuestion;
  onAsk: (question: CoverageQuestion) => void;
}

/** The period, which day of a project it means, and what the figures are divided by. */
export function CoverageChoice({ question, onAsk }: Props) {
  const { t } = useTranslation('register');
  const choose = (period: string) => onAsk({ ...question, period: period as PeriodName, from: '', to: '' });
  return (
    <Stack gap="sm" className="tg-no-print">
      <NativeSelect
        hiddenFrom="xs"
        label={t('coverage.period')}
        value={question.period}
        data={PERIODS.map((value) => ({ value, label: t(`coverage.periods.${value}`) }))}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      <SegmentedControl
        visibleFrom="xs"
        aria-label={t('coverage.period')}
        value={question.period}
        onChange={choose}
        data={PERIODS.map((value) => ({ value, label: t(`coverage.periods.${value}`) }))}
      />
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('filter.dateBasis')}
          value={question.dateBasis}
          data={DATE_BASES.map((value) => ({ value, label: t(`basis.${value}`) }))}
          onChange={({ currentTarget }) =>
            onAsk({ ...question, dateBasis: currentTarget.value as CoverageQuestion['dateBasis'] })
          }
        />
        <NativeSelect
          label={t('coverage.by')}
          value={question.by ?? ''}
          data={[
            { value: '', label: t('coverage.groupings.none') },
            ...COVERAGE_GROUPINGS.map((value) => ({ value, label: t(`coverage.groupings.${value}`) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            onAsk({ ...question, by: value === '' ? null : (value as CoverageGrouping) })
          }
        />
        {question.period === 'chosen' && <DaysForm question={question} onAsk={onAsk} />}
      </Group>
    </Stack>
  );
}

function DaysForm({ question, onAsk }: Props) {
  const { t } = useTranslation('register');
  const [from, setFrom] = useState(question.from);
  const [to, setTo] = useState(question.to);
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = from !== '' && to !== '' && from > to;
    setWrong(wrong);
    if (!wrong) onAsk({ ...question, from, to });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <DateField
          label={t('filter.from')}
          value={from}
          error={isWrong && t('coverage.wrongDays')}
          onChange={(day) => setFrom(day)}
        />
        <DateField label={t('filter.to')} value={to} onChange={(day) => setTo(day)} />
        <Button type="submit">{t('coverage.show')}</Button>
      </Group>
    </form>
  );
}
