import { Checkbox, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type StoredFile } from '../../api/upload.js';
import { currentLanguage } from '../../i18n/language.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { FileUpload } from '../investor/documents/file.upload.js';
import { type ChecklistItem } from '../investor/draft/dossier.query.js';
import { type useSavedPapers } from './use-saved-papers.js';

interface Props {
  id: string;
  required: ChecklistItem[];
  asked: ChecklistItem[];
  files: StoredFile[];
  saved: ReturnType<typeof useSavedPapers>;
}

/** The checklist of the procedure: what came is ticked, a file is added where there is one. Every tick is saved at once. */
export function PaperItems({ id, required, asked, files, saved }: Props) {
  const { t } = useTranslation(['clerk', 'investor']);
  return (
    <Stack gap="lg">
      {saved.error !== null && <ProblemAlert error={saved.error} onRetry={saved.retry} />}
      <Items title={t('investor:documents.required')} items={required} {...{ id, files, saved }} />
      {asked.length > 0 && (
        <Items title={t('investor:documents.asked')} items={asked} {...{ id, files, saved }} />
      )}
      <Text size="sm" c="dimmed" role="status">
        {t(saved.isSaving ? 'intake.papers.saving' : 'intake.papers.saved')}
      </Text>
    </Stack>
  );
}

interface ItemsProps extends Pick<Props, 'id' | 'files' | 'saved'> {
  title: string;
  items: ChecklistItem[];
}
function Items({ title, items, id, files, saved }: ItemsProps) {
  const { t } = useTranslation('clerk');
  const language = currentLanguage();
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Title order={2} size="h3">
          {title}
        </Title>
        {items.map(({ code, name, basis }) => {
          const own = files.filter(
            ({ checklistItem, withdrawnAt }) => checklistItem === code && withdrawnAt === null,
          );
          const isThere = saved.papers.some(({ item }) => item === code);
          return (
            <Group key={code} justify="space-between" align="flex-start" gap="xs">
              <Stack gap={4} flex="1 1 20rem" miw={0}>
                <Checkbox
                  label={`${code}. ${name[language]}`}
                  description={basis}
                  checked={isThere}
                  onChange={({ currentTarget }) => saved.setTicked(code, currentTarget.checked)}
                />
                {own.length > 0 && (
                  <List size="sm" pl="xl" style={{ overflowWrap: 'anywhere' }}>
                    {own.map((file) => (
                      <List.Item key={file.id}>{file.fileName ?? t('intake.papers.unnamed')}</List.Item>
                    ))}
                  </List>
                )}
              </Stack>
              <FileUpload
                dossierId={id}
                label={code}
                fields={{ kind: 'paper', checklistItem: code }}
                onStored={(file) => saved.add({ item: code, documentId: file.id })}
              />
            </Group>
          );
        })}
      </Stack>
    </Paper>
  );
}
