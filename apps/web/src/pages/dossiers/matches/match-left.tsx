import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../format/format.js';
import { type CandidateView, type FindingsView } from '../dossier.types.js';
import { nameOfPerson } from '../findings/judging.js';
import { dropReason, leftReason } from './left-reason.js';

interface Props {
  personId: string;
  dossierId: string;
  candidate: CandidateView;
  view: FindingsView;
  onDropped: () => void;
}
/** Somebody else was faster with a candidate: who and when, and what was being written, until its person lets it go. */
export function MatchLeft({ personId, dossierId, candidate, view, onDropped }: Props) {
  const { t } = useTranslation('review');
  const { decided } = candidate;
  if (decided === null) return null;
  const drop = () => {
    dropReason(sessionStorage, personId, dossierId, candidate);
    onDropped();
  };
  return (
    <Alert
      variant="outline"
      color="yellow"
      role="status"
      title={t('match.fasterTitle', {
        name: nameOfPerson(view, decided.decidedBy) ?? t('act.someone'),
        at: formatInstant(decided.decidedAt),
      })}
    >
      <Stack gap="xs">
        <Text size="sm">{t('match.yourWords')}</Text>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {leftReason(sessionStorage, personId, dossierId, candidate)}
        </Text>
        <div>
          <Button size="xs" variant="default" onClick={drop}>
            {t('match.drop')}
          </Button>
        </div>
      </Stack>
    </Alert>
  );
}
