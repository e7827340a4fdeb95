import { Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COUNCIL_SEATS, type CouncilSeat } from '#contracts';
import { type DossierView } from '../dossiers/dossier.types.js';
import { fieldsNamed } from '../../ui/fault-pointer.js';
import { ReasonField } from '../../ui/reason-field.js';
import { TriedDialog, TriedReasonDialog } from '../../ui/tried-dialog.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { seatedMembers } from './council-counts.js';
import { addMember, candidatesQuery, dissolve } from './council.query.js';
import { type Council } from './council.types.js';
import { useToldMembers } from './use-told-members.js';
import { useTriedAct } from '../dossiers/commands/use-act.js';

interface Props {
  dossier: DossierView;
  council: Council;
}

/** What a head or a leader may do about an open council: change who sits in it, or dissolve it. */
export function ChangeCouncil({ dossier, council }: Props) {
  const { t } = useTranslation('council');
  const [open, setOpen] = useState<'member' | 'dissolve' | null>(null);
  const close = () => setOpen(null);
  const entry = useKeptEntry(`dissolve.${council.id}`, '');
  const told = useToldMembers(council);
  const dissolving = useTriedAct(
    dossier.id,
    (reason: string, call) => dissolve(dossier.id, reason, call),
    () => {
      entry.forget();
      close();
    },
  );
  return (
    <Group gap="xs">
      {council.status === 'established' && (
        <Button variant="default" onClick={() => setOpen('member')}>
          {t('change.add')}
        </Button>
      )}
      <Button variant="default" onClick={() => setOpen('dissolve')}>
        {t('change.dissolve')}
      </Button>
      {open === 'member' && <MemberDialog dossier={dossier} council={council} onClose={close} />}
      {open === 'dissolve' && (
        <TriedReasonDialog
          title={t('change.dissolve')}
          lead={t('change.dissolveLead')}
          name={t('change.dissolve')}
          act={dissolving}
          entry={entry}
          saying={() => [t('change.saying.dissolved'), told]}
          onClose={close}
        />
      )}
    </Group>
  );
}

const NOBODY = { userId: '', seat: 'member' as CouncilSeat, replacesMemberId: '', reason: '' };

function MemberDialog({ dossier, council, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation(['council', 'app']);
  const entry = useKeptEntry(`member.${council.id}`, NOBODY);
  const draft = entry.value;
  const set = (part: Partial<typeof NOBODY>) => entry.set({ ...draft, ...part });
  const fields = {
    userId: { id: 'member-person', label: t('change.person') },
    seat: { id: 'member-seat', label: t('change.seat') },
    replacesMemberId: { id: 'member-replaces', label: t('change.replaces') },
    reason: { id: 'member-reason', label: t('app:reason') },
  };
  const seated = seatedMembers(council);
  const candidates = useQuery(candidatesQuery(dossier.id)).data ?? [];
  const free = candidates.filter(
    ({ userId, inConflict }) => !inConflict && !seated.some((member) => member.userId === userId),
  );
  const adding = useTriedAct(
    dossier.id,
    ({ replacesMemberId, ...body }: typeof NOBODY, call) =>
      addMember(dossier.id, { ...body, ...(replacesMemberId !== '' && { replacesMemberId }) }, call),
    () => {
      entry.forget();
      onClose();
    },
  );
  return (
    <TriedDialog
      title={t('change.title')}
      lead={t('change.lead')}
      name={t('change.submit')}
      act={adding}
      content={draft}
      saying={() => [
        t('change.saying.decision'),
        t('condition.saying.told', {
          names: candidates.find(({ userId }) => userId === draft.userId)?.name ?? '',
        }),
      ]}
      blocked={draft.userId === '' || draft.reason.trim() === ''}
      fieldOf={fieldsNamed(fields)}
      onClose={onClose}
    >
      <NativeSelect
        {...fields.userId}
        required
        value={draft.userId}
        data={[
          { value: '', label: t('change.choose') },
          ...free.map(({ userId, name, organisation }) => ({
            value: userId,
            label: [name, organisation].filter(Boolean).join(', '),
          })),
        ]}
        onChange={({ currentTarget }) => set({ userId: currentTarget.value })}
      />
      <NativeSelect
        {...fields.seat}
        value={draft.seat}
        data={COUNCIL_SEATS.map((seat) => ({ value: seat, label: t(`seat.${seat}`) }))}
        onChange={({ currentTarget }) => set({ seat: currentTarget.value as CouncilSeat })}
      />
      <NativeSelect
        {...fields.replacesMemberId}
        value={draft.replacesMemberId}
        data={[
          { value: '', label: t('change.nobody') },
          ...council.members
            .filter(({ state }) => state !== 'released')
            .map(({ memberId, name, seat }) => ({ value: memberId, label: `${name}, ${t(`seat.${seat}`)}` })),
        ]}
        onChange={({ currentTarget }) => {
          const left = council.members.find(({ memberId }) => memberId === currentTarget.value);
          set({ replacesMemberId: currentTarget.value, ...(left && { seat: left.seat }) });
        }}
      />
      <ReasonField {...fields.reason} value={draft.reason} onChange={(reason) => set({ reason })} />
    </TriedDialog>
  );
}
