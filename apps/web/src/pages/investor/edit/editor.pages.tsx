import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { openAreas } from '../../../i18n/language.js';
import { BackLink } from '../../../ui/back-link.js';
import { Page } from '../../../ui/page.js';
import { LoadingState } from '../../../ui/states.js';
import { Tag } from '../../../ui/status-tag.js';
import { checklistQuery } from '../draft/dossier.query.js';
import { AnswerLink } from '../answer/answer-link.js';
import { isAbstracting } from './authorship.js';
import { useSubmission } from './check.query.js';
import { ConflictPanel } from './conflict.panel.js';
import { CopiedNotice } from './copied-notice.js';
import { useEditing } from './draft.context.js';
import classes from './edit.module.css';
import { KeptOffer } from './kept-offer.js';
import { useNamedField } from './named-field.js';
import { SaveStatus } from './save-status.js';
import { SourcePanel } from './source-panel.js';
import { progressOf, type Task, tasksOf, taskState, type TaskState } from './tasks.js';

const LOADS = {
  project: async () => (await import('./project.form.js')).ProjectForm,
  particulars: async () => (await import('./particulars.form.js')).ParticularsForm,
  lines: async () => (await import('./lines.form.js')).LinesForm,
  machinery: async () => (await import('../machinery/machinery.form.js')).MachineryForm,
  documents: async () => (await import('../documents/documents.form.js')).DocumentsForm,
  evidence: async () => (await import('../documents/evidence.form.js')).EvidenceForm,
  check: async () => (await import('./check.form.js')).CheckForm,
} satisfies Record<Task, () => Promise<ComponentType>>;
const loadPreview = async () => (await import('../preview/preview.panel.js')).PreviewPanel;

const lazily = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));
const FORMS: Record<Task, ComponentType> = {
  project: lazily(LOADS.project),
  particulars: lazily(LOADS.particulars),
  lines: lazily(LOADS.lines),
  machinery: lazily(LOADS.machinery),
  documents: lazily(LOADS.documents),
  evidence: lazily(LOADS.evidence),
  check: lazily(LOADS.check),
};
const PreviewPanel = lazily(loadPreview);
const ReadDocument = lazily(async () => {
  const [part] = await Promise.all([import('./read-document.js'), openAreas('review', 'pdf')]);
  return part.ReadDocument;
});

/** Fetches every form once the first one stands: whoever loses the connection later can still go from task to task. */
function useAllForms(): void {
  useEffect(() => {
    void Promise.allSettled([...Object.values(LOADS), loadPreview].map((load) => load()));
  }, []);
}
/** Tasks in which a copy has taken something over. */
const COPIED: readonly Task[] = ['lines', 'machinery', 'check'];
/** Tasks whose values are read from a page of a paper. */
const SOURCED: readonly Task[] = ['project', 'lines', 'machinery'];
const SCREENED: readonly Task[] = ['project', 'lines', 'machinery', 'evidence'];

/** The list of tasks, or the one task that the address names. */
export function EditorPages() {
  useAllForms();
  const [search] = useSearchParams();
  const { dossier } = useEditing();
  const task = tasksOf(dossier).find((one) => one === search.get('task'));
  const row = search.get('row') ?? '';
  return task === undefined ? <TaskList /> : <TaskPage key={`${task} ${row}`} task={task} />;
}

function TaskPage({ task }: { task: Task }) {
  const { t } = useTranslation('investor');
  const Form = FORMS[task];
  const { dossier, reading } = useEditing();
  const tasks = tasksOf(dossier);
  const next = tasks[tasks.indexOf(task) + 1];
  useNamedField();
  const beside = SCREENED.includes(task);
  const sourced = reading !== null && SOURCED.includes(task);
  return (
    <Page
      title={t(`tasks.${task}`)}
      lead={t(`leads.${task}`)}
      above={<BackLink to="?" name={t('edit.back')} />}
      wide
    >
      <SaveStatus />
      <KeptOffer />
      <ConflictPanel />
      {COPIED.includes(task) && <CopiedNotice />}
      <div
        className={classes.columns}
        data-beside={beside ? (task === 'machinery' ? 'wide' : 'narrow') : undefined}
      >
        <Stack gap="lg">
          {sourced && <SourcePanel reading={reading} />}
          {task === 'machinery' && (
            <Anchor href="#preview" size="sm" className={classes.toPreview}>
              {t('edit.toPreview')}
            </Anchor>
          )}
          <fieldset className={classes.form} disabled={sourced && reading.source === null}>
            <Suspense fallback={<LoadingState />}>
              <Form />
            </Suspense>
          </fieldset>
          {next && (
            <Group>
              <Button component={Link} href={`?task=${next}`} variant="default">
                {t('edit.next', { task: t(`tasks.${next}`) })}
              </Button>
            </Group>
          )}
        </Stack>
        {beside && (
          <Stack gap="lg">
            {sourced && (
              <Suspense fallback={null}>
                <ReadDocument />
              </Suspense>
            )}
            <Suspense fallback={null}>
              <PreviewPanel />
            </Suspense>
          </Stack>
        )}
      </div>
    </Page>
  );
}

const TONES = {
  not_started: 'grey',
  in_progress: 'blue',
  complete: 'green',
  action_required: 'red',
  optional: 'grey',
  cannot_start: 'grey',
} as const satisfies Record<TaskState, string>;

function TaskList() {
  const { t } = useTranslation(['investor', 'words']);
  const { dossier, state, faults } = useEditing();
  const checklist = useQuery(checklistQuery(dossier.id, state.revision)).data;
  const { permitted, formal } = useSubmission(dossier, state.revision);
  const facts = {
    draft: state.draft,
    faults,
    formal,
    maySubmit: permitted,
    authority: dossier.projectAuthority !== null,
    ...(checklist ? { checklist } : {}),
  };
  const states = tasksOf(dossier).map((task) => ({ task, is: taskState(task, facts) }));
  const { done, all } = progressOf(states);
  const name = state.draft.project['name'];
  return (
    <Page
      title={typeof name === 'string' && name.trim() !== '' ? name : t('edit.untitled')}
      lead={t(`words:procedure.${dossier.procedureId}`)}
    >
      <SaveStatus />
      <KeptOffer />
      <ConflictPanel />
      <CopiedNotice />
      {isAbstracting(dossier) ? (
        <Anchor component={Link} href={`/dossiers/${dossier.id}/facts`}>
          {t('edit.toFacts')}
        </Anchor>
      ) : (
        dossier.status !== 'draft' && <AnswerLink dossierId={dossier.id} />
      )}
      <Text>{t('edit.done', { done, all })}</Text>
      <ol className={classes.tasks}>
        {states.map(({ task, is }) => (
          <li key={task} className={classes.task}>
            <Anchor component={Link} href={`?task=${task}`} fw={600}>
              {t(`tasks.${task}`)}
            </Anchor>
            <Tag tone={TONES[is]}>{t(`states.${is}`)}</Tag>
          </li>
        ))}
      </ol>
      <Text size="sm" c="dimmed">
        {t('edit.autosave')}
      </Text>
    </Page>
  );
}
