import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typedNumber, writtenNumber } from './typed-values.js';

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  value: unknown;
  grouped?: boolean | undefined;
  whole?: boolean | undefined;
  onChange: (value: number | string | undefined) => void;
};

/** A number as people write it; while it is typed in, it stays exactly as it was typed. */
export function NumberInput({ value, grouped, whole, onChange, onFocus, onBlur, ...props }: Props) {
  const { language } = useTranslation().i18n;
  const style = { grouped, whole, language };
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      {...props}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? writtenNumber(value, style)}
      onFocus={(event) => {
        setTyped(writtenNumber(value, style));
        onFocus?.(event);
      }}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(typedNumber(currentTarget.value, style));
      }}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
