import { Alert, Anchor, Button, Grid, Group, Kbd, Paper, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { MOST_LINES, MOST_MACHINES } from '#contracts';
import { formatNumber } from '../../format/format.js';
import { usePerson } from '../../session/session.provider.js';
import { PdfFile } from '../../ui/pdf/pdf-file.js';
import { type PdfMark } from '../../ui/pdf/pdf.types.js';
import { LoadingState } from '../../ui/states.js';
import { useConfirmKey } from '../decisions/confirm-key.js';
import { FailedIntake } from './failed-intake.js';
import { forgetIntake } from './kept-intake.js';
import { LetterForm } from './letter.form.js';
import { MEANT_ID } from './taken-before.js';
import { type Begun, type IntakeInHand, useIntake } from './use-intake.js';

const MachineSection = lazy(async () => ({
  default: (await import('./machine.section.js')).MachineSection,
}));

interface Props {
  begun: Begun;
  /** With the draft that was made of this letter and stays, or null. */
  onOther: (draft: string | null) => void;
}

/** The letter beside what it says, its machines below: every proposed value leads to its place, what is not known says so. */
export function IntakeDesk({ begun, onOther }: Props) {
  const [mark, setMark] = useState<PdfMark | null>(null);
  const [, navigate] = useLocation();
  const { id: personId } = usePerson();
  const { letter } = begun;
  const intake = useIntake(begun, (dossierId) => navigate(`/intake?dossier=${dossierId}`, { replace: true }));
  const { isLocked, dossierId } = intake.taking;
  useConfirmKey(intake.submit, { ready: intake.ready, letterSeen: true });
  const other = () => void forgetIntake(personId).then(() => onOther(dossierId));
  return (
    <Stack gap="lg">
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 6 }} order={{ base: 2, md: 1 }}>
          <PdfFile file={letter.file} name={letter.file.name} mark={mark} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }} order={{ base: 1, md: 2 }}>
          <Paper withBorder p="md">
            <Stack gap="md">
              <LetterName name={letter.file.name} isLocked={isLocked} onOther={other} />
              {letter.scanned && <Scanned />}
              <LetterForm proposal={letter.proposal} intake={intake} onShow={setMark} />
            </Stack>
          </Paper>
        </Grid.Col>
      </Grid>
      <Suspense fallback={<LoadingState rows={3} />}>
        <MachineSection machines={intake.machines} isLocked={isLocked} />
      </Suspense>
      <Confirm intake={intake} />
    </Stack>
  );
}

function LetterName({ name, isLocked, onOther }: { name: string; isLocked: boolean; onOther: () => void }) {
  const { t } = useTranslation('clerk');
  return (
    <Group justify="space-between">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Text>
      <Button size="xs" variant="default" disabled={isLocked} onClick={onOther}>
        {t('intake.other')}
      </Button>
    </Group>
  );
}

function Scanned() {
  const { t } = useTranslation('clerk');
  return (
    <Alert variant="outline" color="yellow" title={t('intake.scanned')}>
      {t('intake.scannedText')}
    </Alert>
  );
}

const MOST = { machines: MOST_MACHINES, lines: MOST_LINES } as const;

/** Leads to the dossiers with which the letter came in before. */
const toMeant = () => document.getElementById(MEANT_ID)?.focus();

/** What will be written, what stands against it, and the way on. */
function Confirm({ intake }: { intake: IntakeInHand }) {
  const { t } = useTranslation(['clerk', 'investor']);
  const { taking, whole, tooMany, ready, before, sent, setSent, machines, submit } = intake;
  const many = machines.machines.length;
  const unread = machines.machines.reduce((sum, { faults }) => sum + faults.length, 0);
  const isBegun = taking.isLocked || taking.dossierId !== null;
  return (
    <Stack gap="sm">
      <FailedIntake taking={taking} sent={sent} onFile={setSent} />
      {machines.list !== null && (
        <Text size="sm" role="status">
          {tooMany === null ? (
            <>
              {t('intake.list.will', { count: many, shown: formatNumber(many) })}{' '}
              {unread > 0 && t('intake.list.unread', { count: unread, shown: formatNumber(unread) })}
            </>
          ) : (
            t(`intake.list.tooMany.${tooMany}`, { most: formatNumber(MOST[tooMany]) })
          )}
        </Text>
      )}
      {!whole && (
        <Text size="sm" c="dimmed">
          {t('intake.incomplete')}
        </Text>
      )}
      {whole && tooMany === null && !before.isLooking && !ready && (
        <Text size="sm">
          {t('investor:takenBefore.title')}{' '}
          <Anchor component="button" type="button" inherit underline="always" onClick={toMeant}>
            {t('investor:takenBefore.see')}
          </Anchor>
        </Text>
      )}
      <Group>
        <Button
          onClick={submit}
          loading={taking.isPending}
          disabled={!ready}
          aria-keyshortcuts="Control+Enter"
        >
          {t(isBegun ? 'intake.continue' : 'intake.open')}
        </Button>
        <Text size="sm" c="dimmed" visibleFrom="sm">
          <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">Enter</Kbd>
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {t('intake.keptText')}
      </Text>
    </Stack>
  );
}
