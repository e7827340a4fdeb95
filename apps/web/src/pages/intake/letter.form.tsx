import { NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PROCEDURES, type ProcedureId } from '#contracts';
import { formatDate } from '../../format/format.js';
import { DateField } from '../../ui/date-field.js';
import { type PdfMark } from '../../ui/pdf/pdf.types.js';
import { type LetterProposal, type Read } from './letter-proposal.js';
import { intakeFieldId } from './use-intake-fields.js';
import { OrganisationField } from './organisation.field.js';
import { ReadFrom } from './read-from.js';
import { TakenBeforeNotice } from './taken-before.js';
import { type IntakeInHand } from './use-intake.js';

/** A dossier that changes another one begins with the facts of that one: it is opened elsewhere. */
const TAKEN_IN = PROCEDURES.filter((procedure) => procedure !== 'reappraisal');

interface Props {
  proposal: LetterProposal;
  intake: IntakeInHand;
  onShow: (mark: PdfMark) => void;
}

/** The focus begins where something is to be typed, else at the first field to be looked at. */
function useFirstUnknown() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const fields = [...(form.current?.querySelectorAll<HTMLInputElement>('[data-read]') ?? [])];
    (fields.find(({ value }) => value === '') ?? fields[0])?.focus({ preventScroll: true });
  }, []);
  return form;
}

/** What the letter says of itself, to be confirmed or typed. */
export function LetterForm({ proposal, intake, onShow }: Props) {
  const { t } = useTranslation(['clerk', 'words']);
  const form = useFirstUnknown();
  const { today, typed, set, sender, investor, taking, submit } = intake;
  const from = (read: Read | null, now: string) => <ReadFrom read={read} now={now} onShow={onShow} />;
  const shown = (name: 'number' | 'on' | 'receivedOn' | 'projectName') => ({
    id: intakeFieldId(name),
    label: t(`intake.${name}`),
    value: typed[name],
  });
  const text = (name: 'number' | 'projectName') => ({
    ...shown(name),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      set({ [name]: currentTarget.value }),
  });
  const date = (name: 'on' | 'receivedOn') => ({
    ...shown(name),
    max: today,
    onChange: (day: string) => set({ [name]: day }),
  });
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <form ref={form} onSubmit={confirm}>
      <fieldset disabled={taking.isLocked} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Stack gap="sm">
          <TextInput
            {...text('number')}
            data-read
            maxLength={100}
            description={from(proposal.number, typed.number)}
          />
          <DateField {...date('on')} data-read description={from(asShown(proposal.on), typed.on)} />
          <DateField {...date('receivedOn')} />
          <OrganisationField
            id={intakeFieldId('sender')}
            label={t('intake.sender')}
            disabled={taking.dossierId !== null}
            value={sender}
            onChange={(chosen) => set({ sender: chosen })}
            description={from(proposal.sender, sender?.name ?? '')}
            read={proposal.sender?.value}
          />
          <TakenBeforeNotice before={intake.before} />
          {proposal.subject && <Subject read={proposal.subject} onShow={onShow} />}
          <Textarea
            {...text('projectName')}
            data-read
            autosize
            maxLength={500}
            description={from(proposal.projectName, typed.projectName)}
          />
          {sender?.kind !== 'investor' && (
            <OrganisationField
              id={intakeFieldId('investor')}
              label={t('intake.investor')}
              kind="investor"
              value={investor}
              onChange={(chosen) => set({ investor: chosen })}
              description={from(proposal.taxCode, investor?.name ?? '')}
              read={proposal.taxCode?.value}
            />
          )}
          <NativeSelect
            id={intakeFieldId('procedure')}
            label={t('intake.procedure')}
            disabled={taking.dossierId !== null}
            value={typed.procedure}
            data={TAKEN_IN.map((value) => ({ value, label: t(`words:procedure.${value}`) }))}
            onChange={({ currentTarget }) => set({ procedure: currentTarget.value as ProcedureId })}
          />
        </Stack>
      </fieldset>
    </form>
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
