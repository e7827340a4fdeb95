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
  const [signing, setSigning] = useState<Signing>({ ...NOBODY, ...begin });
  const [key] = useState(newActKey);
  const queries = useQueryClient();
  const refresh = useRefresh(target.dossierId);
  const set = (part: Partial<Signing>) => setSigning({ ...signing, ...part });
  const issuing = useOnce({
    mutationFn: () => sendIssue(target, signing, { key, dryRun: false }),
    onSuccess: async (issued) => {
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
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('letters.signer')}
            maxLength={200}
            value={signing.name}
            onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          />
          <TextInput
            label={t('letters.signerTitle')}
            maxLength={200}
            value={signing.title}
            onChange={({ currentTarget }) => set({ title: currentTarget.value })}
          />
          <NativeSelect
            label={t('letters.capacity')}
            data={SIGNING_CAPACITIES.map((value) => ({ value, label: t(`letters.capacities.${value}`) }))}
            value={signing.capacity}
            onChange={({ currentTarget }) => set({ capacity: currentTarget.value as SigningCapacity })}
          />
          {signing.capacity !== 'own' && (
            <TextInput
              label={t('letters.principal')}
              maxLength={200}
              value={signing.principal}
              onChange={({ currentTarget }) => set({ principal: currentTarget.value })}
            />
          )}
          <DateField
            label={t('clerk:issue.day')}
            max={today}
            value={signing.issuedOn === '' ? today : signing.issuedOn}
            onChange={(day) => set({ issuedOn: day })}
          />
        </SimpleGrid>
        <Rehearsal
          target={target}
          signing={signing}
          failed={issuing.error}
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
