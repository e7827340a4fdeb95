import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type StoredFile } from '../../../api/upload.js';
import { currentLanguage } from '../../../i18n/language.js';
import { Answer, LoadingState } from '../../../ui/states.js';
import { documentsQuery } from '../documents/documents.query.js';
import { MissingPapers } from '../documents/missing-papers.js';
import { filesOf } from '../documents/papers.js';
import { checklistQuery, type ChecklistItem } from '../draft/dossier.query.js';
import { useEditing } from './draft.context.js';
import { AnswersHead } from './listed-answers.js';

/** Which papers are missing, and each paper with its files. */
export function PaperAnswers() {
  const { t } = useTranslation('investor');
  const { dossier, state } = useEditing();
  const checklist = useQuery(checklistQuery(dossier.id, state.revision));
  const files = useQuery(documentsQuery(dossier.id));
  return (
    <section>
      <AnswersHead task="documents" />
      <MissingPapers text={t('check.papersText')} />
      {checklist.data && (
        <Answer query={files} loading={<LoadingState rows={2} />}>
          {({ items }) => (
            <Papers required={checklist.data.required} asked={checklist.data.asked} files={items} />
          )}
        </Answer>
      )}
    </section>
  );
}

interface PapersProps {
  required: ChecklistItem[];
  asked: ChecklistItem[];
  files: StoredFile[];
}

function Papers({ required, asked, files }: PapersProps) {
  const { t } = useTranslation('investor');
  const { papers } = useEditing().state.draft;
  const valid = files.filter(({ withdrawnAt }) => withdrawnAt === null);
  const rows = [...required, ...asked].map((item) => ({
    item,
    declared: papers.some((paper) => paper['item'] === item.code),
    own: filesOf(item.code, papers, valid),
  }));
  const shown = rows.filter(
    ({ item, declared, own }) => required.includes(item) || declared || own.length > 0,
  );
  const others = valid.filter((file) => !rows.some(({ own }) => own.includes(file)));
  return (
    <Table variant="vertical" layout="fixed" mt="xs">
      <Table.Tbody>
        {shown.map(({ item: { code, name }, declared, own }) => (
          <Table.Tr key={code}>
            <Table.Th w="45%">
              {code} · {name[currentLanguage()]}
            </Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <FileNames files={own} none={t(declared ? 'check.noFile' : 'documents.missing')} />
            </Table.Td>
          </Table.Tr>
        ))}
        {others.length > 0 && (
          <Table.Tr>
            <Table.Th w="45%">{t('documents.others')}</Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <FileNames files={others} none="" />
            </Table.Td>
          </Table.Tr>
        )}
      </Table.Tbody>
    </Table>
  );
}

function FileNames({ files, none }: { files: StoredFile[]; none: string }) {
  const { t } = useTranslation('investor');
  if (files.length === 0) return none;
  return files.map(({ id, fileName }) => (
    <Text size="sm" key={id}>
      {fileName ?? t('documents.unnamed')}
    </Text>
  ));
}
