import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldProps, fieldIdOf } from './command-field.js';

/** Several entries of one kind, each of which can be taken away. */
export function Entries<Entry>({
  props,
  empty,
  children,
}: {
  props: Omit<FieldProps, 'onChange'> & { onChange: (entries: Entry[]) => void };
  empty: Entry;
  children: (entry: Entry, change: (part: Partial<Entry>) => void, index: number) => ReactNode;
}) {
  const { t } = useTranslation(['dossier', 'app']);
  const { field, label, value, onChange, error } = props;
  const entries = (value ?? []) as unknown[] as Entry[];
  const put = (next: Entry[]) => onChange(next);
  const change = (index: number) => (part: Partial<Entry>) =>
    put(entries.map((entry, at) => (at === index ? { ...entry, ...part } : entry)));
  return (
    <Fieldset legend={label}>
      <Stack gap="sm">
        {error !== null && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {error}
          </Text>
        )}
        {entries.map((entry, index) => (
          <Group key={index} align="flex-end" role="group" aria-label={`${label} ${index + 1}`}>
            {children(entry, change(index), index)}
            <Button variant="default" size="sm" onClick={() => put(entries.filter((_, at) => at !== index))}>
              {t('app:actions.remove')}
            </Button>
          </Group>
        ))}
        <div>
          <Button
            id={fieldIdOf(field.name)}
            variant="default"
            size="sm"
            onClick={() => put([...entries, empty])}
          >
            {t('app:actions.add')}
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}
