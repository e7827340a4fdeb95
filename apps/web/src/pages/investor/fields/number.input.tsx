import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { typedNumber, writtenNumber } from './typed-values.js';

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  value: unknown;
  grouped?: boolean;
  onChange: (value: number | string | undefined) => void;
};

/** A number as people write it; while it is typed in, it stays exactly as it was typed. */
export function NumberInput({ value, grouped = false, onChange, onFocus, onBlur, ...props }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      {...props}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? writtenNumber(value, grouped)}
      onFocus={(event) => {
        setTyped(writtenNumber(value, grouped));
        onFocus?.(event);
      }}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(typedNumber(currentTarget.value, grouped));
      }}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
