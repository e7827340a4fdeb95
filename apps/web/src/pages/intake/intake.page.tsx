import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { useOnce } from '../../api/use-once.js';
import { hasRole, usePerson } from '../../session/session.provider.js';
import { BackLink } from '../../ui/back-link.js';
import { ForbiddenPage } from '../../ui/forbidden.js';
import { Page } from '../../ui/page.js';
import { LoadingState } from '../../ui/states.js';
import { Drop } from './drop.js';
import { sortedFiles } from './dropped-files.js';
import { forgetIntake, keptIntake, type KeptIntake } from './kept-intake.js';
import { keptFiles } from './kept-files.js';
import { proposalOf } from './letter-proposal.js';
import { useTooLarge } from './use-too-large.js';
import { type Begun } from './use-intake.js';

const IntakeDesk = lazy(async () => ({ default: (await import('./intake-desk.js')).IntakeDesk }));
const PaperDesk = lazy(async () => ({ default: (await import('./paper-desk.js')).PaperDesk }));
/** An official letter says what it is on its first pages. */
const PAGES_READ = 3;

async function readLetter(file: File): Promise<Begun['letter']> {
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

/** An official letter becomes a dossier in a few steps: what it says of itself is proposed beside its pages, then its papers. */
export function IntakePage() {
  const { t } = useTranslation(['clerk', 'app']);
  const [search] = useSearchParams();
  const dossierId = search.get('dossier');
  if (!hasRole(usePerson(), 'clerk')) return <ForbiddenPage title={t('intake.title')} />;
  if (dossierId === null) return <NewIntake />;
  return (
    <Page
      key={dossierId}
      title={t('intake.papers.title')}
      lead={t('intake.papers.lead')}
      above={<BackLink to="/intake" name={t('intake.papers.back')} />}
    >
      <Suspense fallback={<LoadingState />}>
        <PaperDesk id={dossierId} />
      </Suspense>
    </Page>
  );
}

interface Reading {
  letter: File;
  table: File | null;
  kept: KeptIntake | null;
}

function NewIntake() {
  const { t } = useTranslation('clerk');
  const { id: personId } = usePerson();
  const [kept, setKept] = useState(() => keptIntake(personId));
  const [table, setTable] = useState<File | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  const [others, setOthers] = useState<File[]>([]);
  const [tooLarge, setTooLarge] = useState<string[]>([]);
  const refusalOf = useTooLarge();
  const reading = useOnce({
    mutationFn: async ({ letter, ...rest }: Reading): Promise<Begun> => ({
      ...rest,
      letter: await readLetter(letter),
    }),
  });
  const take = (files: readonly File[]) => {
    const refusals = files.map(refusalOf);
    setTooLarge(refusals.filter((refusal) => refusal !== null));
    const dropped = sortedFiles(files.filter((_, index) => refusals[index] === null));
    const list = dropped.table ?? table;
    setTable(list);
    setOthers(dropped.others);
    if (dropped.letter) reading.mutate({ letter: dropped.letter, table: list, kept: null });
  };
  const resume = async () => {
    const files = await keptFiles(personId);
    if (files.letter === null) setKept((before) => before && { ...before, letterName: '' });
    else reading.mutate({ letter: files.letter, table: files.table, kept });
  };
  const discard = () => {
    setLeft(kept?.progress.dossierId ?? null);
    setKept(null);
    void forgetIntake(personId);
  };
  const anew = (draft: string | null) => {
    setLeft(draft);
    setKept(null);
    setTable(null);
    reading.reset();
  };
  return (
    <Page wide title={t('intake.title')} lead={t('intake.lead')}>
      {reading.data === undefined ? (
        <Drop
          {...{ kept, left, table, others, tooLarge }}
          isReading={reading.isPending}
          error={reading.error}
          onFiles={take}
          onResume={() => void resume()}
          onDiscard={discard}
        />
      ) : (
        <Suspense fallback={<LoadingState />}>
          <IntakeDesk begun={reading.data} onOther={anew} />
        </Suspense>
      )}
    </Page>
  );
}
