import { Group, Input, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visibleLine } from '#contracts';
import { nameOfRow, type Row, textOf, type ValueFault } from '../draft/draft.types.js';
import { CertificateInput } from './certificate.input.js';
import { countriesIn } from './countries.js';
import { type FieldKind, type FieldName, fieldKind } from './field.types.js';
import { ResultsInput, SitesInput } from './listed.inputs.js';
import { NumberInput } from './number.input.js';
import { type Shown } from './shown.types.js';
import { useFaultText } from './use-fault-text.js';

interface Props {
  id: string;
  name: FieldName;
  value: unknown;
  fault: ValueFault | undefined;
  /** What else is to be known of it, beside its hint. */
  note?: string | undefined;
  /** Lines that a machine can belong to. */
  lines?: Row[];
  onChange: (value: unknown) => void;
}
/** One fact with its label and hint. What is wrong with it is said once the person has left it. */
export function FactField({ id, name, value, fault, note, lines = [], onChange }: Props) {
  const { t } = useTranslation('investor');
  const [focused, setFocused] = useState(false);
  const faultText = useFaultText();
  const hints = t('hints', { returnObjects: true }) as Partial<Record<FieldName, string>>;
  const shown: Shown = {
    id,
    label: t(`fields.${name}`),
    description: [hints[name], note].filter(Boolean).join(' ') || undefined,
    error: fault && !focused ? faultText(fault) : undefined,
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
  };
  return <FieldInput kind={fieldKind(name)} shown={shown} value={value} lines={lines} onChange={onChange} />;
}

interface InputProps {
  kind: FieldKind;
  shown: Shown;
  value: unknown;
  lines: Row[];
  onChange: (value: unknown) => void;
}

function FieldInput({ kind, shown, value, lines, onChange }: InputProps) {
  switch (kind.kind) {
    case 'text':
      return (
        <TextInput
          {...shown}
          value={(value as string | undefined) ?? ''}
          onChange={({ currentTarget }) => onChange(visibleLine(currentTarget.value) || undefined)}
          maw={kind.max <= 20 ? 240 : undefined}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...shown}
          grouped={kind.grouped}
          whole={kind.decimals === 0}
          value={value}
          onChange={onChange}
          maw={240}
        />
      );
    case 'percentage':
      return <PercentageInput shown={shown} value={value as Row | undefined} onChange={onChange} />;
    case 'amount':
      return <AmountInput shown={shown} value={value as Row | undefined} onChange={onChange} />;
    case 'texts':
      return <TextsInput shown={shown} value={(value as string[] | undefined) ?? []} onChange={onChange} />;
    case 'results':
      return <ResultsInput shown={shown} value={value as Row[] | undefined} onChange={onChange} />;
    case 'sites':
      return <SitesInput shown={shown} value={value as Row[] | undefined} onChange={onChange} />;
    case 'certificate':
      return <CertificateInput shown={shown} value={value as Row | undefined} onChange={onChange} />;
    default:
      return <ChoiceInput kind={kind} shown={shown} value={value} lines={lines} onChange={onChange} />;
  }
}

function useChoices(kind: FieldKind, lines: Row[]): { value: string; label: string }[] {
  const { t, i18n } = useTranslation('investor');
  if (kind.kind === 'country') return countriesIn(i18n.language);
  if (kind.kind === 'flag')
    return ['true', 'false'].map((value) => ({ value, label: t(`choices.flag.${value as 'true'}`) }));
  if (kind.kind === 'line')
    return lines.map((line, index) => ({
      value: String(line['id']),
      label: nameOfRow(line, t('lines.number', { number: index + 1 })),
    }));
  if (kind.kind !== 'choice') return [];
  const words = t(`choices.${kind.group}`, { returnObjects: true }) as Record<string, string>;
  return kind.values.map((value) => ({ value, label: words[value] ?? value }));
}

function ChoiceInput({ kind, shown, value, lines, onChange }: InputProps) {
  const { t } = useTranslation('investor');
  const choices = useChoices(kind, lines);
  const isFlag = kind.kind === 'flag';
  const text = textOf(value);
  // What somebody imported or pasted and is no choice stays in sight until another one is chosen.
  const unknown = text !== '' && !choices.some((choice) => choice.value === text);
  return (
    <NativeSelect
      {...shown}
      maw={420}
      value={text}
      onChange={({ currentTarget: { value: chosen } }) =>
        onChange(chosen === '' ? undefined : isFlag ? chosen === 'true' : chosen)
      }
      data={[
        { value: '', label: t('choices.unknown') },
        ...choices,
        ...(unknown ? [{ value: text, label: text }] : []),
      ]}
    />
  );
}

type PairProps = { shown: Shown; value: Row | undefined; onChange: (value: unknown) => void };

function PercentageInput({ shown, value, onChange }: PairProps) {
  const { t } = useTranslation('investor');
  const { id, label, description, error, ...events } = shown;
  const set = (field: string, next: unknown) => {
    const { [field]: _before, ...rest } = value ?? {};
    const pair = next === undefined ? rest : { ...rest, [field]: next };
    onChange(Object.keys(pair).length === 0 ? undefined : pair);
  };
  return (
    <Input.Wrapper {...{ label, description, error }} labelElement="div">
      <Group gap="xs" wrap="nowrap" mt={4}>
        <NumberInput
          {...events}
          id={id}
          aria-label={label}
          value={value?.['value']}
          onChange={(next) => set('value', next)}
          w={110}
          rightSection="%"
        />
        <span aria-hidden>±</span>
        <NumberInput
          {...events}
          aria-label={t('uncertaintyOf', { field: label })}
          value={value?.['uncertainty']}
          onChange={(next) => set('uncertainty', next)}
          w={90}
        />
      </Group>
    </Input.Wrapper>
  );
}

function AmountInput({ shown, value, onChange }: PairProps) {
  const { t } = useTranslation('investor');
  const { id, label, description, error, ...events } = shown;
  const set = (field: string, next: unknown) => {
    const pair = { ...value, [field]: next };
    onChange(pair['value'] === undefined && !pair['unit'] ? undefined : pair);
  };
  return (
    <Input.Wrapper {...{ label, description, error }} labelElement="div">
      <Group gap="xs" wrap="nowrap" mt={4}>
        <NumberInput
          {...events}
          id={id}
          aria-label={label}
          grouped
          value={value?.['value']}
          onChange={(next) => set('value', next)}
          w={150}
        />
        <TextInput
          {...events}
          aria-label={t('unitOf', { field: label })}
          placeholder={t('unit')}
          value={(value?.['unit'] as string | undefined) ?? ''}
          onChange={({ currentTarget }) => set('unit', visibleLine(currentTarget.value))}
          w={140}
        />
      </Group>
    </Input.Wrapper>
  );
}

/** One text a line; while it is typed in, empty lines stay. */
function TextsInput({
  shown,
  value,
  onChange,
}: {
  shown: Shown;
  value: string[];
  onChange: (value: unknown) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const { onBlur, ...rest } = shown;
  return (
    <Textarea
      {...rest}
      autosize
      minRows={2}
      maxRows={8}
      value={typed ?? value.join('\n')}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        const texts = currentTarget.value
          .split('\n')
          .map(visibleLine)
          .filter((one) => one.trim() !== '');
        onChange(texts.length === 0 ? undefined : texts);
      }}
      onBlur={() => {
        setTyped(null);
        onBlur();
      }}
    />
  );
}
