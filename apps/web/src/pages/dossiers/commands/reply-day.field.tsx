import { Button, Group, Stack, Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { dayBefore } from '../../../format/day-before.js';
import { formatDate, isDay } from '../../../format/format.js';
import { DateField } from '../../../ui/date-field.js';

interface Props {
  id: string;
  label: string;
  required: boolean;
  error: string | null;
  /** A civil date; empty for none. */
  value: string;
  onChange: (day: string) => void;
}

/** The day through whose end a term that is to end on `day` runs: a rest day moves on to the next working day. */
const lastDayQuery = (day: string) =>
  queryOptions({
    queryKey: ['law', 'last-day', day],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/calendar/due', {
          params: { query: { start: dayBefore(day), days: 1, unit: 'day' } },
          signal,
        }),
      ),
    enabled: isDay(day),
    staleTime: Infinity,
    retry: false,
  });

/** A last day for an answer. On a rest day the letter would name one day and the clock another: the day of the clock is offered. */
export function ReplyDayField({ value, onChange, ...field }: Props) {
  const { t } = useTranslation('dossier');
  const moved = useQuery(lastDayQuery(value)).data?.dueOn ?? value;
  const take = () => {
    onChange(moved);
    // The button goes with what it offered.
    document.getElementById(field.id)?.focus();
  };
  return (
    <Stack gap={4}>
      <DateField {...field} maw={240} value={value} onChange={onChange} />
      <Group gap="xs" role="status">
        {moved !== value && (
          <>
            <Text size="sm">{t('fields.restDay', { day: formatDate(value), moved: formatDate(moved) })}</Text>
            <Button size="compact-sm" variant="default" onClick={take}>
              {t('fields.takeDay', { moved: formatDate(moved) })}
            </Button>
          </>
        )}
      </Group>
    </Stack>
  );
}
