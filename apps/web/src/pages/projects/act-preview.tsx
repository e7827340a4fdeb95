import { List, Paper, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ProjectStanding } from '#contracts';
import { type Answered } from './project-acts.js';
import { type ProjectField } from './project-draft.js';
import { type Project } from './projects.query.js';

interface Props {
  /** The project as it stands on the page. */
  before: Project;
  answer: Answered;
  /** The project on which the act acts, where that is another one. */
  on?: string | undefined;
}

/** What an act would do, as the API rehearsed it: where the project would stand, or what a merge would move and leave. */
export function ActPreview({ before, answer, on }: Props) {
  const { t } = useTranslation('register');
  return (
    <Paper withBorder p="md" role="status">
      <Stack gap="xs">
        <Title order={3}>{t('act.previewTitle')}</Title>
        {'mergedId' in answer ? (
          <MergePreview before={before} answer={answer} />
        ) : (
          <StandingPreview from={on === undefined ? before.standing : null} to={answer.standing} />
        )}
      </Stack>
    </Paper>
  );
}

function StandingPreview({ from, to }: { from: ProjectStanding | null; to: ProjectStanding }) {
  const { t } = useTranslation('register');
  const standing = t(`standing.${to}`);
  return (
    <List size="sm">
      <List.Item>
        {from === null || from === to
          ? t('act.standingStays', { standing })
          : t('act.standingChanges', { from: t(`standing.${from}`), to: standing })}
      </List.Item>
    </List>
  );
}

function MergePreview({ before, answer }: { before: Project; answer: Exclude<Answered, Project> }) {
  const { t } = useTranslation('register');
  const fields = answer.leftBehind.map((field) => t(`fields.${field as ProjectField}`)).join(', ');
  const thisLeaves = answer.mergedId === before.id;
  return (
    <List size="sm">
      <List.Item>{t(thisLeaves ? 'act.thisLeaves' : 'act.thisStays', { name: before.name })}</List.Item>
      <List.Item>{t('act.moved', { count: answer.movedMatches })}</List.Item>
      <List.Item>{fields === '' ? t('act.nothingLost') : t('act.leftBehind', { fields })}</List.Item>
    </List>
  );
}
