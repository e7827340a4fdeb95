import {
  Alert,
  Button,
  Grid,
  Group,
  NativeSelect,
  Paper,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PROCEDURES, type ProcedureId } from '#contracts';
import { useInstallation } from '../../api/installation.query.js';
import { formatDate, todayHere } from '../../format/format.js';
import { PdfFile } from '../../ui/pdf/pdf-file.js';
import { type PdfMark } from '../../ui/pdf/pdf.types.js';
import { type Organisation, useTheOrganisation } from './intake.query.js';
import { type LetterProposal, type Read } from './letter-proposal.js';
import { OrganisationField } from './organisation.field.js';
import { FailedIntake } from './failed-intake.js';
import { ReadFrom } from './read-from.js';
import { type Taking, useTaking } from './use-taking.js';

interface Props {
  file: File;
  proposal: LetterProposal;
  scanned: boolean;
  onOther: () => void;
}
/** A dossier that changes another one begins with the facts of that one: it is opened elsewhere. */
const TAKEN_IN = PROCEDURES.filter((procedure) => procedure !== 'reappraisal');

/** The letter beside what it says: every proposed value leads to its place, what is not known is left empty and says so. */
export function IntakeDesk({ file, proposal, scanned, onOther }: Props) {
  const { t } = useTranslation('clerk');
  const [mark, setMark] = useState<PdfMark | null>(null);
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 6 }} order={{ base: 2, md: 1 }}>
        <PdfFile file={file} name={file.name} mark={mark} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 6 }} order={{ base: 1, md: 2 }}>
        <Paper withBorder p="md">
          <Stack gap="md">
            <Group justify="space-between">
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {file.name}
              </Text>
              <Button size="xs" variant="default" onClick={onOther}>
                {t('intake.other')}
              </Button>
            </Group>
            {scanned && (
              <Alert
                variant="outline"
                color="yellow"
                title={t('intake.scanned')}
                styles={{ title: { color: 'var(--mantine-color-text)' } }}
              >
                {t('intake.scannedText')}
              </Alert>
            )}
            <IntakeForm file={file} proposal={proposal} onShow={setMark} />
          </Stack>
        </Paper>
      </Grid.Col>
    </Grid>
  );
}

interface Typed {
  procedure: ProcedureId;
  number: string;
  on: string;
  receivedOn: string;
  projectName: string;
  /** Undefined while the one that was read stands. */
  sender?: Organisation | null;
  investor?: Organisation | null;
}

function IntakeForm({
  file,
  proposal,
  onShow,
}: Pick<Props, 'file' | 'proposal'> & { onShow: (mark: PdfMark) => void }) {
  const { t } = useTranslation(['clerk', 'words']);
  const today = useInstallation().data?.today ?? todayHere();
  const [typed, setTyped] = useState<Typed>({
    ...{ procedure: 'opinion', number: proposal.number?.value ?? '', on: proposal.on?.value ?? '' },
    ...{ receivedOn: today, projectName: proposal.projectName?.value ?? '' },
  });
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const readSender = useTheOrganisation(proposal.sender?.value);
  const readInvestor = useTheOrganisation(proposal.taxCode?.value, 'investor');
  const sender = typed.sender === undefined ? readSender : typed.sender;
  const investor = typed.investor === undefined ? readInvestor : typed.investor;
  const [sent, setSent] = useState(file);
  const taking = useTaking(sent);
  const whole = [typed.number, typed.on, typed.receivedOn, typed.projectName].every(
    (one) => one.trim() !== '',
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whole && sender && !taking.isPending) taking.mutate({ ...typed, sender, investor });
  };
  const from = (read: Read | null, now: string) => <ReadFrom read={read} now={now} onShow={onShow} />;
  const text = (name: 'number' | 'on' | 'receivedOn' | 'projectName') => ({
    label: t(`intake.${name}`),
    value: typed[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      set({ [name]: currentTarget.value }),
  });
  return (
    <form onSubmit={submit}>
      <fieldset disabled={taking.isLocked} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Stack gap="sm">
          <TextInput {...text('number')} maxLength={100} description={from(proposal.number, typed.number)} />
          <TextInput
            {...text('on')}
            type="date"
            max={today}
            description={from(asShown(proposal.on), typed.on)}
          />
          <TextInput {...text('receivedOn')} type="date" max={today} />
          <OrganisationField
            label={t('intake.sender')}
            disabled={taking.dossierId !== null}
            value={sender}
            onChange={(chosen) => set({ sender: chosen })}
            description={from(proposal.sender, sender?.name ?? '')}
          />
          {proposal.subject && <Subject read={proposal.subject} onShow={onShow} />}
          <Textarea
            {...text('projectName')}
            autosize
            maxLength={500}
            description={from(proposal.projectName, typed.projectName)}
          />
          {sender?.kind !== 'investor' && (
            <OrganisationField
              label={t('intake.investor')}
              kind="investor"
              value={investor}
              onChange={(chosen) => set({ investor: chosen })}
              description={from(proposal.taxCode, investor?.name ?? '')}
            />
          )}
          <NativeSelect
            label={t('intake.procedure')}
            disabled={taking.dossierId !== null}
            value={typed.procedure}
            data={TAKEN_IN.map((value) => ({ value, label: t(`words:procedure.${value}`) }))}
            onChange={({ currentTarget }) => set({ procedure: currentTarget.value as ProcedureId })}
          />
        </Stack>
      </fieldset>
      <Stack gap="sm" mt="md">
        <FailedIntake taking={taking} sent={sent} onFile={setSent} />
        <Submit taking={taking} isWhole={whole && sender !== null} />
      </Stack>
    </form>
  );
}

function Submit({ taking, isWhole }: { taking: Taking; isWhole: boolean }) {
  const { t } = useTranslation('clerk');
  const isBegun = taking.isLocked || taking.dossierId !== null;
  return (
    <>
      {!isWhole && (
        <Text size="sm" c="dimmed">
          {t('intake.incomplete')}
        </Text>
      )}
      <Group>
        <Button type="submit" loading={taking.isPending} disabled={!isWhole}>
          {t(isBegun ? 'intake.continue' : 'intake.open')}
        </Button>
      </Group>
    </>
  );
}

const asShown = (read: Read | null): Read | null => read && { ...read, value: formatDate(read.value) };

/** What the letter is about, for the clerk to see that it is the right one; the dossier has no place for it. */
function Subject({ read, onShow }: { read: Read; onShow: (mark: PdfMark) => void }) {
  const { t } = useTranslation('clerk');
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('intake.subject')}
      </Text>
      <Text size="sm">{read.value}</Text>
      <ReadFrom read={read} now={read.value} onShow={onShow} />
    </div>
  );
}
