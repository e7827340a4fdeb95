import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { formatInstant } from '../../format/format.js';
import { useSaid } from '../../ui/said.js';
import { Tag } from '../../ui/status-tag.js';
import { type ListedEntry } from './audit.query.js';
import classes from './entry-list.module.css';
import { actWords, factWords, roleWords, subjectWords } from './entry-words.js';

/** Entries of the log in words; what proves them is folded away. */
export function EntryList({ entries, label }: { entries: readonly ListedEntry[]; label: string }) {
  return (
    <Stack component="ol" gap="xs" className={classes.list} aria-label={label}>
      {entries.map((entry) => (
        <EntryItem key={`${entry.chainId}:${entry.seq}`} entry={entry} />
      ))}
    </Stack>
  );
}

function EntryItem({ entry }: { entry: ListedEntry }) {
  const { t } = useTranslation(['audit', 'words']);
  const facts = factWords(entry, t, useSaid());
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          {actWords(entry.action, t)}{' '}
          {entry.outcome === 'refused' && <Tag tone="red">{t('audit:outcome.refused')}</Tag>}
        </Text>
        <Text size="sm" c="dimmed" className="tg-number">
          {formatInstant(entry.at)} · {t('audit:entry.number', { seq: entry.seq })}
        </Text>
      </Group>
      <ActorLine entry={entry} />
      <ChainLine entry={entry} />
      <dl className={classes.facts}>
        <div>
          <dt>{t('audit:entry.about')}:</dt>
          <dd>{subjectWords(entry.subject, t)}</dd>
        </div>
        {facts
          .filter(({ technical }) => !technical)
          .map(({ name, value }) => (
            <div key={name}>
              <dt>{name}:</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <EntryPayload entry={entry} />
      <EntryHashes entry={entry} />
    </Paper>
  );
}

function ActorLine({ entry: { actorId, actorName, actorRole } }: { entry: ListedEntry }) {
  const { t } = useTranslation(['audit', 'words']);
  const [search] = useSearchParams();
  const role = roleWords(actorRole, t);
  if (actorRole === 'system' || actorRole === 'public') return <Text size="sm">{role}</Text>;
  const name = actorName ?? t('audit:entry.unknownPerson');
  const only = new URLSearchParams(search);
  only.set('actorId', actorId);
  return (
    <Text size="sm">
      <Anchor
        component={Link}
        href={`/audit?${only.toString()}`}
        size="sm"
        title={t('audit:filter.onlyPerson')}
        underline="always"
      >
        {name}
      </Anchor>{' '}
      · {role}
    </Text>
  );
}

/** Of the whole log: to what an entry belongs, and the way to the log of that dossier. */
function ChainLine({ entry: { chain, chainId, chainName } }: { entry: ListedEntry }) {
  const { t } = useTranslation('audit');
  if (chain === undefined || chain === 'system') return null;
  const kind = t(`filter.chains.${chain}`);
  const href = chain === 'dossier' ? `/audit?dossier=${chainId}` : `/projects/${chainId}`;
  return (
    <Text size="sm">
      {kind}:{' '}
      <Anchor component={Link} href={href} size="sm" underline="always">
        {chainName ?? chainId}
      </Anchor>
    </Text>
  );
}

function EntryPayload({ entry: { payload, payloadState } }: { entry: ListedEntry }) {
  const { t } = useTranslation('audit');
  if (payloadState === 'none') return null;
  if (payloadState === 'erased')
    return (
      <Text size="sm" c="dimmed" mt={4}>
        {t('entry.erased')}
      </Text>
    );
  return (
    <details className={classes.fold}>
      <summary>{t('entry.payload')}</summary>
      <pre className={classes.payload}>{JSON.stringify(payload, null, 2)}</pre>
    </details>
  );
}

function EntryHashes({ entry }: { entry: ListedEntry }) {
  const { t } = useTranslation(['audit', 'words']);
  const { checkpoint, subject } = entry;
  const hashes = (['hash', 'prevHash', 'payloadHash'] as const)
    .filter((name) => entry[name] !== null)
    .map((name) => ({ name: t(`audit:entry.${name}`), value: entry[name] }));
  const ids = factWords(entry, t, useSaid()).filter(({ technical }) => technical);
  return (
    <details className={classes.fold}>
      <summary>{t('audit:entry.hashes')}</summary>
      <Text size="sm">
        {checkpoint === null ? t('audit:entry.uncovered') : t('audit:entry.covered', { number: checkpoint })}
      </Text>
      {[...hashes, { name: subjectWords(subject, t), value: subject.id }, ...ids].map(({ name, value }) => (
        <Text key={name} size="sm">
          {name}: <span className={classes.hash}>{value}</span>
        </Text>
      ))}
    </details>
  );
}
