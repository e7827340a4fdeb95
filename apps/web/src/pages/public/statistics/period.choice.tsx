import { Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Period, periodBetween, periodOf, type Preset, PRESETS } from './period.js';

export type Choice = Preset | 'chosen';
interface Props {
  today: string;
  choice: Choice;
  period: Period;
  onChoose: (choice: Choice, period: Period) => void;
}

/** Three usual periods, or two months. */
export function PeriodChoice({ today, choice, period, onChoose }: Props) {
  const { t } = useTranslation('public');
  const choose = (value: string) => {
    const preset = PRESETS.find((one) => one === value);
    onChoose(preset ?? 'chosen', preset ? periodOf(preset, today) : period);
  };
  return (
    <Group align="flex-end" className="tg-no-print">
      <SegmentedControl
        aria-label={t('statistics.period')}
        value={choice}
        onChange={choose}
        fullWidth
        data={[...PRESETS, 'chosen' as const].map((value) => ({ value, label: t(`statistics.${value}`) }))}
      />
      {choice === 'chosen' && <MonthsForm period={period} onShow={(chosen) => onChoose('chosen', chosen)} />}
    </Group>
  );
}

function MonthsForm({ period, onShow }: { period: Period; onShow: (period: Period) => void }) {
  const { t } = useTranslation('public');
  const [from, setFrom] = useState(period.from.slice(0, 7));
  const [to, setTo] = useState(period.to.slice(0, 7));
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = periodBetween(from, to);
    setWrong(chosen === null);
    if (chosen) onShow(chosen);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Group align="flex-start" gap="sm">
        <TextInput
          type="month"
          label={t('statistics.from')}
          value={from}
          error={isWrong && t('statistics.wrongMonths')}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          type="month"
          label={t('statistics.to')}
          value={to}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
        <Button type="submit" mt={25}>
          {t('statistics.show')}
        </Button>
      </Group>
    </form>
  );
}
