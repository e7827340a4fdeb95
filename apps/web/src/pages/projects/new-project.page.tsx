import { Button, Group, Stack, Text } from '@mantine/core';
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
import { ProblemAlert } from '../../ui/problem-alert.js';
import { LoadingState } from '../../ui/states.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { Admitted } from './admitted.js';
import { Back } from './back.js';
import { faultsByField } from './faults-by-field.js';
import { LooksLike } from './looks-like.js';
import { createProject } from './project-acts.js';
import { bodyOf, differing, EMPTY_DRAFT, gapsOf, type ProjectDraft } from './project-draft.js';
import { projectFieldId, ProjectForm } from './project-form.js';
import { keepsRegister } from './register-roles.js';
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
  const { value: draft, set: setDraft, forget } = useKeptEntry<ProjectDraft>('project.new', EMPTY_DRAFT);
  const [isKept, setKept] = useState(() => differing(EMPTY_DRAFT, draft).length > 0);
  const [showGaps, setShowGaps] = useState(false);
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
      forget();
      await queries.invalidateQueries({ queryKey: ['projects'] });
      go(`/projects/${id}`, { replace: true });
    },
  });
  const like = likeOf(creating.error);
  const submit = () => {
    const [gap] = Object.keys(gapsOf(draft));
    if (gap === undefined) return creating.mutate();
    setShowGaps(true);
    document.getElementById(projectFieldId(gap))?.focus();
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
        {isKept && (
          <Group gap="sm" role="status">
            <Text size="sm">{t('form.kept')}</Text>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                forget();
                setKept(false);
              }}
            >
              {t('form.dropKept')}
            </Button>
          </Group>
        )}
        {creating.isError && like.length === 0 && (
          <ProblemAlert
            error={creating.error}
            fieldId={(pointer) => projectFieldId(pointer.split('/').at(-1) ?? '')}
          />
        )}
        <ProjectForm
          draft={draft}
          onChange={setDraft}
          showGaps={showGaps}
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
