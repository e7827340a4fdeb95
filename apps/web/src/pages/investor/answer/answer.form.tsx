import { Anchor, Button, Group, List, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { newActKey } from '../../../api/client.js';
import { formatDate } from '../../../format/format.js';
import { usePerson } from '../../../session/session.provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { StatusTag, Tag } from '../../../ui/status-tag.js';
import { httpTransport } from '../draft/dossier.query.js';
import { DocumentsForm } from '../documents/documents.form.js';
import { FileUpload } from '../documents/file.upload.js';
import { useEditing } from '../edit/draft.context.js';
import { Notice } from '../edit/notice.js';
import { SaveStatus } from '../edit/save-status.js';
import { ANSWERING, type AskedOfOwner, sendAnswer } from './answer.query.js';
import { overSignIn } from './over-sign-in.js';
import { forgetAnswers, keepAnswers, type KeptAnswers, sentText, unanswered } from './kept-answers.js';
import { useOnce } from '../../../api/use-once.js';

const fieldOf = (item: number) => `answer-${item}`;
const MOST_TEXT = 4000;
const DECLARED = ['project', 'lines', 'machinery', 'evidence'] as const;

interface Props {
  request: AskedOfOwner;
  kept: KeptAnswers;
}

/** The items with what is answered, the papers of the dossier, and the answer as a whole: looked at before it is sent. */
export function AnswerForm({ request, kept }: Props) {
  const { t } = useTranslation(['answer', 'investor']);
  const { dossier } = useEditing();
  const person = usePerson();
  const [answers, setAnswers] = useState(kept);
  const [isKept, setIsKept] = useState(true);
  const isRefusal = request.kind === 'refusal_notice';
  const items = isRefusal ? [{ what: t('response'), basis: '' }] : (request.content.items ?? []);
  const left = unanswered(answers, items.length);
  const change = (next: KeptAnswers) => {
    setAnswers(next);
    setIsKept(keepAnswers(person.id, request.id, next));
  };
  return (
    <Stack gap="lg">
      <Text role="status">{t('answered', { done: items.length - left.length, all: items.length })}</Text>
      <Text size="sm" c="dimmed">
        {t(isKept ? 'kept' : 'notKept')}
      </Text>
      {items.map(({ what, basis }, item) => (
        <Item key={`${what}${item}`} {...{ what, basis, item, answers }} onChange={change} />
      ))}
      {isRefusal && (
        <Group gap="sm">
          <Button
            variant="default"
            onClick={() => change({ ...answers, texts: [t('accepted')] })}
            style={{ height: 'auto', minHeight: 36 }}
            styles={{ label: { whiteSpace: 'normal' } }}
          >
            {t('accept')}
          </Button>
          <Anchor component={Link} href={`/dossiers/${dossier.id}?step=withdraw`}>
            {t('withdraw')}
          </Anchor>
        </Group>
      )}
      <Paper withBorder p="lg" component="nav" aria-label={t('content')}>
        <Text mb="xs">{t('content')}</Text>
        <Group gap="lg">
          {DECLARED.map((task) => (
            <Anchor key={task} component={Link} href={`/dossiers/${dossier.id}/edit?task=${task}`}>
              {t(`investor:tasks.${task}`)}
            </Anchor>
          ))}
        </Group>
      </Paper>
      <Paper withBorder p="lg" component="details">
        <summary>{t('papers')}</summary>
        <Stack mt="md">
          <SaveStatus />
          <DocumentsForm />
        </Stack>
      </Paper>
      <Sending request={request} answers={answers} left={left} count={items.length} />
    </Stack>
  );
}

interface ItemProps {
  what: string;
  basis: string;
  item: number;
  answers: KeptAnswers;
  onChange: (answers: KeptAnswers) => void;
}

function Item({ what, basis, item, answers, onChange }: ItemProps) {
  const { t } = useTranslation('answer');
  const { dossier } = useEditing();
  const files = answers.files[item] ?? [];
  const isAnswered = sentText(answers, item, '') !== '';
  const put = <Value,>(list: Value[], value: Value, empty: Value) =>
    Array.from({ length: Math.max(list.length, item + 1) }, (_, at) =>
      at === item ? value : (list[at] ?? empty),
    );
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
          onChange={({ currentTarget }) =>
            onChange({ ...answers, texts: put(answers.texts, currentTarget.value, '') })
          }
        />
        {files.length > 0 && (
          <List size="sm">
            {files.map(({ id, name }) => (
              <List.Item key={id}>{name}</List.Item>
            ))}
          </List>
        )}
        <FileUpload
          dossierId={dossier.id}
          label={what}
          fields={{ kind: 'other' }}
          onStored={({ id, fileName }) =>
            onChange({ ...answers, files: put(answers.files, [...files, { id, name: fileName ?? id }], []) })
          }
        />
      </Stack>
    </Paper>
  );
}

