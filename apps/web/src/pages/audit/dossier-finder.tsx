import { Anchor, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Answer } from '../../ui/states.js';
import { StatusTag } from '../../ui/status-tag.js';
import { foundDossiersQuery } from './audit.query.js';

const PAUSE_MS = 200;

/** Finds the dossier whose log is to be read, by its file code or a part of its name. */
export function DossierFinder() {
  const { t } = useTranslation('audit');
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), PAUSE_MS);
  const found = useQuery(foundDossiersQuery(q));
  return (
    <Stack maw={640}>
      <div>
        <Title order={2}>{t('dossier.choose')}</Title>
        <Text c="dimmed">{t('dossier.chooseText')}</Text>
      </div>
      <TextInput
        label={t('dossier.find')}
        description={t('dossier.findHint')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {q.length > 1 && (
        <Answer query={found}>
          {({ items }) =>
            items.length === 0 ? (
              <Text role="status">{t('dossier.nothing')}</Text>
            ) : (
              <Stack
                gap="xs"
                component="ul"
                p={0}
                m={0}
                style={{ listStyle: 'none' }}
                aria-label={t('dossier.results')}
              >
                {items.map(({ id, fileCode, projectName, status, procedureId }) => (
                  <Paper key={id} component="li" withBorder p="sm">
                    <Anchor component={Link} href={`/audit?dossier=${id}`} fw={500}>
                      {fileCode ?? projectName}
                    </Anchor>{' '}
                    <StatusTag status={status} of={{ procedureId }} />
                    <Text size="sm">{projectName}</Text>
                  </Paper>
                ))}
              </Stack>
            )
          }
        </Answer>
      )}
    </Stack>
  );
}
