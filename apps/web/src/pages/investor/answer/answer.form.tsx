import { Anchor, Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { newActKey } from '../../../api/client.js';
import { ProblemError } from '../../../api/problem.js';
import { useOnce } from '../../../api/use-once.js';
import { formatDate } from '../../../format/format.js';
import { usePerson } from '../../../session/session.provider.js';
import { type FaultyField } from '../../../ui/fault-pointer.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import { StatusTag } from '../../../ui/status-tag.js';
import { DocumentsForm } from '../documents/documents.form.js';
import { documentsQuery } from '../documents/documents.query.js';
import { MissingPapers } from '../documents/missing-papers.js';
import { missingPapers } from '../documents/papers.js';
import { checklistQuery, httpTransport } from '../draft/dossier.query.js';
import { useEditing } from '../edit/draft.context.js';
import { HeldNotice } from '../edit/held-notice.js';
import { Notice } from '../../../ui/notice.js';
import { SaveStatus } from '../edit/save-status.js';
import { Acceptance } from './acceptance.js';
import { AnswerItem, fieldOf } from './answer-item.js';
import { ANSWERING, type AskedItem, type AskedOfOwner, sendAnswer } from './answer.query.js';
import { type AnswersAre } from './end-of-saving.js';
import {
  forgetAnswers,
  type KeptAnswers,
  sentText,
  unanswered,
  withoutWithdrawn,
  withText,
} from './kept-answers.js';
import { overSignIn } from './over-sign-in.js';
import { useAnswers } from './use-answers.js';

/** The answer that a pointer into a saved draft means, such as `/texts/1`. */
function answerAt(pointer: string, word: string): FaultyField | null {
  const [, item] = /^\/texts\/(\d+)/.exec(pointer) ?? [];
  return item === undefined ? null : { label: `${word} ${Number(item) + 1}`, id: fieldOf(Number(item)) };
}

/** Answers that are saved, or about to be. */
const ON_SERVER: ReadonlySet<AnswersAre> = new Set(['saved', 'saving']);
const DECLARED = ['project', 'lines', 'machinery', 'evidence'] as const;

/** Files of the dossier that were withdrawn. */
function useWithdrawn(dossierId: string): ReadonlySet<string> {
  const files = useQuery(documentsQuery(dossierId)).data?.items ?? [];
  return new Set(files.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ id }) => id));
}

/** The items with what is answered, the papers of the dossier, and the answer as a whole: looked at before it is sent. */
export function AnswerForm({ request }: { request: AskedOfOwner }) {
  const { t } = useTranslation(['answer', 'investor']);
  const { dossier, state, faults } = useEditing();
  const { answers: entered, isKept, are, problem, change, choose } = useAnswers(dossier.id, request);
  const answers = withoutWithdrawn(entered, useWithdrawn(dossier.id));
  const isRefusal = request.kind === 'refusal_notice';
  const items: AskedItem[] = isRefusal ? [{ what: t('response'), basis: '' }] : (request.content.items ?? []);
  const left = unanswered(answers, items.length);
  // "Saved" is said of what is declared: below an answer that is not saved it would be taken for the answer.
  const speaksOfDeclared = ON_SERVER.has(are) || state.phase !== 'saved' || faults.length > 0;
  return (
    <Stack gap="lg">
      <Text role="status">{t('answered', { done: items.length - left.length, all: items.length })}</Text>
      <Text size="sm" c="dimmed" role="status">
        {t(isKept || are === 'saved' ? `draft.${are}` : 'notKept')}
      </Text>
      {problem && (
        <ProblemAlert error={new ProblemError(problem)} fieldOf={(pointer) => answerAt(pointer, t('text'))} />
      )}
      {speaksOfDeclared && <SaveStatus />}
      {items.map((asked, item) => (
        <AnswerItem
          key={`${asked.what}${item}`}
          {...{ asked, item, answers }}
          onChoose={(side) => choose(item, side)}
          onChange={change}
        />
      ))}
      {isRefusal && (
        <Group gap="sm" align="flex-start">
          <Acceptance
            text={answers.texts[0] ?? ''}
            onAccept={(text) => change((known) => withText(known, 0, text))}
          />
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
          <DocumentsForm />
        </Stack>
      </Paper>
      <Sending request={request} answers={answers} left={left} count={items.length} />
    </Stack>
  );
}

interface SendingProps {
  request: AskedOfOwner;
  answers: KeptAnswers;
  left: number[];
  count: number;
}

function useSending({ request, answers, count }: SendingProps) {
  const { dossier, saver, state } = useEditing();
  const person = usePerson();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const session = { isOpen: () => httpTransport.speaksFor(person.id), resume: httpTransport.resume };
  const texts = Array.from({ length: count }, (_, item) => sentText(answers, item));
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
  const asked = previewing.data?.asked;
  const isSame =
    JSON.stringify(asked?.payload) === JSON.stringify(payload) && asked?.revision === state.revision;
  return { previewing, sending, preview: isSame ? previewing.data : null };
}

function Sending(props: SendingProps) {
  const { t } = useTranslation(['answer', 'investor']);
  const { dossier, faults } = useEditing();
  const { previewing, sending, preview: looked } = useSending(props);
  const preview = faults.length === 0 ? looked : null;
  const { left, request } = props;
  const completes = request.kind === 'supplement';
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
      <HeldNotice faults={faults} />
      {completes && <MissingPapers text={t('papersText')} />}
      {error !== null && <SubmitProblem error={error} />}
      {previewing.data === null && <Notice tone="amber" role="alert" title={t('investor:check.unsaved')} />}
      {preview && (
        <Notice tone="plain" title={t('willHappen')}>
          <Group gap="xs">
            <Text size="sm">{t('status')}</Text>
            <StatusTag status={preview.outcome.status} of={dossier} />
          </Group>
          {preview.outcome.dueOn !== null && (
            <Text size="sm">{t('due', { day: formatDate(preview.outcome.dueOn) })}</Text>
          )}
          {completes && <PapersSent />}
          <Text size="sm">{t('once')}</Text>
        </Notice>
      )}
      <Group>
        <Button
          variant={preview ? 'default' : 'filled'}
          disabled={left.length > 0 || faults.length > 0 || props.answers.clashes.length > 0}
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

/** What of the required papers will be there once the answer is sent. */
function PapersSent() {
  const { t } = useTranslation('answer');
  const { dossier, state } = useEditing();
  const checklist = useQuery(checklistQuery(dossier.id, state.revision)).data;
  if (checklist === undefined) return null;
  const codes = missingPapers(checklist, state.draft).map(({ code }) => code);
  return (
    <Text size="sm">
      {codes.length === 0 ? t('papersWhole') : t('stillMissing', { codes: codes.join(', ') })}
    </Text>
  );
}
