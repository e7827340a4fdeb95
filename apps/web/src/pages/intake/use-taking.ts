import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnce } from '../../api/use-once.js';
import { problemOfError } from '../../api/problem.js';
import { dossierKey } from '../dossiers/dossier.query.js';
import { type IntakeFiles, type IntakeProgress, newProgress, takeIn } from './intake.query.js';
import { type Intake } from './intake.types.js';
import { type KeptIntake } from './kept-intake.js';

/**
 * Takes the letter in, once: after a broken connection the same is sent again, after a refusal it may be changed first.
 * What was begun before a reload goes on from there.
 */
export function useTaking(
  files: IntakeFiles,
  kept: Pick<KeptIntake, 'progress' | 'unclear'> | null,
  onTaken: (dossierId: string) => void,
) {
  const { t } = useTranslation('clerk');
  const queries = useQueryClient();
  const [progress, setProgress] = useState<IntakeProgress>(() => kept?.progress ?? newProgress());
  const [unclear, setUnclear] = useState(kept?.unclear ?? false);
  const taking = useOnce({
    mutationFn: (intake: Intake) => takeIn(intake, files, progress, setProgress),
    onMutate: () => setUnclear(true),
    onSuccess: ({ dossierId: id, kept: theirs }) => {
      void queries.invalidateQueries({ queryKey: ['dossiers'] });
      void queries.invalidateQueries({ queryKey: dossierKey(id) });
      if (theirs > 0)
        notifications.show({
          ...{ color: 'yellow', autoClose: false },
          message: t('intake.keptTheirs', { count: theirs }),
        });
      onTaken(id);
    },
    onError: (error) => {
      const { status } = problemOfError(error);
      const refused = status >= 400 && status < 500;
      setUnclear(!refused);
      // A refusal did nothing, so what is changed after it is another act.
      if (refused) setProgress((before) => ({ ...before, keys: newProgress().keys }));
    },
  });
  const { dossierId, letterId } = progress;
  const isLocked = taking.isPending || unclear;
  return { ...taking, progress, unclear, dossierId, isLocked, takesFile: letterId === null && !isLocked };
}
export type Taking = ReturnType<typeof useTaking>;
