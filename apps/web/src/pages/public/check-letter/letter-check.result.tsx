import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatSize } from '../../../format/format.js';
import { Tag } from '../../../ui/status-tag.js';
import { FactList } from '../fact-list.js';
import { useSaid } from '../../../ui/said.js';
import { type LetterCheck, type LetterQuestion } from './check-letter.query.js';
import classes from './letter-check.module.css';

const TONES = { valid: 'green', under_review: 'amber', replaced: 'amber', recalled: 'red' } as const;

/** What is known of the letter that was asked for: issued here or not, and what each one is worth today. */
export function LetterCheckResult({ check, question }: { check: LetterCheck; question: LetterQuestion }) {
  const { t } = useTranslation('public');
  const said = useSaid();
  return (
    <Stack gap="md">
      <Paper withBorder p="lg" className={check.known ? classes.known : classes.unknown}>
        <Stack gap={6}>
          <Text fw={600} size="lg">
            {check.known ? t('checkLetter.known') : t(`checkLetter.unknown.${question.by}`)}
          </Text>
          <Text>{said(check.text)}</Text>
          {question.by === 'file' && (
            <Text size="sm" c="dimmed" className={classes.digest}>
              {t('checkLetter.file', { name: question.name, size: formatSize(question.size) })}
              <br />
              SHA-256: {question.sha256}
            </Text>
          )}
        </Stack>
      </Paper>
      {check.letters.map((letter) => (
        <LetterCard key={letter.sha256} letter={letter} />
      ))}
      <Text size="sm" c="dimmed">
        {said(check.disclosure)}
      </Text>
    </Stack>
  );
}

function LetterCard({ letter }: { letter: LetterCheck['letters'][number] }) {
  const { t } = useTranslation('public');
  const said = useSaid();
  const { number, issuedOn, kindName, issuer, sha256, standing, standingText, replacedBy } = letter;
  return (
    <Paper withBorder p="lg">
      <Stack gap="sm">
        <Title order={3}>
          {number} <Tag tone={TONES[standing]}>{t(`checkLetter.standings.${standing}`)}</Tag>
        </Title>
        {letter.demonstration && (
          <div>
            <Tag tone="amber">{t('checkLetter.demonstration')}</Tag>
          </div>
        )}
        <FactList
          facts={[
            [t('checkLetter.standing'), said(standingText)],
            [
              t('checkLetter.replacedBy'),
              replacedBy &&
                t('checkLetter.replacedByText', {
                  number: replacedBy.number,
                  date: formatDate(replacedBy.issuedOn),
                }),
            ],
            [t('checkLetter.kind'), said(kindName)],
            [t('checkLetter.day'), formatDate(issuedOn)],
            [t('checkLetter.issuer'), `${issuer.governingBody}, ${issuer.body}`],
            [t('checkLetter.sha256'), <code className={classes.digest}>{sha256}</code>],
          ]}
        />
      </Stack>
    </Paper>
  );
}
