import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { Notice } from '../../ui/notice.js';
import { FileButton } from '../../ui/file-button.js';
import { useFieldOfIntake } from './use-intake-fields.js';
import { type Taking } from './use-taking.js';
import { useTooLarge } from './use-too-large.js';

interface FailedIntakeProps {
  taking: Taking;
  sent: File;
  onFile: (file: File) => void;
}
/** Why it was not taken in, and what to do now. */
export function FailedIntake({ taking, sent, onFile }: FailedIntakeProps) {
  const { t } = useTranslation('clerk');
  const fieldOf = useFieldOfIntake();
  const { isError, error, isLocked, dossierId, takesFile } = taking;
  if (!isError) return null;
  return (
    <>
      <SubmitProblem error={error} fieldOf={fieldOf} />
      {(isLocked || dossierId !== null) && (
        <Text size="sm">{t(isLocked ? 'intake.continueText' : 'intake.correctText')}</Text>
      )}
      {dossierId !== null && (
        <DraftLeft dossierId={dossierId} file={takesFile ? sent : null} onFile={onFile} />
      )}
    </>
  );
}

interface DraftLeftProps {
  dossierId: string;
  /** The file that would be sent; null once it is there, or while the same has to be sent again. */
  file: File | null;
  onFile: (file: File) => void;
}
/** The ways on with a draft that was made and not completed: another file, or its editor. */
function DraftLeft({ dossierId, file, onFile }: DraftLeftProps) {
  const { t } = useTranslation(['clerk', 'investor']);
  const refusalOf = useTooLarge();
  const [refused, setRefused] = useState<string | null>(null);
  const choose = (chosen: File | null) => {
    if (chosen === null) return;
    const refusal = refusalOf(chosen);
    setRefused(refusal);
    if (refusal === null) onFile(chosen);
  };
  return (
    <Stack gap="xs" align="flex-start">
      {refused !== null && (
        <Notice tone="red" role="alert" title={t('investor:documents.notTaken')}>
          {refused}
        </Notice>
      )}
      {file !== null && (
        <>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {t('intake.sends', { name: file.name })}
          </Text>
          <FileButton accept="application/pdf,.pdf" onChange={choose}>
            {(props) => (
              <Button {...props} size="xs" variant="default">
                {t('intake.otherFile')}
              </Button>
            )}
          </FileButton>
        </>
      )}
      <Anchor component={Link} href={`/dossiers/${dossierId}/edit`}>
        {t('intake.toDraft')}
      </Anchor>
    </Stack>
  );
}
