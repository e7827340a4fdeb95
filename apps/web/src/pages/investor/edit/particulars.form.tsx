import { Stack, Text, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyed, seenAt } from '../../../api/act-headers.js';
import { answer, api, newActKey } from '../../../api/client.js';
import { useOnce } from '../../../api/use-once.js';
import { usePerson } from '../../../session/session.provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { OrganisationStep } from '../new/lookup.steps.js';
import { AuthorityStep, PaperStep } from '../new/particulars.steps.js';
import { type Answers } from '../new/steps.js';
import {
  keepParticulars,
  keptParticulars,
  unsavedParticulars,
  withKeptParticulars,
} from '../draft/kept-particulars.js';
import { useEditing } from './draft.context.js';
import { askedParticulars, changedParticulars, particularsOf } from './particulars.js';

const PAUSE_MS = 800;
type Changed = NonNullable<ReturnType<typeof changedParticulars>>;

/** Saves particulars beside the facts; the saver of the facts goes on from the revision that comes of it. */
function useSaving() {
  const { dossier, saver } = useEditing();
  const queries = useQueryClient();
  return useOnce({
    mutationFn: async (particulars: Changed) => {
      await saver.settled();
      const header = { ...seenAt(saver.read().revision), ...keyed(newActKey()) };
      await answer(
        api.PATCH('/api/v1/dossiers/{id}', {
          params: { path: { id: dossier.id }, header },
          body: { particulars },
        }),
      );
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['dossiers'] }),
  });
}

/** Who takes part beside the owner, the competent authority, and for a clerk the paper; each is saved when it is chosen. */
export function ParticularsForm() {
  const { t } = useTranslation('investor');
  const { dossier } = useEditing();
  const stored = particularsOf(dossier);
  const person = usePerson();
  const [given, setGiven] = useState<Answers>(() =>
    withKeptParticulars(stored, keptParticulars(person.id, dossier.id)),
  );
  const asked = askedParticulars(dossier);
  const saving = useSaving();
  const save = (next: Answers) => {
    const changed = changedParticulars(particularsOf(dossier), next);
    if (changed) saving.mutate(changed);
  };
  // Also half a paper is there again when somebody comes back to it.
  useEffect(
    () => keepParticulars(person.id, dossier.id, unsavedParticulars(particularsOf(dossier), given)),
    [person.id, dossier, given],
  );
  const [saveKept] = useState(() => () => save(given));
  useEffect(saveKept, [saveKept]);
  const saveSoon = useDebouncedCallback(save, { delay: PAUSE_MS, flushOnUnmount: true });
  const change = (next: Answers) => {
    setGiven(next);
    saveSoon(next);
  };
  const props = { given, setGiven: change, fault: undefined };
  const isWaiting = changedParticulars(stored, given) !== null;
  return (
    <Stack gap="xl">
      <Text size="sm" role="status">
        {t(isWaiting ? 'particulars.unsaved' : 'particulars.saved')}
      </Text>
      {saving.isError && <ProblemAlert error={saving.error} onRetry={() => save(given)} />}
      {asked.investor && (
        <Asked title={t('new.titles.investor')}>
          {given.investorName !== undefined && (
            <Text size="sm">{t('particulars.chosen', { name: given.investorName })}</Text>
          )}
          <OrganisationStep which="investor" {...props} />
        </Asked>
      )}
      <Asked title={t('new.titles.authority')}>
        <AuthorityStep {...props} />
      </Asked>
      {asked.paper && (
        <Asked title={t('new.titles.paper')}>
          <PaperStep {...props} />
        </Asked>
      )}
    </Stack>
  );
}

function Asked({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="sm" component="section">
      <Title order={2} size="h3">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
