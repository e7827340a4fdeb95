import { Group, List, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type StoredFile } from '../../../api/upload.js';
import { currentLanguage } from '../../../i18n/language.js';
import { Answer, LoadingState } from '../../../ui/states.js';
import { Tag } from '../../../ui/status-tag.js';
import { documentsQuery } from '../documents/documents.query.js';
import { FileUpload } from '../documents/file.upload.js';
import { PaperUpload } from '../documents/paper.upload.js';
import { StoredFiles } from '../documents/stored.files.js';
import { type Checklist, checklistQuery } from '../draft/dossier.query.js';
import { useEditing } from '../edit/draft.context.js';
import { AnswerClashNotice } from './answer-clash.js';
import { type AskedItem } from './answer.query.js';
import { type HandedIn, type KeptAnswers, sentText, withFile, withText } from './kept-answers.js';
import { SENT_WORDS } from './sent-words.js';

/** The id of the text in which an item is answered. */
export const fieldOf = (item: number): string => `answer-${item}`;
const MOST_TEXT = 4000;

interface Props {
  asked: AskedItem;
  item: number;
  answers: KeptAnswers;
  onChoose: (side: 'mine' | 'theirs') => void;
  /** Somebody may have typed on while a file was on its way: a change is made to the answers as they then are. */
  onChange: (change: (answers: KeptAnswers) => KeptAnswers) => void;
}

/** One item that was asked, with the text and the files that answer it. */
export function AnswerItem({ asked, item, answers, onChoose, onChange }: Props) {
  const { t } = useTranslation('answer');
  const { what, basis } = asked;
  const clash = answers.clashes.find((one) => one.item === item);
  const isAnswered = sentText(answers, item) !== '';
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby={`${fieldOf(item)}-title`}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Title order={2} size="h3" id={`${fieldOf(item)}-title`}>
            {item + 1}. {what}
          </Title>
          <Tag tone={isAnswered ? 'green' : 'amber'}>{t(isAnswered ? 'done' : 'open')}</Tag>
        </Group>
        {basis !== '' && (
          <Text size="sm" c="dimmed">
            {basis}
          </Text>
        )}
        <Textarea
          id={fieldOf(item)}
          label={t('text')}
          autosize
          minRows={3}
          maxLength={MOST_TEXT}
          value={answers.texts[item] ?? ''}
          onChange={({ currentTarget: { value } }) => onChange((known) => withText(known, item, value))}
        />
        {clash && <AnswerClashNotice clash={clash} onChoose={onChoose} />}
        <FilesHere files={answers.files[item] ?? []} />
        <ItemUpload
          asked={asked}
          onStored={({ id, fileName }) =>
            onChange((known) => withFile(known, item, { id, name: fileName ?? id }))
          }
        />
      </Stack>
    </Paper>
  );
}

/** Files of an item; whoever added one by mistake withdraws it, and the answer no longer names it. */
function FilesHere({ files }: { files: HandedIn[] }) {
  const { dossier } = useEditing();
  const stored = useQuery(documentsQuery(dossier.id)).data?.items ?? [];
  const known = stored.filter(({ id }) => files.some((file) => file.id === id));
  const others = files.filter(({ id }) => !known.some((file) => file.id === id));
  return (
    <>
      <StoredFiles files={known} reason={SENT_WORDS.withdrawal} />
      {others.length > 0 && (
        <List size="sm">
          {others.map(({ id, name }) => (
            <List.Item key={id}>{name}</List.Item>
          ))}
        </List>
      )}
    </>
  );
}

interface UploadProps {
  asked: AskedItem;
  onStored: (file: StoredFile) => void;
}

/** A file at an item about a paper of the checklist is that paper: else the dossier would go on missing it. */
function ItemUpload({ asked, onStored }: UploadProps) {
  const { dossier, state } = useEditing();
  const { what, about } = asked;
  const checklist = useQuery({
    ...checklistQuery(dossier.id, state.revision),
    enabled: about !== undefined,
  });
  const beside = (
    <FileUpload dossierId={dossier.id} label={what} fields={{ kind: 'other' }} onStored={onStored} />
  );
  if (about === undefined) return beside;
  return (
    <Answer query={checklist} loading={<LoadingState rows={1} />}>
      {({ required, asked: ifAny }) => {
        const paper = [...required, ...ifAny].find(({ code }) => code === about);
        return paper ? <AsPaper {...{ paper, what, onStored }} /> : beside;
      }}
    </Answer>
  );
}

interface PaperProps {
  paper: Checklist['required'][number];
  what: string;
  onStored: (file: StoredFile) => void;
}

function AsPaper({ paper, what, onStored }: PaperProps) {
  const { t } = useTranslation('answer');
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {t('asPaper', { paper: `${paper.code} · ${paper.name[currentLanguage()]}` })}
      </Text>
      <PaperUpload code={paper.code} label={what} onStored={onStored} />
    </Stack>
  );
}
