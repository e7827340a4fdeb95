import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type ProcedureId, type Status } from '#contracts';
import { copyAddress } from '../new/steps.js';
import { isAsked } from './answered-here.js';

interface Props {
  dossier: { id: string; status: Status; procedureId: ProcedureId; projectName: string; relations: string[] };
}

/** The pages on which an owner, or the clerk who acts for one, goes on with a dossier. */
export function OwnerSteps({ dossier }: Props) {
  const { t } = useTranslation('answer');
  const { id, status, relations } = dossier;
  const owner = relations.includes('owner');
  // For a clerk there may be nothing here.
  if (!owner && status !== 'draft' && !isAsked(status)) return null;
  return (
    <Stack gap="xs" component="section" aria-label={t('owner.label')} className="tg-no-print">
      <Group gap="sm">
        {status === 'draft' && (
          <Button component={Link} href={`/dossiers/${id}/edit`}>
            {t('owner.continue')}
          </Button>
        )}
        {isAsked(status) && (
          <Button component={Link} href={`/dossiers/${id}/answer`}>
            {t(owner ? 'owner.answer' : 'owner.answerFor')}
          </Button>
        )}
        {owner && status !== 'draft' && (
          <Button component={Link} href={copyAddress(dossier)} variant="default">
            {t('owner.copy')}
          </Button>
        )}
      </Group>
      {status !== 'draft' && !isAsked(status) && (
        <Text size="sm" c="dimmed">
          {t('owner.copyHint')}
        </Text>
      )}
    </Stack>
  );
}
