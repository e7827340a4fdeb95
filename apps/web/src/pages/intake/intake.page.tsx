import { Alert, Anchor, Button, FileButton, Paper, Stack, Text } from '@mantine/core';
import { type DragEvent, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { Page } from '../../ui/page.js';
import { PdfFault } from '../../ui/pdf/pdf.types.js';
import { LoadingState } from '../../ui/states.js';
import { type LetterProposal, proposalOf } from './letter-proposal.js';
import { Waiting } from './waiting.js';
import { useOnce } from '../../api/use-once.js';

const IntakeDesk = lazy(async () => ({ default: (await import('./intake-desk.js')).IntakeDesk }));
/** An official letter says what it is on its first pages. */
const PAGES_READ = 3;

interface ReadLetter {
  file: File;
  proposal: LetterProposal;
  /** There is no text to read: the pages are pictures. */
  scanned: boolean;
}

async function readLetter(file: File): Promise<ReadLetter> {
  const { openPdf } = await import('../../ui/pdf/pdf-document.js');
  const pdf = await openPdf(file);
  try {
    const pages = Array.from({ length: Math.min(pdf.pages, PAGES_READ) }, (_, index) => index + 1);
    const lines = (await Promise.all(pages.map((page) => pdf.lines(page)))).flat();
    return { file, proposal: proposalOf(lines), scanned: lines.length === 0 };
  } finally {
    pdf.close();
  }
}

/** An official letter becomes a draft in a few steps: what it says of itself is proposed beside its pages. */
export function IntakePage() {
  const { t } = useTranslation(['clerk', 'app']);
  const reading = useOnce({ mutationFn: readLetter });
  if (!hasRole(usePerson(), 'clerk'))
    return (
      <Page title={t('app:forbidden.title')}>
        <Text>{t('app:forbidden.text')}</Text>
      </Page>
    );
  return (
    <Page wide title={t('intake.title')} lead={t('intake.lead')}>
      {reading.data === undefined ? (
        <Drop isReading={reading.isPending} error={reading.error} onFile={(file) => reading.mutate(file)} />
      ) : (
        <Suspense fallback={<LoadingState />}>
          <IntakeDesk {...reading.data} onOther={reading.reset} />
        </Suspense>
      )}
    </Page>
  );
}

interface DropProps {
  isReading: boolean;
  error: unknown;
  onFile: (file: File) => void;
}

/** Where the letter is dropped or chosen, and the other ways to begin. */
function Drop({ isReading, error, onFile }: DropProps) {
  const { t } = useTranslation(['clerk', 'pdf']);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <Stack gap="lg">
      {error !== null && (
        <Alert
          role="alert"
          variant="outline"
          color="red"
          title={t('intake.notTaken')}
          styles={{ title: { color: 'var(--mantine-color-text)' } }}
        >
          {t(`pdf:faults.${error instanceof PdfFault ? error.code : 'damaged'}`)}
        </Alert>
      )}
      <Paper withBorder p="xl" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <Stack align="center" gap="sm">
          <Text ta="center">{t('intake.drop')}</Text>
          <FileButton accept="application/pdf,.pdf" onChange={(file) => file && onFile(file)}>
            {(props) => (
              <Button {...props} loading={isReading}>
                {t('intake.choose')}
              </Button>
            )}
          </FileButton>
        </Stack>
      </Paper>
      <Anchor component={Link} href="/dossiers/new">
        {t('intake.withoutFile')}
      </Anchor>
      <Waiting />
    </Stack>
  );
}
