import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Answer, LoadingState } from '../../ui/states.js';
import { dossierKey, dossierQuery } from '../dossiers/dossier.query.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { checklistQuery } from '../investor/draft/dossier.query.js';
import { documentsQuery } from '../investor/documents/documents.query.js';
import { Notice } from '../../ui/notice.js';
import { PaperItems } from './paper-items.js';
import { Receiving } from './receiving.js';
import { useSavedPapers } from './use-saved-papers.js';

/** The second half of an intake: the papers that came with the letter, and the receipt. */
export function PaperDesk({ id }: { id: string }) {
  const query = useQuery(dossierQuery(id));
  return <Answer query={query}>{(dossier) => <Draft key={dossier.id} dossier={dossier} />}</Answer>;
}

function Draft({ dossier }: { dossier: DossierView }) {
  const { id, facts, revision } = dossier;
  const queries = useQueryClient();
  const checklist = useQuery(checklistQuery(id, revision));
  const files = useQuery(documentsQuery(id));
  const saved = useSavedPapers(id, { papers: facts.papers ?? [], revision }, () => {
    void queries.invalidateQueries({ queryKey: dossierKey(id) });
  });
  const { required = [], asked = [] } = checklist.data ?? {};
  const has = (code: string) => saved.papers.some(({ item }) => item === code);
  const missing = required.filter(({ code }) => !has(code)).map(({ code }) => code);
  if (checklist.isError)
    return <ProblemAlert error={checklist.error} onRetry={() => void checklist.refetch()} />;
  if (checklist.data === undefined || files.data === undefined) return <LoadingState />;
  const isDraft = dossier.status === 'draft';
  return (
    <Stack gap="lg">
      <Facts dossier={dossier} />
      {isDraft && <PaperItems {...{ id, required, asked, saved }} files={files.data.items} />}
      <Receiving
        dossier={{ ...dossier, revision: Math.max(revision, saved.revision) }}
        missing={missing}
        isSaved={!saved.isSaving && saved.error === null}
        papers={JSON.stringify(saved.papers)}
      />
    </Stack>
  );
}

/** What the dossier holds so far, and the way to its editor. */
function Facts({ dossier: { id, status, projectName, incomingNumber, facts } }: { dossier: DossierView }) {
  const { t } = useTranslation(['clerk', 'words']);
  const [lines, machines] = [facts.lines?.length ?? 0, facts.equipment?.length ?? 0];
  const isEmpty = lines + machines === 0;
  return (
    <Stack gap="xs">
      <Text fw={600}>{[projectName, incomingNumber].filter(Boolean).join(' · ')}</Text>
      <Text size="sm">
        {t('intake.papers.holds', { machines: t('intake.papers.machines', { count: machines }), lines })}
      </Text>
      {status === 'draft' && isEmpty && (
        <Notice tone="amber" title={t('intake.papers.noTechnology')}>
          {t('intake.papers.noTechnologyText')}
        </Notice>
      )}
      {status === 'draft' && (
        <Anchor component={Link} href={`/dossiers/${id}/edit`} size="sm">
          {t('intake.toDraft')}
        </Anchor>
      )}
    </Stack>
  );
}
