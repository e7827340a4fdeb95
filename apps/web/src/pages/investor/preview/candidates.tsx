import { Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft } from '../draft/draft.types.js';
import { nameOf } from './name-of.js';
import { type Preview } from './preview.query.js';

const SHOWN = 6;

/** Rows of the lists that may mean a technology of the draft, each with its list; an officer compares them. */
export function Candidates({ candidates, draft }: { candidates: Preview['candidates']; draft: Draft }) {
  const { t } = useTranslation(['investor', 'words']);
  const [all, setAll] = useState(false);
  if (candidates.length === 0) return null;
  const shown = all ? candidates : candidates.slice(0, SHOWN);
  return (
    <Stack gap="sm" component="section" aria-labelledby="preview-candidates">
      <Title order={3} size="h4" id="preview-candidates">
        {t('preview.candidates', { count: candidates.length })}
      </Title>
      {shown.map(({ lineId, list, code, listVersion, nameVi, verification }) => (
        <div key={`${lineId} ${list} ${listVersion} ${code}`}>
          <Text size="sm" fw={600}>
            {nameOf({ kind: 'line', id: lineId }, draft)}
          </Text>
          <Text size="sm">
            <span lang="vi">{nameVi}</span>
          </Text>
          <Text size="xs" c="dimmed">
            {t(`preview.lists.${list}`)} · {code} · {listVersion} · {t(`words:verification.${verification}`)}
          </Text>
        </div>
      ))}
      {candidates.length > shown.length && (
        <Button size="xs" variant="default" onClick={() => setAll(true)}>
          {t('preview.more', { count: candidates.length - shown.length })}
        </Button>
      )}
    </Stack>
  );
}
