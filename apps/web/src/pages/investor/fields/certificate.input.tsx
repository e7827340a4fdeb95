import { Group, Input, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { visibleLine } from '#contracts';
import { DateField } from '../../../ui/date-field.js';
import { type Row, textOf, withField } from '../draft/draft.types.js';
import { MOST_TEXT } from './listed-values.js';
import { type Shown } from './shown.types.js';

interface Props {
  shown: Shown;
  value: Row | undefined;
  onChange: (value: unknown) => void;
}
const TEXTS = ['number', 'body'] as const;

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
        {TEXTS.map((part) => (
          <TextInput
            key={part}
            id={part === 'number' ? id : undefined}
            label={t(`evidence.${part}`)}
            w={part === 'body' ? 260 : 180}
            maw="100%"
            maxLength={MOST_TEXT[part]}
            value={textOf(value[part])}
            onChange={({ currentTarget }) => set(part, visibleLine(currentTarget.value))}
          />
        ))}
        <DateField
          label={t('evidence.issuedOn')}
          w={180}
          value={textOf(value['issuedOn'])}
          onChange={(day) => set('issuedOn', day)}
        />
      </Group>
    </Input.Wrapper>
  );
}
