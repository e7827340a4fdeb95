import { Alert, Divider, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { useOnce } from '../../../api/use-once.js';
import { Page } from '../../../ui/page.js';
import { Answer } from '../../../ui/states.js';
import alertClasses from '../../../ui/problem-alert.module.css';
import { type LetterQuestion, useLetterCheck } from './check-letter.query.js';
import { digestOf, type FileFault, FileFaultError } from './file-digest.js';
import { FileDrop } from './file-drop.js';
import { LetterCheckResult } from './letter-check.result.js';
import { NumberForm } from './number.form.js';

const RESULT = 'letter-result';

/** Whether a letter is genuine: by its file, which stays on the device, or by its number (`?number=` from a link). */
export function CheckLetterPage() {
  const { t } = useTranslation('public');
  const [search] = useSearchParams();
  const number = search.get('number') ?? '';
  const [question, setQuestion] = useState<LetterQuestion | null>(
    number === '' ? null : { by: 'number', number, issuedOn: '' },
  );
  const [turn, setTurn] = useState(0);
  const check = useLetterCheck(question, turn);
  const ask = (asked: LetterQuestion) => {
    setQuestion(asked);
    setTurn((before) => before + 1);
  };
  const reading = useOnce({
    mutationFn: digestOf,
    onMutate: () => setQuestion(null),
    onSuccess: (sha256, file) => {
      const { name, size } = file as File;
      ask({ by: 'file', name, size, sha256 });
    },
  });
  const isAnswered = check.isSuccess || check.isError;
  useEffect(() => {
    if (isAnswered) document.getElementById(RESULT)?.focus();
  }, [isAnswered, turn]);
  return (
    <Page title={t('checkLetter.title')} lead={t('checkLetter.lead')}>
      <Stack gap="sm" component="section" className="tg-no-print">
        <Title order={2}>{t('checkLetter.byFile')}</Title>
        <Text maw={680}>{t('checkLetter.byFileText')}</Text>
        <FileDrop isReading={reading.isPending} onFile={(file) => reading.mutate(file)} />
        {reading.isError && <FileFaultAlert error={reading.error} />}
      </Stack>
      <Divider className="tg-no-print" />
      <Stack gap="sm" component="section" className="tg-no-print">
        <Title order={2}>{t('checkLetter.byNumber')}</Title>
        <Text maw={680}>{t('checkLetter.byNumberText')}</Text>
        <NumberForm
          number={number}
          isAsking={question?.by === 'number' && check.isFetching}
          onAsk={(asked, issuedOn) => {
            reading.reset();
            ask({ by: 'number', number: asked, issuedOn });
          }}
        />
      </Stack>
      {question && (
        <Stack gap="sm" component="section" aria-labelledby={RESULT}>
          <Title order={2} id={RESULT} tabIndex={-1}>
            {t('checkLetter.result')}
          </Title>
          <Answer query={check}>{(known) => <LetterCheckResult check={known} question={question} />}</Answer>
        </Stack>
      )}
    </Page>
  );
}

function FileFaultAlert({ error }: { error: Error }) {
  const { t } = useTranslation('public');
  const fault: FileFault = error instanceof FileFaultError ? error.fault : 'unreadable';
  return (
    <Alert
      role="alert"
      color="red"
      variant="outline"
      title={t(`checkLetter.${fault}`)}
      classNames={{ root: alertClasses.root }}
    >
      {t(`checkLetter.${fault}Text`)}
    </Alert>
  );
}
