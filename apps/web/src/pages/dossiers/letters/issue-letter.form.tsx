import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SIGNING_CAPACITIES, type SigningCapacity } from '#contracts';
import { newActKey } from '../../../api/client.js';
import { useInstallation } from '../../../api/installation.query.js';
import { useOnce } from '../../../api/use-once.js';
import { todayHere } from '../../../format/format.js';
import { DateField } from '../../../ui/date-field.js';
import { fieldsNamed } from '../../../ui/fault-pointer.js';
import { KeptNote } from '../../../ui/kept-note.js';
import { useKeptEntry } from '../../../ui/use-kept-entry.js';
import { useRefresh } from '../commands/use-act.js';
import {
  isComplete,
  type LetterIssued,
  type LetterTarget,
  sendIssue,
  type Signing,
} from './issue-letter.query.js';
import { Rehearsal } from './issue-rehearsal.js';

interface Props {
  target: LetterTarget;
  /** Whoever signed the letter before this one, so that a pile signed by one person is quick to issue. */
  begin?: Partial<Signing>;
  onIssued: (issued: LetterIssued, signing: Signing) => void;
  onCancel?: () => void;
}
const NOBODY: Signing = { name: '', title: '', capacity: 'own', principal: '', issuedOn: '' };

/** The clerk numbers and issues the letter that was signed: who signed, how and when, and the number that it will get. */
export function IssueLetterForm({ target, begin = {}, onIssued, onCancel }: Props) {
  const { t } = useTranslation(['dossier', 'clerk', 'app']);
  const today = useInstallation().data?.today ?? todayHere();
  const entry = useKeptEntry<Signing>(`issue.${target.letterId}`, { ...NOBODY, ...begin });
  const signing = entry.value;
  const fields = useFields();
  const [key] = useState(newActKey);
  const queries = useQueryClient();
  const refresh = useRefresh(target.dossierId);
  const set = (part: Partial<Signing>) => entry.set({ ...signing, ...part });
  const issuing = useOnce({
    mutationFn: () => sendIssue(target, signing, { key, dryRun: false }),
    onSuccess: async (issued) => {
      entry.forget();
      onIssued(issued, signing);
      await Promise.all([refresh(), queries.invalidateQueries({ queryKey: ['letters'] })]);
    },
  });
  const complete = isComplete(signing);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && !issuing.isPending) issuing.mutate();
      }}
    >
      <Stack gap="sm">
        <KeptNote entry={entry} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            {...fields.name}
            maxLength={200}
            value={signing.name}
            onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          />
          <TextInput
            {...fields.title}
            maxLength={200}
            value={signing.title}
            onChange={({ currentTarget }) => set({ title: currentTarget.value })}
          />
          <NativeSelect
            {...fields.capacity}
            data={SIGNING_CAPACITIES.map((value) => ({ value, label: t(`letters.capacities.${value}`) }))}
            value={signing.capacity}
            onChange={({ currentTarget }) => set({ capacity: currentTarget.value as SigningCapacity })}
          />
          {signing.capacity !== 'own' && (
            <TextInput
              {...fields.principal}
              maxLength={200}
              value={signing.principal}
              onChange={({ currentTarget }) => set({ principal: currentTarget.value })}
            />
          )}
          <DateField
            {...fields.issuedOn}
            max={today}
            value={signing.issuedOn === '' ? today : signing.issuedOn}
            onChange={(day) => set({ issuedOn: day })}
          />
        </SimpleGrid>
        <Rehearsal
          target={target}
          signing={signing}
          failed={issuing.error}
          fieldOf={fieldsNamed(fields)}
          onSigner={(name) => set({ name })}
          onDay={(issuedOn) => set({ issuedOn })}
        />
        <Group>
          <Button type="submit" loading={issuing.isPending} disabled={!complete || issuing.isSuccess}>
            {t('letters.issueNow')}
          </Button>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t('app:actions.cancel')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function useFields() {
  const { t } = useTranslation(['dossier', 'clerk']);
  return {
    name: { id: 'signing-name', label: t('letters.signer') },
    title: { id: 'signing-title', label: t('letters.signerTitle') },
    capacity: { id: 'signing-capacity', label: t('letters.capacity') },
    principal: { id: 'signing-principal', label: t('letters.principal') },
    issuedOn: { id: 'signing-day', label: t('clerk:issue.day') },
  };
}
