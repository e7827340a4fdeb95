import { Button, Paper, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visibleLine } from '#contracts';
import { FaultSummary } from '../../../ui/fault-summary.js';
import { type TrackingKey } from './secret-of-fragment.js';

const LONGEST = 60;
const typed = (text: string): string => visibleLine(text).trim();
const FIELDS = ['fileCode', 'secret'] as const satisfies readonly (keyof TrackingKey)[];
const fieldId = (name: keyof TrackingKey) => `track-${name}`;

interface Props {
  given: TrackingKey;
  isAsking: boolean;
  onAsk: (key: TrackingKey) => void;
}

export function TrackingForm({ given, isAsking, onAsk }: Props) {
  const { t } = useTranslation('public');
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: given,
    validate: {
      fileCode: (value) => (typed(value) === '' ? t('track.fileCodeMissing') : null),
      secret: (value) => (typed(value) === '' ? t('track.secretMissing') : null),
    },
    onSubmitPreventDefault: 'always',
  });
  const [tries, setTries] = useState(0);
  const field = (name: keyof TrackingKey) => ({
    id: fieldId(name),
    label: t(`track.${name}`),
    description: t(`track.${name}Text`),
    autoComplete: 'off',
    spellCheck: false,
    maxLength: LONGEST,
    ...form.getInputProps(name),
  });
  return (
    <Paper withBorder p="lg" maw={480}>
      <form
        noValidate
        onSubmit={form.onSubmit(
          ({ fileCode, secret }) => onAsk({ fileCode: typed(fileCode), secret: typed(secret) }),
          () => setTries(tries + 1),
        )}
      >
        <Stack gap="md">
          {tries > 0 && (
            <FaultSummary
              tries={tries}
              faults={FIELDS.filter((name) => form.errors[name] !== undefined).map((name) => ({
                id: fieldId(name),
                label: t(`track.${name}`),
              }))}
            />
          )}
          <TextInput key={form.key('fileCode')} {...field('fileCode')} />
          <TextInput key={form.key('secret')} {...field('secret')} />
          <div>
            <Button type="submit" loading={isAsking}>
              {t('track.submit')}
            </Button>
          </div>
        </Stack>
      </form>
    </Paper>
  );
}
