import { NativeSelect, TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visibleLine } from '#contracts';
import { nameOfRow, type Row, textOf } from '../draft/draft.types.js';
import { countryEntry, countryName, isUnsureCountry } from '../fields/countries.js';
import { type FieldName, fieldKind } from '../fields/field.types.js';
import { NumberInput } from '../fields/number.input.js';

interface Props {
  id: string;
  label: string;
  name: FieldName;
  value: unknown;
  lines: Row[];
  faulty: boolean;
  onChange: (value: unknown) => void;
}

/** One value of a machine in a table, to be typed or chosen. */
export function MachineCell({ id, label, name, value, lines, faulty, onChange }: Props) {
  const { t } = useTranslation('investor');
  const kind = fieldKind(name);
  const shared = { id, 'aria-label': label, error: faulty, size: 'xs' as const };
  if (kind.kind === 'number') return <NumberInput {...shared} value={value} onChange={onChange} />;
  if (kind.kind === 'choice' || kind.kind === 'line') {
    const words =
      kind.kind === 'choice'
        ? (t(`choices.${kind.group}`, { returnObjects: true }) as Record<string, string>)
        : {};
    const choices =
      kind.kind === 'choice'
        ? kind.values.map((one) => ({ value: one, label: words[one] ?? one }))
        : lines.map((line, index) => ({
            value: String(line['id']),
            label: nameOfRow(line, t('lines.number', { number: index + 1 })),
          }));
    const text = textOf(value);
    const odd =
      text !== '' && !choices.some((one) => one.value === text) ? [{ value: text, label: text }] : [];
    return (
      <NativeSelect
        {...shared}
        value={text}
        data={[{ value: '', label: '–' }, ...choices, ...odd]}
        onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      />
    );
  }
  const written = typeof value === 'string' ? value : '';
  if (kind.kind === 'country') return <CountryCell {...shared} value={written} onChange={onChange} />;
  return (
    <TextInput
      {...shared}
      value={written}
      // What is longer than its cell can be read all the same.
      title={written}
      onChange={({ currentTarget }) => onChange(visibleLine(currentTarget.value) || undefined)}
    />
  );
}

type CountryProps = Omit<TextInputProps, 'value' | 'onChange'> & {
  value: string;
  onChange: (value: unknown) => void;
};

/** A country by its name, typed as name or code; while it is typed in, it stays exactly as it was typed. */
function CountryCell({ value, onChange, ...shared }: CountryProps) {
  const { language } = useTranslation().i18n;
  const [typed, setTyped] = useState<string | null>(null);
  const name = countryName(value, language);
  const leave = () => {
    if (typed !== null && typed !== '') onChange(countryEntry(typed));
    setTyped(null);
  };
  return (
    <TextInput
      {...shared}
      value={typed ?? name}
      title={name}
      onChange={({ currentTarget }) => {
        const text = visibleLine(currentTarget.value);
        setTyped(text);
        // A page that is left or saved meanwhile takes no guess for a country.
        onChange(isUnsureCountry(text) ? countryEntry(text) : text || undefined);
      }}
      onBlur={leave}
    />
  );
}
