import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../ui/states.js';
import { foundDossiersQuery } from './projects.query.js';

const PAUSE_MS = 200;

interface Props {
  id: string;
  label: string;
  value: string;
  error?: string | undefined;
  onChoose: (dossierId: string) => void;
}

/** Finds a dossier by its code or a part of its name, among those that the person may see, and chooses one. */
export function DossierPicker({ id, label, value, error, onChoose }: Props) {
  const { t } = useTranslation('register');
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), PAUSE_MS);
  const found = useQuery(foundDossiersQuery(q));
  return (
    <Stack gap="xs">
      <TextInput
        id={id}
        label={label}
        description={t('match.find')}
        error={error !== undefined && t('match.dossierMissing')}
        withAsterisk
        value={text}
        maxLength={200}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {q.length > 1 && (
        <Answer query={found}>
          {({ items }) =>
            items.length === 0 ? (
              <Text size="sm" role="status">
                {t('match.notFound')}
              </Text>
            ) : (
              <Radio.Group label={t('match.choose')} value={value} onChange={onChoose}>
                <Stack gap={6} mt={6}>
                  {items.map(({ id: dossierId, fileCode, projectName }) => (
                    <Radio
                      key={dossierId}
                      value={dossierId}
                      label={[fileCode, projectName].filter(Boolean).join(' · ')}
                    />
                  ))}
                </Stack>
              </Radio.Group>
            )
          }
        </Answer>
      )}
    </Stack>
  );
}
