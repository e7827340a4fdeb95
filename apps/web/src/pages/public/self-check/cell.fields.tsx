import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ACQUISITIONS, ITEM_CONDITIONS } from '#contracts';
import { cellId } from './facts-of-form.js';

export interface CellProps {
  row: string;
  field: string;
  /** What a screen reader says where the heading of a table stands for the label. */
  label: string;
  labelShown?: boolean;
  value: string;
  error?: string;
  description?: string;
  onChange: (text: string) => void;
  onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void;
}
const nameOf = ({ label, labelShown = false }: CellProps) =>
  labelShown ? { label } : { 'aria-label': label };

/** Help stands below, so that inputs side by side are in one line. */
const BELOW: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

export function TextCell(props: CellProps) {
  const { row, field, value, error, description, onChange, onPaste } = props;
  return (
    <TextInput
      id={cellId(row, field)}
      {...nameOf(props)}
      {...{ value, error, description, onPaste }}
      autoComplete="off"
      inputWrapperOrder={BELOW}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

export function ChoiceCell({
  choices,
  ...props
}: CellProps & { choices: { value: string; label: string }[] }) {
  const { row, field, value, error, description, onChange } = props;
  return (
    <NativeSelect
      id={cellId(row, field)}
      {...nameOf(props)}
      {...{ value, error, description }}
      data={choices}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

export function TextAreaCell(props: CellProps) {
  const { row, field, value, error, description, onChange } = props;
  return (
    <Textarea
      id={cellId(row, field)}
      {...nameOf(props)}
      {...{ value, error, description }}
      rows={2}
      inputWrapperOrder={BELOW}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

/** Choices of a closed list of the facts; a line may be in operation, a machine is new or used. */
export function useItemChoices() {
  const { t } = useTranslation('public');
  const unstated = { value: '', label: t('selfCheck.unstated') };
  return {
    condition: [
      unstated,
      ...ITEM_CONDITIONS.map((value) => ({ value, label: t(`selfCheck.condition.${value}`) })),
    ],
    acquisition: [
      unstated,
      ...ACQUISITIONS.map((value) => ({ value, label: t(`selfCheck.acquisition.${value}`) })),
    ],
  };
}
