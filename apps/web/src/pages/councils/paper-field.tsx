import { Button, Group, Input, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { openAreas } from '../../i18n/language.js';
import { LoadingState } from '../../ui/states.js';

const FileUpload = lazy(async () => {
  const [{ FileUpload: Upload }] = await Promise.all([
    import('../investor/documents/file.upload.js'),
    openAreas('investor'),
  ]);
  return { default: Upload };
});

export interface Paper {
  id: string;
  name: string;
}
interface Props {
  dossierId: string;
  /** What the paper is, for readers: a signed ballot, an answer … */
  label: string;
  kind: 'council_paper' | 'consultation_answer' | 'paper';
  papers: readonly Paper[];
  onChange: (papers: Paper[]) => void;
  most?: number;
}

/** Files that belong to an act, added to the dossier one after the other before the act is sent. */
export function PaperField({ dossierId, label, kind, papers, onChange, most = 1 }: Props) {
  const { t } = useTranslation(['council', 'app']);
  const name = `${t('act.document')}: ${label}`;
  return (
    <Stack gap="xs" role="group" aria-label={name}>
      <Input.Label labelElement="div">{name}</Input.Label>
      {papers.map((paper) => (
        <Group key={paper.id} gap="xs">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {t('act.attached', { name: paper.name })}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('act.removeDocument', { name: paper.name })}
            onClick={() => onChange(papers.filter(({ id }) => id !== paper.id))}
          >
            {t('app:actions.remove')}
          </Button>
        </Group>
      ))}
      {papers.length < most && (
        <Suspense fallback={<LoadingState rows={1} />}>
          <FileUpload
            dossierId={dossierId}
            label={label}
            fields={{ kind }}
            onStored={({ id, fileName }) => onChange([...papers, { id, name: fileName ?? id }])}
          />
        </Suspense>
      )}
    </Stack>
  );
}
