import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page.js';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import { usePublicService } from '../service/service.query.js';
import { keyOfFragment, type TrackingKey, withoutFragment } from './secret-of-fragment.js';
import { type TrackingQuestion, useTracking } from './track.query.js';
import { TrackedDossier } from './tracked-dossier.js';
import { TrackingForm } from './tracking.form.js';

const RESULT = 'tracked-dossier';

/** What a link brought in its fragment, on arrival or later; the fragment itself goes at once. */
function useKeyOfLink(): TrackingKey {
  const [given, setGiven] = useState(() => keyOfFragment(location.hash));
  useEffect(() => {
    const clear = () => {
      if (location.hash !== '') history.replaceState(history.state, '', withoutFragment(location));
    };
    const take = () => {
      const key = keyOfFragment(location.hash);
      if (key.secret !== '') setGiven(key);
      clear();
    };
    clear();
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  return given;
}

/**
 * Where a dossier stands, for whoever holds its code and secret. A link may bring both in its fragment; it is taken out
 * of the address at once, so that the secret lies neither there nor in the history.
 */
export function TrackPage() {
  const { t } = useTranslation('public');
  const given = useKeyOfLink();
  const [question, setQuestion] = useState<TrackingQuestion | null>(null);
  const tracking = useTracking(question);
  const { isSuccess } = tracking;
  useEffect(() => {
    if (isSuccess) document.getElementById(RESULT)?.focus();
  }, [isSuccess]);
  const ask = (key: TrackingKey) => setQuestion((before) => ({ ...key, number: (before?.number ?? 0) + 1 }));
  if (tracking.data)
    return (
      <Page
        title={t('track.title')}
        actions={
          <Button variant="default" size="xs" className="tg-no-print" onClick={() => setQuestion(null)}>
            {t('track.another')}
          </Button>
        }
      >
        <TrackedDossier dossier={tracking.data} headingId={RESULT} />
      </Page>
    );
  return (
    <Page title={t('track.title')} lead={<Text maw={680}>{t('track.lead')}</Text>}>
      {tracking.isError && <SubmitProblem error={tracking.error} />}
      <TrackingForm key={given.secret} given={question ?? given} isAsking={tracking.isFetching} onAsk={ask} />
      <Examples isAsking={tracking.isFetching} onAsk={ask} />
    </Page>
  );
}

interface ExamplesProps {
  isAsking: boolean;
  onAsk: (key: TrackingKey) => void;
}
/** Dossiers of the demonstration, where there is one; a visitor of it holds no receipt. */
function Examples({ isAsking, onAsk }: ExamplesProps) {
  const { t } = useTranslation('public');
  const examples = usePublicService().data?.tracking.examples ?? [];
  if (examples.length === 0) return null;
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>{t('track.examples')}</Title>
      <Group gap="xs">
        {examples.map((example) => (
          <Button
            key={example.fileCode}
            variant="default"
            size="xs"
            disabled={isAsking}
            onClick={() => onAsk(example)}
          >
            {t('track.tryExample', { code: example.fileCode })}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
