import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EvidenceFacts } from '#contracts';
import { formatDate } from '../../../format/format.js';
import { usePerson } from '../../../session/session.provider.js';
import { Tag } from '../../../ui/status-tag.js';
import { ActForm } from '../commands/act-form.js';
import { acts } from '../commands/acts.query.js';
import { type DossierView } from '../dossier.types.js';
import { mayAcceptEvidence } from './judging.js';
import { useTriedAct } from '../commands/use-act.js';
import { ShownDocument } from '../viewer/shown-document.js';
import { type FactTexts } from './fact-values.js';
import { pathWords } from './fact-words.js';

/** Papers that prove something, each with what it proves, its document, and whether it was accepted. */
export function EvidenceList({ papers, dossier }: { papers: EvidenceFacts[]; dossier: DossierView }) {
  const { t } = useTranslation('review');
  if (papers.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('paper.none')}
      </Text>
    );
  return papers.map((paper, index) => <Paper key={paper.id ?? index} paper={paper} dossier={dossier} />);
}

/** The kind of a paper in words; the law knows one, and people write others. */
export function paperKind(kind: string, t: FactTexts): string {
  if (kind === 'inspection_certificate') return t('review:paper.kind.inspection_certificate');
  return kind === 'other' ? t('review:paper.kind.other') : kind;
}

function Paper({ paper, dossier }: { paper: EvidenceFacts; dossier: DossierView }) {
  const { t } = useTranslation(['dossier', 'review', 'desk']);
  const [seen, setSeen] = useState(false);
  const { kind, number, body, issuedOn, page, covers, acceptedOn, documentId } = paper;
  const proves = covers.map((path) => pathWords(path, dossier.facts, t)).join('; ');
  const where = page === undefined ? '' : t('review:paper.page', { page });
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text size="sm">
          {[paperKind(kind, t), number, body, formatDate(issuedOn), where].filter(Boolean).join(' · ')}
        </Text>
        <Tag tone={acceptedOn ? 'green' : 'amber'}>
          {acceptedOn
            ? t('review:paper.accepted', { on: formatDate(acceptedOn) })
            : t('review:paper.notAccepted')}
        </Tag>
      </Group>
      <Text size="sm" c="dimmed">
        {t('review:paper.proves', { what: proves })}
      </Text>
      {documentId !== undefined && (
        <div className="tg-no-print">
          <Anchor
            component="button"
            type="button"
            size="sm"
            aria-expanded={seen}
            onClick={() => setSeen(!seen)}
          >
            {t(seen ? 'review:viewer.hide' : 'review:paper.open')}
          </Anchor>
        </div>
      )}
      {seen && documentId !== undefined && (
        <ShownDocument dossierId={dossier.id} documentId={documentId} page={page} />
      )}
      <Acceptance paper={paper} dossier={dossier} />
    </Stack>
  );
}

function Acceptance({ paper, dossier }: { paper: EvidenceFacts; dossier: DossierView }) {
  const { t } = useTranslation('review');
  const person = usePerson();
  const act = useTriedAct(dossier.id, (id: string, call) => acts.acceptEvidence(dossier.id, id, call));
  const { id, documentId, acceptedBy } = paper;
  if (id === undefined || documentId === undefined || acceptedBy !== undefined) return null;
  if (!mayAcceptEvidence(person, dossier)) return null;
  return (
    <ActForm
      act={act}
      content={id}
      name={t('paper.accept')}
      saying={({ acceptedOn, factsVersion }) =>
        t('paper.acceptSaying', { on: formatDate(acceptedOn), version: factsVersion })
      }
    />
  );
}
