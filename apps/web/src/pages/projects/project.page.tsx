import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { lazily } from '../../ui/lazily.js';
import { usePerson } from '../../session/session.provider.js';
import { Page } from '../../ui/page.js';
import { Answer } from '../../ui/states.js';
import { Notice } from '../../ui/notice.js';
import { type ActOnProject } from './act-dialog.js';
import { Admitted } from './admitted.js';
import { Back } from './back.js';
import { DecisionSection } from './decision.section.js';
import { DuplicatesSection } from './duplicates.section.js';
import { ExemptionSection } from './exemption.section.js';
import { FactsSection } from './facts.section.js';
import { HistorySection } from './history.section.js';
import { MatchesSection } from './matches.section.js';
import { unmerge } from './project-acts.js';
import { type Project, projectQuery } from './projects.query.js';
import { keepsRegister, readsRegister } from './register-roles.js';
import { StandingSection } from './standing.section.js';
import { useReasonField } from './use-reason-field.js';

const ActDialog = lazily(async () => (await import('./act-dialog.js')).ActDialog);

/** One project: where it stands and why, its dossiers, what was decided, and what happened to its entry. */
export function ProjectPage() {
  const { id = '' } = useParams();
  return (
    <Admitted to={readsRegister}>
      <ProjectById id={id} />
    </Admitted>
  );
}

function ProjectById({ id }: { id: string }) {
  const { t } = useTranslation('register');
  const query = useQuery(projectQuery(id));
  if (query.data) return <OneProject project={query.data} />;
  return (
    <Page title={t('project.one')} above={<Back />}>
      <Answer query={query}>{() => null}</Answer>
    </Page>
  );
}

function OneProject({ project }: { project: Project }) {
  const [asked, setAsked] = useState<ActOnProject | null>(null);
  const keeps = keepsRegister(usePerson()) && project.mergedInto === null;
  const props = { project, keeps, onAct: setAsked };
  return (
    <Page
      title={project.name}
      lead={[project.investorName, project.investorTaxCode].filter(Boolean).join(' · ')}
      above={<Back />}
      actions={keeps && <EditLink id={project.id} />}
    >
      {project.mergedInto !== null && <Merged project={project} onAct={setAsked} />}
      <StandingSection project={project} />
      <FactsSection project={project} />
      <MatchesSection {...props} />
      <DecisionSection {...props} />
      <ExemptionSection {...props} />
      {project.mergedInto === null && <DuplicatesSection {...props} />}
      <HistorySection project={project} />
      {asked !== null && (
        <Suspense fallback={null}>
          <ActDialog project={project} asked={asked} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </Page>
  );
}

function EditLink({ id }: { id: string }) {
  const { t } = useTranslation('register');
  return (
    <Button
      component={Link}
      href={`/projects/${id}/edit`}
      variant="default"
      leftSection={<IconPencil size={16} aria-hidden />}
    >
      {t('project.edit')}
    </Button>
  );
}

/** A project that was merged: where its dossiers are now, and the way back. */
function Merged({ project, onAct }: { project: Project; onAct: (act: ActOnProject) => void }) {
  const { t } = useTranslation('register');
  const reason = useReasonField();
  const keeps = keepsRegister(usePerson());
  return (
    <Notice tone="amber" title={t('project.mergedTitle')}>
      <Stack gap="xs">
        <Text size="sm">{t('project.mergedText')}</Text>
        <Anchor component={Link} href={`/projects/${project.mergedInto ?? ''}`}>
          {t('project.openKept')}
        </Anchor>
        {keeps && (
          <div>
            <Button
              size="xs"
              variant="default"
              onClick={() => onAct({ title: t('duplicate.unmerge'), fields: [reason], act: unmerge })}
            >
              {t('duplicate.unmerge')}
            </Button>
          </div>
        )}
      </Stack>
    </Notice>
  );
}
