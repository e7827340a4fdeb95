import { Anchor, Group, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDate } from '../../format/format.js';
import { useProblemTexts } from '../../ui/problem-alert.js';
import { Tag } from '../../ui/status-tag.js';
import { useProcedureWords } from '../../ui/use-procedure-words.js';
import { useWinnerWords } from '../dossiers/commands/use-winner-words.js';
import { winnerOf } from '../dossiers/commands/winner.js';
import { timelineQuery } from '../dossiers/dossier.query.js';
import { type CommandAnswer } from '../dossiers/dossier.types.js';
import { type BulkItem } from './bulk-run.js';
import { lastStep } from './last-decision.js';
import { toldBy } from './told-by.js';

const TONES = {
  waiting: 'grey',
  looking: 'grey',
  ready: 'blue',
  acting: 'grey',
  done: 'green',
  failed: 'red',
  moved: 'amber',
} as const;
const STALE = 412;
const CONFLICT = 409;

/** One dossier of a run: what would happen to it, what did, or why not and who was faster. */
export function BulkRow({ item }: { item: BulkItem }) {
  const { t } = useTranslation(['decisions', 'words']);
  const { dossierId, name, command, state, answer, problem, risks } = item;
  const words = useProcedureWords(item);
  const stands = state !== 'moved' && problem === null;
  const status = problem?.status;
  return (
    <List.Item>
      <Group gap="xs" align="baseline">
        <Anchor component={Link} href={`/dossiers/${dossierId}/decide`} fw={500}>
          {name}
        </Anchor>
        <Text size="sm">{words.command(command)}</Text>
        <Tag tone={TONES[state]}>{t(`bulk.state.${state}`)}</Tag>
      </Group>
      {answer !== null && stands && <What item={item} answer={answer} />}
      {risks.length > 0 && state !== 'done' && state !== 'moved' && <Risks risks={risks} />}
      {problem !== null && state === 'failed' && <Reason problem={problem} />}
      {(state === 'moved' || (state === 'failed' && (status === STALE || status === CONFLICT))) && (
        <Faster item={item} />
      )}
    </List.Item>
  );
}

/** As the page of one decision tells it: the status, the letters, the term, and who is told. */
function What({ item, answer }: { item: BulkItem; answer: CommandAnswer }) {
  const { t } = useTranslation(['decisions', 'dossier']);
  const words = useProcedureWords(item);
  const letters = answer.letters.map(({ kind }) => t(`dossier:letters.kind.${kind}`));
  const { dueOn } = answer;
  const due = dueOn === null ? t('dossier:steps.noDue') : t('dossier:steps.dueOn', { on: formatDate(dueOn) });
  const told = toldBy(answer);
  return (
    <>
      <Text size="sm" c="dimmed">
        {[words.status(answer.status), ...letters, due].join(' · ')}
      </Text>
      <Text size="sm" c="dimmed">
        {told.length === 0
          ? t('dossier:steps.noRecipients')
          : `${t('choice.told', { count: told.length })} ${told.join(', ')}`}
      </Text>
    </>
  );
}

/** What somebody signs for with this dossier although nobody could decide it, each by its name. */
function Risks({ risks }: Pick<BulkItem, 'risks'>) {
  const { t } = useTranslation('decisions');
  return (
    <>
      <Text size="sm" fw={500}>
        {t('bulk.risks', { count: risks.length })}
      </Text>
      <List size="sm">
        {risks.map(({ title, subject, reason }) => (
          <List.Item key={`${title}${subject}`}>
            {[title, subject].filter(Boolean).join(': ')}
            {reason !== '' && ` – ${reason}`}
          </List.Item>
        ))}
      </List>
    </>
  );
}

function Reason({ problem }: { problem: NonNullable<BulkItem['problem']> }) {
  const { title, detail } = useProblemTexts(problem);
  // Who was faster stands right below: what the refusal advises, a reload or another step, is not to be had here.
  const texts = problem.status === STALE || problem.status === CONFLICT ? [title] : [title, detail];
  return (
    <Text size="sm" c="var(--tg-fault-text)">
      {texts.filter((text) => text !== '').join('. ')}
    </Text>
  );
}

/** The step that came in between, by whom and when. */
function Faster({ item }: { item: BulkItem }) {
  const { t } = useTranslation('decisions');
  const wordsOf = useWinnerWords(item);
  const timeline = useQuery({ ...timelineQuery(item.dossierId), staleTime: 0 });
  const entries = timeline.data?.items ?? [];
  // The change is named once the newest timeline is there: the one of before does not know it.
  const winner = timeline.isFetching
    ? null
    : ((item.problem && winnerOf(item.problem, entries)) ?? lastStep(entries));
  if (winner === null) return null;
  return <Text size="sm">{t('bulk.faster', wordsOf(winner))}</Text>;
}
