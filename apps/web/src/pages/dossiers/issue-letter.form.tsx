import { Button, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SIGNING_CAPACITIES, type SigningCapacity } from '#contracts';
import { answer, api, newActKey } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useRefresh } from './use-act.js';
import { type DossierView, type LetterView } from './dossier.types.js';

interface Props {
  dossier: DossierView;
  letter: LetterView;
  onDone: () => void;
}

/** The clerk numbers and issues the letter that was signed: who signed, and how. */
export function IssueLetterForm({ dossier, letter, onDone }: Props) {
  const { t } = useTranslation(['dossier', 'app']);
  const [signer, setSigner] = useState({
    name: '',
    title: '',
    capacity: 'own' as SigningCapacity,
    principal: '',
  });
  const [key] = useState(newActKey);
  const refresh = useRefresh(dossier.id);
  const set = (part: Partial<typeof signer>) => setSigner({ ...signer, ...part });
  const issuing = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/dossiers/{id}/letters/{letterId}/issue', {
          params: {
            path: { id: dossier.id, letterId: letter.id },
            header: { 'Idempotency-Key': key } as never,
          },
          body: {
            signedBy: { ...signer, principal: signer.capacity === 'own' ? null : signer.principal },
            revision: letter.revision,
          },
        }),
      ),
    onSuccess: async () => {
      await refresh();
      onDone();
    },
  });
  const complete =
    signer.name.trim() !== '' &&
    signer.title.trim() !== '' &&
    (signer.capacity === 'own' || signer.principal.trim() !== '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        issuing.mutate();
      }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={t('letters.signer')}
          maxLength={200}
          value={signer.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <TextInput
          label={t('letters.signerTitle')}
          maxLength={200}
          value={signer.title}
          onChange={({ currentTarget }) => set({ title: currentTarget.value })}
        />
        <NativeSelect
          label={t('letters.capacity')}
          data={SIGNING_CAPACITIES.map((value) => ({ value, label: t(`letters.capacities.${value}`) }))}
          value={signer.capacity}
          onChange={({ currentTarget }) => set({ capacity: currentTarget.value as SigningCapacity })}
        />
        {signer.capacity !== 'own' && (
          <TextInput
            label={t('letters.principal')}
            maxLength={200}
            value={signer.principal}
            onChange={({ currentTarget }) => set({ principal: currentTarget.value })}
          />
        )}
      </SimpleGrid>
      {issuing.isError && <ProblemAlert error={issuing.error} />}
      <Group mt="sm">
        <Button type="submit" loading={issuing.isPending} disabled={!complete}>
          {t('letters.issueNow')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('app:actions.cancel')}
        </Button>
      </Group>
    </form>
  );
}
