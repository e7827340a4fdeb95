import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { COUNCIL_MODES, type CouncilMode } from '#contracts';
import { useInstallation } from '../../api/installation.query.js';
import { formatDate, todayHere } from '../../format/format.js';
import { DateField } from '../../ui/date-field.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { fieldsNamed } from '../../ui/fault-pointer.js';
import { KeptNote, withoutRefusal } from '../../ui/kept-note.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { TriedDialog } from '../../ui/tried-dialog.js';
import { useToldMembers } from './use-told-members.js';
import { openSession } from './council.query.js';
import { type Council } from './council.types.js';
import { useTriedAct } from '../dossiers/commands/use-act.js';

interface Props {
  dossier: DossierView;
  council: Council;
}

/** Chair, vice chair or secretary open a session, once the decision on the council is issued. */
export function CallSession({ dossier, council }: Props) {
  const { t } = useTranslation('council');
  const [open, setOpen] = useState(false);
  if (council.decision?.status !== 'issued') return <Text size="sm">{t('call.notYet')}</Text>;
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('call.open')}</Button>
      {open && <CallDialog dossier={dossier} council={council} onClose={() => setOpen(false)} />}
    </div>
  );
}

const modesOf = ({ rules }: Council): CouncilMode[] => {
  const allowed = rules.modes['value'] as CouncilMode[] | undefined;
  return allowed ?? [...COUNCIL_MODES];
};

function CallDialog({ dossier, council, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation('council');
  const [, navigate] = useLocation();
  const today = useInstallation().data?.today ?? todayHere();
  const modes = modesOf(council);
  const entry = useKeptEntry(`call.${council.id}`, {
    mode: modes[0] ?? 'meeting',
    heldOn: today,
    place: '',
    closesOn: '',
  });
  const draft = entry.value;
  const set = (part: Partial<typeof draft>) => entry.set({ ...draft, ...part });
  const fields = {
    mode: { id: 'call-mode', label: t('call.mode') },
    heldOn: { id: 'call-day', label: t(draft.mode === 'written' ? 'call.writtenFrom' : 'call.heldOn') },
    closesOn: { id: 'call-end', label: t('call.closesOn') },
    place: { id: 'call-place', label: t('call.place') },
  };
  const isWritten = draft.mode === 'written';
  const told = useToldMembers(council);
  const calling = useTriedAct(
    dossier.id,
    ({ mode, heldOn, place, closesOn }: typeof draft, call) =>
      openSession(
        dossier.id,
        {
          ...{ mode, heldOn },
          ...(place.trim() !== '' && { place }),
          ...(mode === 'written' && { closesOn }),
        },
        call,
      ),
    ({ sessionId }) => {
      entry.forget();
      navigate(`/dossiers/${dossier.id}/council/sessions/${sessionId}`);
    },
  );
  return (
    <TriedDialog
      title={t('call.title')}
      lead={t('call.lead')}
      name={t('call.submit')}
      act={calling}
      content={draft}
      saying={({ number }) => [
        t('call.saying', { number, mode: t(`mode.${draft.mode}`), on: formatDate(draft.heldOn) }),
        draft.closesOn !== '' && t('session.until', { on: formatDate(draft.closesOn) }),
        told,
      ]}
      blocked={draft.heldOn === '' || (isWritten && draft.closesOn === '')}
      fieldOf={fieldsNamed(fields)}
      onClose={onClose}
    >
      <KeptNote entry={withoutRefusal(entry, calling.previewing, calling.acting)} />
      <NativeSelect
        {...fields.mode}
        value={draft.mode}
        data={modes.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
        onChange={({ currentTarget }) => set({ mode: currentTarget.value as CouncilMode })}
      />
      <DateField
        {...fields.heldOn}
        required
        max={today}
        value={draft.heldOn}
        onChange={(day) => set({ heldOn: day })}
      />
      {isWritten ? (
        <DateField
          {...fields.closesOn}
          required
          min={today}
          value={draft.closesOn}
          onChange={(day) => set({ closesOn: day })}
        />
      ) : (
        <TextInput
          {...fields.place}
          description={t('call.placeHint')}
          maxLength={300}
          value={draft.place}
          onChange={({ currentTarget }) => set({ place: currentTarget.value })}
        />
      )}
    </TriedDialog>
  );
}
