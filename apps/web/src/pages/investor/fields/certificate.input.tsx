import { Group, Input, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Row, textOf, withField } from '../draft/draft.types.js';
import { MOST_TEXT } from './listed-values.js';
import { type Shown } from './shown.types.js';
import { visibleText } from './typed-values.js';

interface Props {
  shown: Shown;
  value: Row | undefined;
  onChange: (value: unknown) => void;
}
const PARTS = ['number', 'body', 'issuedOn'] as const;

/** The certificate of a machine: its number, who issued it and when. */
export function CertificateInput({ shown, value = {}, onChange }: Props) {
  const { t } = useTranslation('investor');
  const { id, label, description, error, onFocus, onBlur } = shown;
  const set = (part: string, text: string) => {
    const next = withField(value, part, text === '' ? undefined : text);
    onChange(Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <Input.Wrapper {...{ label, description, error }} labelElement="div" onFocus={onFocus} onBlur={onBlur}>
      <Group gap="xs" mt={6} align="flex-end" role="group" aria-label={label}>
        {PARTS.map((part) => (
          <TextInput
            key={part}
            id={part === 'number' ? id : undefined}
            type={part === 'issuedOn' ? 'date' : 'text'}
            label={t(`evidence.${part}`)}
            w={part === 'body' ? 260 : 180}
            maw="100%"
            maxLength={part === 'issuedOn' ? undefined : MOST_TEXT[part]}
            value={textOf(value[part])}
            onChange={({ currentTarget }) => set(part, visibleText(currentTarget.value))}
          />
        ))}
      </Group>
    </Input.Wrapper>
  );
}
