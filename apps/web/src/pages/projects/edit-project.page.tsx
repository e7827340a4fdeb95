import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import { useOnce } from '../../api/use-once.js';
import { lazily } from '../../ui/lazily.js';
import { answer, api, newActKey } from '../../api/client.js';
import { problemOfError } from '../../api/problem.js';
import { type Schema } from '../../api/schema-names.js';
import { Page } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Answer, LoadingState } from '../../ui/states.js';
import { Admitted } from './admitted.js';
import { Back } from './back.js';
import { faultsByField } from './faults-by-field.js';
import { changeProject } from './project-acts.js';
import { changesOf, differing, draftOf, gapsOf, mergedDraft, type ProjectField } from './project-draft.js';
import { projectFieldId, ProjectForm } from './project-form.js';
import { type Project, projectQuery } from './projects.query.js';
import { keepsRegister } from './register-roles.js';

const EditConflict = lazily(async () => (await import('./edit-conflict.js')).EditConflict);
const STALE = 412;

/** What is known of a project, to correct. */
export function EditProjectPage() {
  const { t } = useTranslation('register');
  const { id = '' } = useParams();
  const project = useQuery(projectQuery(id));
  return (
    <Admitted to={keepsRegister}>
      <Page title={t('form.editTitle')} above={<Back to={`/projects/${id}`} name={project.data?.name} />}>
        <Answer query={project}>{(read) => <EditProject read={read} />}</Answer>
      </Page>
    </Admitted>
  );
}

const latest = (id: string) => answer(api.GET('/api/v1/projects/{id}', { params: { path: { id } } }));

/** Edits the version that was read first; what others do meanwhile shows when it is saved, and nothing is overwritten. */
function useEditing(read: Project) {
  const [base, setBase] = useState(read);
  const [draft, setDraft] = useState(() => draftOf(read));
  const [theirs, setTheirs] = useState<Project | null>(null);
  const queries = useQueryClient();
  const [, go] = useLocation();
  const { t } = useTranslation('register');
  const saving = useOnce({
    mutationFn: () => {
      const changes = changesOf(draftOf(base), draft) as Schema<'ChangeProjectDto'>;
      return changeProject(base.id, base.revision, changes, newActKey());
    },
    onSuccess: async () => {
      await Promise.all(
        ['project', 'projects'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
      );
      notifications.show({ color: 'green', message: t('form.saved') });
      go(`/projects/${base.id}`);
    },
    onError: async (error) => {
      if (problemOfError(error).status === STALE) setTheirs(await latest(base.id));
    },
  });
  /** Goes on from what stands there now, with what was changed here but for the fields that were given up. */
  const settle = (current: Project, givenUp: ProjectField[]) => {
    setDraft(mergedDraft(draftOf(base), draft, draftOf(current), givenUp));
    setBase(current);
    setTheirs(null);
    saving.reset();
  };
  return { base, draft, setDraft, theirs, saving, settle };
}

function EditProject({ read }: { read: Project }) {
  const { t } = useTranslation('register');
  const { base, draft, setDraft, theirs, saving, settle } = useEditing(read);
  const [showGaps, setShowGaps] = useState(false);
  const unchanged = differing(draftOf(base), draft).length === 0;
  const submit = () => {
    const [gap] = Object.keys(gapsOf(draft));
    if (gap === undefined) return saving.mutate();
    setShowGaps(true);
    document.getElementById(projectFieldId(gap))?.focus();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving.isPending && !unchanged && theirs === null) submit();
      }}
    >
      <Stack gap="lg">
        {saving.isError && theirs === null && (
          <ProblemAlert
            error={saving.error}
            fieldId={(pointer) => projectFieldId(pointer.split('/').at(-1) ?? '')}
          />
        )}
        {theirs !== null && (
          <Suspense fallback={<LoadingState rows={2} />}>
            {' '}
            <EditConflict
              base={draftOf(base)}
              mine={draft}
              theirs={draftOf(theirs)}
              onSettle={(givenUp) => settle(theirs, givenUp)}
            />
          </Suspense>
        )}
        <ProjectForm
          draft={draft}
          onChange={setDraft}
          showGaps={showGaps}
          faults={faultsByField(saving.error)}
        />
        <Group>
          <Button type="submit" loading={saving.isPending} disabled={unchanged || theirs !== null}>
            {unchanged ? t('form.nothing') : t('form.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
