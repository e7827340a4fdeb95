import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../format/format.js';
import { Answer } from '../../ui/states.js';
import { StatusTag, Tag } from '../../ui/status-tag.js';
import { Card } from './bits.js';
import { timelineQuery } from './dossier.query.js';
import { type DossierView, type TimelineEntry } from './dossier.types.js';

/** What happened, newest first; inside the house each line says whether the owner sees it, too. */
export function TimelineTab({ dossier }: { dossier: DossierView }) {
  const query = useQuery(timelineQuery(dossier.id));
  const inside = !dossier.relations.includes('owner');
  return (
    <Answer query={query}>
      {({ items }) => (
        <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
          {items.map((entry, index) => (
            <li key={`${entry.at}${entry.code}${index}`}>
              <Entry entry={entry} inside={inside} />
            </li>
          ))}
        </Stack>
      )}
    </Answer>
  );
}

function Entry({ entry, inside }: { entry: TimelineEntry; inside: boolean }) {
  const { t } = useTranslation(['dossier', 'words']);
  const { kind, code, to, at, actorName, actorRole, detail, visibility } = entry;
  const role = t(`words:role.${actorRole as 'clerk'}`, { defaultValue: t('timeline.system') });
  return (
    <Card>
      <Group gap="xs">
        <Text fw={600}>
          {kind === 'transition' && t(`words:command.${code as 'submit'}`)}
          {kind === 'letter' &&
            t('timeline.letter', {
              kind: t(`letters.kind.${code as 'receipt'}`),
              number: detail['number'] ?? '',
            })}
          {kind === 'silence' && t('timeline.silence', { basis: detail['basis'] ?? '' })}
        </Text>
        {to !== null && <StatusTag status={to} />}
        {inside && <Tag tone={visibility === 'public' ? 'green' : 'grey'}>{t(`timeline.${visibility}`)}</Tag>}
      </Group>
      <Text size="sm" c="dimmed">
        {[formatInstant(at), actorName, role].filter(Boolean).join(' · ')}
      </Text>
    </Card>
  );
}
