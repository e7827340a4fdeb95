import { Anchor, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { pathOf } from '../draft/taken-over.js';
import { useEditing } from './draft.context.js';
import { FieldLink, usePlaceName } from './fault-links.js';
import { Notice } from '../../../ui/notice.js';
import { taskOfSection } from './tasks.js';

const SHOWN = 10;

/** Says of a copy where it comes from, and which of its values are of an earlier day and were not looked at since. */
export function CopiedNotice() {
  const { t } = useTranslation(['investor', 'editor']);
  const { dossier, takenOver } = useEditing();
  const placeName = usePlaceName();
  const { copiedFrom } = dossier;
  if (!copiedFrom) return null;
  const { id, projectName, fileCode } = copiedFrom;
  const name = [projectName.trim() || t('edit.untitled'), fileCode].filter(Boolean).join(' · ');
  return (
    <Notice tone={takenOver.length > 0 ? 'amber' : 'plain'} role="note" title={t('copied.title')}>
      <Stack gap="xs">
        <Anchor component={Link} href={`/dossiers/${id}`} size="sm">
          {name}
        </Anchor>
        <Text size="sm">{t('copied.text')}</Text>
        {takenOver.length > 0 && (
          <>
            <Text size="sm">{t('copied.left', { count: takenOver.length })}</Text>
            <List size="sm">
              {takenOver.slice(0, SHOWN).map((place) => (
                <List.Item key={pathOf(place)}>
                  <FieldLink task={taskOfSection(place.section)} place={place}>
                    {placeName(place)}
                  </FieldLink>
                </List.Item>
              ))}
            </List>
            {takenOver.length > SHOWN && (
              <Text size="sm">{t('editor:more', { count: takenOver.length - SHOWN })}</Text>
            )}
          </>
        )}
      </Stack>
    </Notice>
  );
}
