import { Button, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useActKey } from '../../api/use-act-key.js';
import { useOnce } from '../../api/use-once.js';
import { lazily } from '../../ui/lazily.js';
import { problemOfError } from '../../api/problem.js';
import { type Schema } from '../../api/schema-names.js';
import { Page } from '../../ui/page.js';
import { FaultSummary } from '../../ui/fault-summary.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { LoadingState } from '../../ui/states.js';
import { KeptNote } from '../../ui/kept-note.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { Admitted } from './admitted.js';
import { Back } from './back.js';
import { faultsByField } from './faults-by-field.js';
import { LooksLike } from './looks-like.js';
import { createProject } from './project-acts.js';
import { bodyOf, EMPTY_DRAFT, gapsOf, type ProjectDraft, type ProjectField } from './project-draft.js';
import { ProjectForm } from './project-form.js';
import { keepsRegister } from './register-roles.js';
import { useProjectFields } from './use-project-fields.js';
import { type Duplicate } from './projects.query.js';

const FromDossier = lazily(async () => (await import('./from-dossier.js')).FromDossier);

/** One project into the register; one that looks like another is entered after somebody compared the two. */
export function NewProjectPage() {
  const { t } = useTranslation('register');
  return (
    <Admitted to={keepsRegister}>
      <Page title={t('form.newTitle')} lead={t('form.newLead')} above={<Back />}>
        <NewProject />
        <Suspense fallback={<LoadingState rows={2} />}>
          <FromDossier />
        </Suspense>
      </Page>
    </Admitted>
  );
}

const likeOf = (error: unknown): Duplicate[] =>
  error === null ? [] : ((problemOfError(error) as { candidates?: Duplicate[] }).candidates ?? []);

function NewProject() {
  const { t } = useTranslation('register');
  const entry = useKeptEntry<ProjectDraft>('project.new', EMPTY_DRAFT);
  const draft = entry.value;
  const [tries, setTries] = useState(0);
  const fields = useProjectFields();
  const [isAnother, setAnother] = useState(false);
  const key = useActKey();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const creating = useOnce({
    mutationFn: () => {
      const body = { ...(bodyOf(draft) as Schema<'NewProjectDto'>), ...(isAnother && { isAnother }) };
      return createProject(body, key.of(body));
    },
    onSuccess: async ({ id }) => {
      entry.forget();
      await queries.invalidateQueries({ queryKey: ['projects'] });
      go(`/projects/${id}`, { replace: true });
    },
  });
  const like = likeOf(creating.error);
  const gaps = Object.keys(gapsOf(draft)) as ProjectField[];
  const submit = () => {
    if (gaps.length === 0) return creating.mutate();
    setTries(tries + 1);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!creating.isPending) submit();
      }}
    >
      <Stack gap="lg">
        <KeptNote entry={entry} />
        {creating.isError && like.length === 0 && (
          <SubmitProblem error={creating.error} fieldOf={fields.fieldOf} />
        )}
        {tries > 0 && <FaultSummary tries={tries} faults={gaps.map(fields.named)} />}
        <ProjectForm
          draft={draft}
          onChange={entry.set}
          showGaps={tries > 0}
          faults={faultsByField(creating.error)}
        />
        {like.length > 0 && <LooksLike like={like} isAnother={isAnother} onAnother={setAnother} />}
        <Group>
          <Button type="submit" loading={creating.isPending} disabled={like.length > 0 && !isAnother}>
            {t('form.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
