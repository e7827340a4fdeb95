import { Alert, Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatInstant } from '../../format/format.js';
import { PdfFault } from '../../ui/pdf/pdf.types.js';
import { FileButton } from '../../ui/file-button.js';
import { type KeptIntake } from './kept-intake.js';
import { Waiting } from './waiting.js';

const ACCEPTED = 'application/pdf,.pdf,.xlsx,.csv,.tsv,.txt';
interface Props {
  kept: KeptIntake | null;
  /** The draft of an intake that was put aside: it is there, and nobody else finds it here. */
  left: string | null;
  /** A list of machines that came before its letter. */
  table: File | null;
  /** What was dropped and has no place here. */
  others: readonly File[];
  /** Why files were not taken that are larger than the API takes. */
  tooLarge: readonly string[];
  isReading: boolean;
  error: unknown;
  onFiles: (files: readonly File[]) => void;
  onResume: () => void;
  onDiscard: () => void;
}

/** Where the letter and its list of machines are dropped or chosen, what was left unfinished, and the other ways to begin. */
export function Drop({ kept, left, table, others, tooLarge, isReading, error, ...on }: Props) {
  const { t } = useTranslation(['clerk', 'pdf', 'investor']);
  const { onFiles, onResume, onDiscard } = on;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    onFiles([...event.dataTransfer.files]);
  };
  const choose = (files: File[]) => {
    if (files.length > 0) onFiles(files);
  };
  return (
    <Stack gap="lg">
      {kept !== null && <Kept kept={kept} isReading={isReading} onResume={onResume} onDiscard={onDiscard} />}
      {left !== null && <DraftLeft id={left} />}
      {error !== null && (
        <Alert role="alert" variant="outline" color="red" title={t('intake.notTaken')}>
          {t(`pdf:faults.${error instanceof PdfFault ? error.code : 'damaged'}`)}
        </Alert>
      )}
      {tooLarge.length > 0 && (
        <Alert role="alert" variant="outline" color="red" title={t('investor:documents.notTaken')}>
          {tooLarge.map((refusal) => (
            <Text key={refusal} size="sm" style={{ overflowWrap: 'anywhere' }}>
              {refusal}
            </Text>
          ))}
        </Alert>
      )}
      <Paper withBorder p="xl" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <Stack align="center" gap="sm">
          <Text ta="center">{t('intake.drop')}</Text>
          <FileButton multiple accept={ACCEPTED} onChange={choose}>
            {(props) => (
              <Button {...props} loading={isReading}>
                {t('intake.choose')}
              </Button>
            )}
          </FileButton>
          {table !== null && (
            <Text size="sm" role="status" style={{ overflowWrap: 'anywhere' }}>
              {t('intake.listWaits', { name: table.name })}
            </Text>
          )}
          {others.length > 0 && (
            <Text size="sm" role="status" style={{ overflowWrap: 'anywhere' }}>
              {t('intake.othersLater', { names: others.map(({ name }) => name).join(', ') })}
            </Text>
          )}
        </Stack>
      </Paper>
      <Anchor component={Link} href="/dossiers/new">
        {t('intake.withoutFile')}
      </Anchor>
      <Waiting />
    </Stack>
  );
}

/** What was put aside is gone from this device; its draft is not. */
function DraftLeft({ id }: { id: string }) {
  const { t } = useTranslation('clerk');
  return (
    <Alert variant="outline" color="yellow" role="status" title={t('intake.kept.draftLeft')}>
      <Text size="sm">{t('intake.kept.draftLeftText')}</Text>
      <Anchor component={Link} href={`/intake?dossier=${id}`} size="sm">
        {t('intake.kept.toDraft')}
      </Anchor>
    </Alert>
  );
}

interface KeptProps {
  kept: KeptIntake;
  isReading: boolean;
  onResume: () => void;
  onDiscard: () => void;
}
/** An intake that was not confirmed when its page went away. */
function Kept({ kept, isReading, onResume, onDiscard }: KeptProps) {
  const { t } = useTranslation('clerk');
  const { letterName, tableName, typed, at, progress } = kept;
  const isLost = letterName === '';
  return (
    <Alert variant="outline" color="yellow" title={t('intake.kept.title')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {[typed.number, typed.projectName, letterName, tableName].filter(Boolean).join(' · ')}
          {` · ${formatInstant(new Date(at).toISOString())}`}
        </Text>
        <Text size="sm">{t(isLost ? 'intake.kept.lost' : 'intake.kept.text')}</Text>
        {progress.dossierId !== null && <Text size="sm">{t('intake.kept.hasDraft')}</Text>}
        <Group gap="xs">
          {!isLost && (
            <Button size="xs" loading={isReading} onClick={onResume}>
              {t('intake.kept.resume')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={onDiscard}>
            {t('intake.kept.discard')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
