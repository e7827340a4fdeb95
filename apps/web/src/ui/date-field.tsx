import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../format/format.js';
import { typedDay } from '../format/typed-day.js';
import classes from './date-field.module.css';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'min' | 'max'> {
  /** A civil date `yyyy-MM-dd`; empty for none. */
  value: string;
  min?: string | undefined;
  max?: string | undefined;
  /** Is told a whole day, or an empty text while what stands there is none. */
  onChange: (day: string) => void;
}

/**
 * A day, typed as dd/MM/yyyy whatever language the browser has, pasted in either order, or chosen in the browser's calendar
 * (button, or Alt and arrow down).
 */
export function DateField({ value, min, max, onChange, error, onBlur, ...field }: Props) {
  const { t } = useTranslation('app');
  const calendar = useRef<HTMLInputElement>(null);
  const { shown, fault, type, leave } = useTypedDay({ value, min, max, onChange });
  const open = () => calendar.current?.showPicker();
  return (
    <TextInput
      {...field}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t('day.form')}
      maxLength={20}
      value={shown}
      error={error ?? (fault && t(fault.word, { day: formatDate(fault.day) }))}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onBlur={(event) => {
        leave();
        onBlur?.(event);
      }}
      onKeyDown={(event) => {
        if (!event.altKey || event.key !== 'ArrowDown') return;
        event.preventDefault();
        open();
      }}
      rightSection={
        <>
          <ActionIcon variant="subtle" color="gray" tabIndex={-1} aria-label={t('day.open')} onClick={open}>
            <IconCalendar size={16} aria-hidden />
          </ActionIcon>
          <input
            ref={calendar}
            type="date"
            className={classes.calendar}
            tabIndex={-1}
            aria-hidden
            {...{ value, min, max }}
            onChange={({ currentTarget }) => type(currentTarget.value)}
          />
        </>
      }
    />
  );
}

interface Fault {
  word: 'day.wrong' | 'day.early' | 'day.late';
  day?: string;
}

function useTypedDay({
  value,
  min = '',
  max = '',
  onChange,
}: Pick<Props, 'value' | 'min' | 'max' | 'onChange'>) {
  // What stands in the field while a hand is on it, and after that for as long as it is no day.
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(true);
  const [before, setBefore] = useState(value);
  if (before !== value) {
    setBefore(value);
    if (value !== '' && value !== typedDay(typed ?? '')) setTyped(null);
  }
  const type = (text: string) => {
    const day = typedDay(text);
    setTyped(text === day ? formatDate(day) : text);
    setLeft(false);
    onChange(day ?? '');
  };
  const leave = () => {
    setLeft(true);
    if (typed !== null && (typed.trim() === '' || typedDay(typed) !== null)) setTyped(null);
  };
  return {
    shown: typed ?? formatDate(value),
    fault: left ? faultOf(typed, value, min, max) : null,
    type,
    leave,
  };
}

/** What is wrong with a field that was left. */
function faultOf(typed: string | null, value: string, min: string, max: string): Fault | null {
  if (typed !== null && typed.trim() !== '' && typedDay(typed) === null) return { word: 'day.wrong' };
  if (value === '') return null;
  if (min !== '' && value < min) return { word: 'day.early', day: min };
  return max !== '' && value > max ? { word: 'day.late', day: max } : null;
}
