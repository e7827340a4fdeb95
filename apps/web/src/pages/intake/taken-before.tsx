import { Anchor, Checkbox, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDate } from '../../format/format.js';
import { StatusTag } from '../../ui/status-tag.js';
import { Notice } from '../../ui/notice.js';
import { type TakenBefore } from './taken-before.query.js';

export const MEANT_ID = 'taken-before-meant';

/** The dossiers with which the same paper came in before; a further one is opened only when it is said to be meant. */
export function TakenBeforeNotice({ before }: { before: TakenBefore }) {
  const { t } = useTranslation('investor');
  const { dossiers, isMeant, setMeant } = before;
  if (dossiers.length === 0) return null;
  return (
    <Notice tone="amber" role="alert" title={t('takenBefore.title')}>
      <Stack gap="xs">
        <List size="sm">
          {dossiers.map((dossier) => (
            <List.Item key={dossier.id}>
              <Anchor
                component={Link}
                href={`/dossiers/${dossier.id}`}
                target="_blank"
                inherit
                underline="always"
              >
                {[dossier.fileCode, dossier.projectName || t('takenBefore.unnamed')]
                  .filter(Boolean)
                  .join(' · ')}
              </Anchor>{' '}
              <StatusTag status={dossier.status} of={dossier} />{' '}
              {dossier.receivedOn !== null &&
                t('takenBefore.receivedOn', { on: formatDate(dossier.receivedOn) })}
            </List.Item>
          ))}
        </List>
        <Text size="sm">{t('takenBefore.text')}</Text>
        <Checkbox
          id={MEANT_ID}
          label={t('takenBefore.meant')}
          checked={isMeant}
          onChange={({ currentTarget }) => setMeant(currentTarget.checked)}
        />
      </Stack>
    </Notice>
  );
}
