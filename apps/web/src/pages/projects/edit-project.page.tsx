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
import { FaultSummary } from '../../ui/fault-summary.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { Answer, LoadingState } from '../../ui/states.js';
import { KeptNote } from '../../ui/kept-note.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { Admitted } from './admitted.js';
import { Back } from './back.js';
import { faultsByField } from './faults-by-field.js';
import { changeProject } from './project-acts.js';
import {
  changesOf,
  differing,
  draftOf,
  gapsOf,
  mergedDraft,
  type ProjectDraft,
  type ProjectField,
} from './project-draft.js';
import { ProjectForm } from './project-form.js';
import { type Project, projectQuery } from './projects.query.js';
import { keepsRegister } from './register-roles.js';
import { useProjectFields } from './use-project-fields.js';

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

/**
 * Edits the version that was read first, over other pages and the way back; what others do meanwhile shows at the latest when
 * it is saved, and nothing is overwritten.
 */
function useEditing(read: Project) {
  const entry = useKeptEntry(`project.edit.${read.id}`, { base: read, draft: draftOf(read) });
  const { base, draft } = entry.value;
  const [theirs, setTheirs] = useState(() => (base.revision < read.revision ? read : null));
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
      entry.forget();
      notifications.show({ color: 'green', message: t('form.saved') });
      go(`/projects/${base.id}`);
    },
    onError: async (error) => {
      if (problemOfError(error).status === STALE) setTheirs(await latest(base.id));
    },
  });
  /** Goes on from what stands there now, with what was changed here but for the fields that were given up. */
  const settle = (current: Project, givenUp: ProjectField[]) => {
    entry.set({ base: current, draft: mergedDraft(draftOf(base), draft, draftOf(current), givenUp) });
    setTheirs(null);
    saving.reset();
  };
  const setDraft = (next: ProjectDraft) =>
    theirs === null && JSON.stringify(next) === JSON.stringify(draftOf(base))
      ? entry.forget()
      : entry.set({ base, draft: next });
  const forget = () => {
    entry.forget();
    setTheirs(null);
    saving.reset();
  };
  return { base, draft, setDraft, theirs, saving, settle, kept: { isRestored: entry.isRestored, forget } };
}

function EditProject({ read }: { read: Project }) {
  const { t } = useTranslation('register');
  const { base, draft, setDraft, theirs, saving, settle, kept } = useEditing(read);
  const [tries, setTries] = useState(0);
  const fields = useProjectFields();
  const unchanged = differing(draftOf(base), draft).length === 0;
  const gaps = Object.keys(gapsOf(draft)) as ProjectField[];
  const submit = () => {
    if (gaps.length === 0) return saving.mutate();
    setTries(tries + 1);
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
        <KeptNote entry={kept} />
        {saving.isError && theirs === null && <SubmitProblem error={saving.error} fieldOf={fields.fieldOf} />}
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
        {tries > 0 && <FaultSummary tries={tries} faults={gaps.map(fields.named)} />}
        <ProjectForm
          draft={draft}
          onChange={setDraft}
          showGaps={tries > 0}
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
