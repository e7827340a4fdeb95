import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type CommandName } from '#contracts';
import { formatDate, formatInstant } from '../../format/format.js';
import { type ProcedureWords } from '../../ui/procedure-words.js';
import { Answer } from '../../ui/states.js';
import { StatusTag, Tag } from '../../ui/status-tag.js';
import { useProcedureWords } from '../../ui/use-procedure-words.js';
import { Card } from '../../ui/card.js';
import { timelineQuery } from './dossier.query.js';
import { type DossierView, type TimelineEntry } from './dossier.types.js';

/** What happened, newest first; inside the house each line says whether the owner sees it, too. */
export function TimelineTab({ dossier }: { dossier: DossierView }) {
  const query = useQuery(timelineQuery(dossier.id));
  return (
    <Answer query={query}>
      {({ items }) => (
        <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
          {items.map((entry, index) => (
            <li key={`${entry.at}${entry.code}${index}`}>
              <Entry entry={entry} dossier={dossier} />
            </li>
          ))}
        </Stack>
      )}
    </Answer>
  );
}

function Entry({ entry, dossier }: { entry: TimelineEntry; dossier: DossierView }) {
  const { t } = useTranslation(['dossier', 'words']);
  const words = useProcedureWords(dossier);
  const inside = !dossier.relations.includes('owner');
  const { to, at, actorName, actorRole, detail, visibility } = entry;
  const role = t(`words:role.${actorRole as 'clerk'}`, { defaultValue: t('timeline.system') });
  const title = titleOf(entry, words, t);
  return (
    <Card>
      <Group gap="xs">
        <Text fw={600}>{title}</Text>
        {to !== null && words.status(to) !== title && <StatusTag status={to} of={dossier} />}
        {inside && <Tag tone={visibility === 'public' ? 'green' : 'grey'}>{t(`timeline.${visibility}`)}</Tag>}
      </Group>
      {said(detail, t).map((line) => (
        <Text key={line} size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {line}
        </Text>
      ))}
      <Text size="sm" c="dimmed">
        {[formatInstant(at), actorName, role].filter(Boolean).join(' · ')}
      </Text>
    </Card>
  );
}

function titleOf(
  { kind, code, detail }: TimelineEntry,
  words: ProcedureWords,
  t: TFunction<'dossier'>,
): string {
  if (kind === 'transition') return words.command(code as CommandName);
  if (kind === 'silence') return t('timeline.silence', { basis: detail['basis'] ?? '' });
  const letter = t(`letters.kind.${code as 'receipt'}`);
  return t('timeline.letter', { kind: letter, number: detail['number'] ?? '' });
}

/** What else is known of a step: to whom it was given, until when, and why it was taken. */
function said(detail: TimelineEntry['detail'], t: TFunction<'dossier'>): string[] {
  const { assignee, assignedAs, replyBy, reason } = detail;
  const kind = t(`overview.kind.${(assignedAs ?? 'lead') as 'lead'}`);
  return [
    ...(assignee ? [t('timeline.assignee', { name: assignee, kind })] : []),
    ...(replyBy ? [t('timeline.replyBy', { on: formatDate(replyBy) })] : []),
    ...(reason ? [t('timeline.reason', { reason })] : []),
  ];
}
