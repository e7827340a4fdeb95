import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { problemOfError } from '../../api/problem.js';
import { useActKey } from '../../api/use-act-key.js';
import { useOnce } from '../../api/use-once.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { DossierPicker } from './dossier-picker.js';
import { LooksLike } from './looks-like.js';
import { enterFromDossier } from './project-acts.js';
import { type Duplicate } from './projects.query.js';

/** The project that only a dossier tells of, into the register, matched with the dossier at once. */
export function FromDossier() {
  const { t } = useTranslation('register');
  const [dossierId, setDossierId] = useState('');
  const [isAnother, setAnother] = useState(false);
  const queries = useQueryClient();
  const [, go] = useLocation();
  const key = useActKey();
  const entering = useOnce({
    mutationFn: () => enterFromDossier(dossierId, isAnother, key.of({ dossierId, isAnother })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['projects'] });
      go(`/projects/${id}`, { replace: true });
    },
  });
  const { candidates = [] } = (entering.isError ? problemOfError(entering.error) : {}) as {
    candidates?: Duplicate[];
  };
  const choose = (id: string) => {
    setDossierId(id);
    setAnother(false);
    entering.reset();
  };
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="from-dossier">
      <Stack gap="sm">
        <Title order={2} id="from-dossier">
          {t('form.fromDossier')}
        </Title>
        <Text size="sm">{t('form.fromDossierText')}</Text>
        <DossierPicker id="dossier" label={t('match.choose')} value={dossierId} onChoose={choose} />
        {entering.isError && candidates.length === 0 && <SubmitProblem error={entering.error} />}
        {candidates.length > 0 && (
          <LooksLike like={candidates} isAnother={isAnother} onAnother={setAnother} />
        )}
        <Group>
          <Button
            variant="default"
            disabled={dossierId === '' || (candidates.length > 0 && !isAnother)}
            loading={entering.isPending}
            onClick={() => entering.mutate()}
          >
            {t('form.enterFromDossier')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
