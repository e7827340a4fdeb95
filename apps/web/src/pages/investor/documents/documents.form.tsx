import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/language.js';
import { Answer } from '../../../ui/states.js';
import { Tag } from '../../../ui/status-tag.js';
import { type ChecklistItem, checklistQuery } from '../draft/dossier.query.js';
import { useEditing } from '../edit/draft.context.js';
import { documentsQuery } from './documents.query.js';
import { FileUpload } from './file.upload.js';
import { PaperUpload } from './paper.upload.js';
import { StoredFiles } from './stored.files.js';
import { type StoredFile } from '../../../api/upload.js';

/** The papers that the law asks for, each with its files. */
export function DocumentsForm() {
  const { t } = useTranslation('investor');
  const { dossier, state } = useEditing();
  const checklist = useQuery(checklistQuery(dossier.id, state.revision));
  const files = useQuery(documentsQuery(dossier.id));
  return (
    <Answer query={checklist}>
      {({ required, asked }) => (
        <Answer query={files}>
          {({ items }) => (
            <Stack gap="lg">
              <Items title={t('documents.required')} items={required} files={items} required />
              {asked.length > 0 && <Items title={t('documents.asked')} items={asked} files={items} />}
              <Others files={items} known={new Set([...required, ...asked].map(({ code }) => code))} />
            </Stack>
          )}
        </Answer>
      )}
    </Answer>
  );
}

interface ItemsProps {
  title: string;
  items: ChecklistItem[];
  files: StoredFile[];
  required?: boolean;
}

function Items({ title, items, files, required = false }: ItemsProps) {
  const { t } = useTranslation(['investor', 'words']);
  const { state } = useEditing();
  const language = currentLanguage();
  return (
    <Stack gap="sm" component="section">
      <Title order={2} size="h3">
        {title}
      </Title>
      {items.map(({ code, name, basis, verification }) => {
        const present = state.draft.papers.some(({ item }) => item === code);
        const own = files.filter(
          ({ checklistItem, withdrawnAt }) => checklistItem === code && withdrawnAt === null,
        );
        return (
          <Paper key={code} withBorder p="md">
            <Stack gap="xs">
              <Text fw={600}>
                {code} · {name[language]}{' '}
                {present ? (
                  <Tag tone="green">{t('documents.there')}</Tag>
                ) : required ? (
                  <Tag tone="amber">{t('documents.missing')}</Tag>
                ) : null}
              </Text>
              <Text size="sm" c="dimmed">
                {basis} · {t(`words:verification.${verification}`)}
              </Text>
              <StoredFiles files={own} />
              <PaperUpload code={code} label={code} />
            </Stack>
          </Paper>
        );
      })}
    </Stack>
  );
}

function Others({ files, known }: { files: StoredFile[]; known: ReadonlySet<string> }) {
  const { t } = useTranslation('investor');
  const { dossier } = useEditing();
  const others = files.filter(
    ({ checklistItem, withdrawnAt }) => withdrawnAt === null && !known.has(checklistItem ?? ''),
  );
  return (
    <Stack gap="sm" component="section">
      <Title order={2} size="h3">
        {t('documents.others')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('documents.othersText')}
      </Text>
      <StoredFiles files={others} />
      <FileUpload
        dossierId={dossier.id}
        label={t('documents.others')}
        fields={{ kind: 'other' }}
        onStored={() => undefined}
      />
    </Stack>
  );
}
