import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../format/format.js';
import { type Role } from '#contracts';
import classes from './facts.module.css';
import { PROJECT_FIELDS, type ProjectField } from './project-draft.js';
import { type Project } from './projects.query.js';
import { Section } from '../../ui/section.js';
import { useProjectValue } from './use-project-value.js';

type Event = Project['history'][number];
const KINDS = [
  ...([
    'entered',
    'changed',
    'merged',
    'took_duplicate',
    'gave_duplicate_back',
    'unmerged',
    'withdrawn',
  ] as const),
  ...(['match_confirmed', 'match_rejected', 'match_undone'] as const),
  ...(['exemption_proposed', 'exemption_confirmed', 'exemption_rejected', 'exemption_revoked'] as const),
  ...(['decision_recorded', 'decision_corrected', 'decision_withdrawn'] as const),
];

/** What happened to the entry of the project, newest first: who, when, and each value before and after. */
export function HistorySection({ project: { history } }: { project: Project }) {
  const { t } = useTranslation('register');
  return (
    <Section sheet title={t('project.history')}>
      {history.length === 0 && <Text>{t('event.none')}</Text>}
      <ol className={classes.plain}>
        {history.map((event) => (
          <li key={event.seq} className={classes.entry}>
            <OneEvent event={event} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function OneEvent({ event }: { event: Event }) {
  const { t } = useTranslation(['register', 'words']);
  const { kind, actorName, actorRole, at, facts } = event;
  const known = KINDS.find((one) => one === kind) ?? 'other';
  const who =
    actorName ?? (actorRole === 'system' ? t('event.system') : t(`words:role.${actorRole as Role}`));
  const remark = [facts['reason'], facts['note']].find((one) => typeof one === 'string' && one !== '');
  return (
    <div>
      <Text fw={500}>{t(`event.${known}`)}</Text>
      <Text size="sm" c="dimmed">
        {who} · {formatInstant(at)}
      </Text>
      {typeof remark === 'string' && <Text size="sm">{remark}</Text>}
      <Changes facts={facts} />
    </div>
  );
}

interface Change {
  field: ProjectField;
  from: unknown;
  to: unknown;
}
const isChange = (one: unknown): one is Change =>
  typeof one === 'object' && one !== null && PROJECT_FIELDS.some((field) => field === (one as Change).field);

function Changes({ facts }: Pick<Event, 'facts'>) {
  const { t } = useTranslation('register');
  const words = useProjectValue();
  const changes = Array.isArray(facts['changes']) ? facts['changes'].filter(isChange) : [];
  if (changes.length === 0) return null;
  return (
    <List size="sm">
      {changes.map(({ field, from, to }) => (
        <List.Item key={field}>
          {t('event.fromTo', {
            field: t(`fields.${field}`),
            from: words(field, from) ?? t('event.empty'),
            to: words(field, to) ?? t('event.empty'),
          })}
        </List.Item>
      ))}
    </List>
  );
}