interface SendingProps {
  request: AskedOfOwner;
  answers: KeptAnswers;
  left: number[];
  count: number;
}

function useSending({ request, answers, count }: SendingProps) {
  const { t } = useTranslation('answer');
  const { dossier, saver } = useEditing();
  const person = usePerson();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const session = { isOpen: () => httpTransport.speaksFor(person.id), resume: httpTransport.resume };
  const texts = Array.from({ length: count }, (_, item) => sentText(answers, item, t('files')));
  const payload = request.kind === 'refusal_notice' ? { response: texts[0] ?? '' } : { answers: texts };
  const previewing = useOnce({
    mutationFn: async () => {
      if (!(await saver.settled())) return null;
      const sent = { command: ANSWERING[request.kind], payload, key: newActKey() };
      const asked = { ...sent, revision: saver.read().revision };
      return { asked, outcome: await overSignIn(() => sendAnswer(dossier.id, asked, true), session) };
    },
  });
  const sending = useOnce({
    // What was looked at is what is sent, under one key however often.
    mutationFn: () => overSignIn(() => sendAnswer(dossier.id, previewing.data!.asked, false), session),
    onSuccess: async () => {
      forgetAnswers(person.id, request.id);
      navigate(`/dossiers/${dossier.id}`, { replace: true });
      await queries.invalidateQueries();
    },
  });
  const isSame = JSON.stringify(previewing.data?.asked.payload) === JSON.stringify(payload);
  return { previewing, sending, preview: isSame ? previewing.data : null };
}

function Sending(props: SendingProps) {
  const { t } = useTranslation(['answer', 'investor']);
  const { previewing, sending, preview } = useSending(props);
  const { left } = props;
  const error = sending.error ?? previewing.error;
  return (
    <Stack gap="md" component="section" aria-label={t('send')}>
      {left.length > 0 && (
        <Notice tone="amber" title={t('left', { count: left.length })}>
          <List size="sm">
            {left.map((item) => (
              <List.Item key={item}>
                <Anchor
                  href={`#${fieldOf(item)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(fieldOf(item))?.focus();
                  }}
                >
                  {t('toItem', { number: item + 1 })}
                </Anchor>
              </List.Item>
            ))}
          </List>
        </Notice>
      )}
      {error !== null && <ProblemAlert error={error} />}
      {previewing.data === null && <Notice tone="amber" role="alert" title={t('investor:check.unsaved')} />}
      {preview && (
        <Notice tone="plain" title={t('willHappen')}>
          <Group gap="xs">
            <Text size="sm">{t('status')}</Text>
            <StatusTag status={preview.outcome.status} />
          </Group>
          {preview.outcome.dueOn !== null && (
            <Text size="sm">{t('due', { day: formatDate(preview.outcome.dueOn) })}</Text>
          )}
          <Text size="sm">{t('once')}</Text>
        </Notice>
      )}
      <Group>
        <Button
          variant={preview ? 'default' : 'filled'}
          disabled={left.length > 0}
          loading={previewing.isPending}
          onClick={() => previewing.mutate()}
        >
          {t('preview')}
        </Button>
        {preview && (
          <Button loading={sending.isPending} onClick={() => !sending.isSuccess && sending.mutate()}>
            {t('send')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
