import { Button, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOnce } from '../../api/use-once.js';
import { formatDate } from '../../format/format.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Tag } from '../../ui/status-tag.js';
import { Basis } from '../../ui/basis.js';
import { Card } from '../../ui/card.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { saveFile } from '../../api/saved-file.js';
import { ConsultationActs } from './consultation-acts.js';
import { ConsultationTag } from './consultation-tag.js';
import { type Consultation } from './consultation.types.js';

interface Props {
  dossier: DossierView;
  consultation: Consultation;
  /** The reader asks, reminds and takes back. */
  asks: boolean;
}

/** One question to one organisation: what, until when, how often reminded, and what came back. */
export function ConsultationCard({ dossier, consultation, asks }: Props) {
  const { t } = useTranslation('council');
  const { organisationName, kind, question, legalBasis, position, answer, closingVerification } =
    consultation;
  return (
    <Card>
      <Group gap="xs">
        <Title order={3}>{organisationName}</Title>
        <Text size="sm" c="dimmed">
          {t(`consult.kinds.${kind}`)}
        </Text>
        <ConsultationTag consultation={consultation} />
      </Group>
      <Standing consultation={consultation} />
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{question}</Text>
      <Basis basis={legalBasis} />
      {position !== null && (
        <div>
          <Tag tone={position === 'disagrees' ? 'red' : 'blue'}>{t(`consult.position.${position}`)}</Tag>
          <Text mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {answer}
          </Text>
        </div>
      )}
      {closingVerification !== null && <Basis basis="" verification="inference" />}
      <Papers dossier={dossier} consultation={consultation} />
      <ConsultationActs dossier={dossier} consultation={consultation} asks={asks} />
    </Card>
  );
}

/** When it was sent, when it is due, since when there is silence, in one line. */
function Standing({ consultation }: { consultation: Consultation }) {
  const { t } = useTranslation('council');
  const { state, sentOn, dueOn, overdue, reminders, lastRemindedOn } = consultation;
  const isOpen = state === 'open';
  const parts = [
    isOpen && sentOn !== null && t('consult.line.waiting', { on: formatDate(sentOn) }),
    isOpen && dueOn !== null && t('consult.line.due', { on: formatDate(dueOn) }),
    isOpen && overdue && t('consult.line.silentSince', { on: formatDate(dueOn) }),
    isOpen &&
      reminders > 0 &&
      t('consult.line.reminded', { count: reminders, on: formatDate(lastRemindedOn) }),
    consultation.answeredOn !== null &&
      t('consult.line.answered', { on: formatDate(consultation.answeredOn) }),
    consultation.onPaper && t('consult.line.paper'),
    consultation.closedOn !== null &&
      t('consult.line.closed', {
        on: formatDate(consultation.closedOn),
        reason: consultation.closeReason ?? '',
      }),
    consultation.askedByName !== null && t('consult.line.by', { name: consultation.askedByName }),
  ];
  return (
    <Text size="sm" c="dimmed">
      {parts.filter(Boolean).join(' · ')}
    </Text>
  );
}

function Papers({ dossier, consultation }: Omit<Props, 'asks'>) {
  const { t } = useTranslation('council');
  const { letterId, documentId, sentOn } = consultation;
  const saving = useOnce({
    mutationFn: ({ path, name }: { path: string; name: string }) => saveFile(path, name),
  });
  return (
    <>
      {saving.isError && <ProblemAlert error={saving.error} />}
      <Group gap="xs">
        {sentOn !== null && (
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              saving.mutate({
                path: `/api/v1/dossiers/${dossier.id}/letters/${letterId}/content`,
                name: `${t('consult.letter')}.pdf`,
              })
            }
          >
            {t('consult.letter')}
          </Button>
        )}
        {documentId !== null && (
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              saving.mutate({
                path: `/api/v1/documents/${documentId}/content`,
                name: `${t('consult.answerFile')}.pdf`,
              })
            }
          >
            {t('consult.answerFile')}
          </Button>
        )}
      </Group>
    </>
  );
}
