import { Anchor, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDate } from '../../../format/format.js';
import { Tag } from '../../../ui/status-tag.js';
import { FactList } from '../fact-list.js';
import { useSaid } from '../../../ui/said.js';
import { VerificationMark } from '../../../ui/verification-mark.js';
import { ExpectedDay } from './expected-day.js';
import { type Tracking } from './track.query.js';
import classes from './track.module.css';

/** Where a dossier stands in public words: status, whose turn, the expected day and why, steps and letters. */
export function TrackedDossier({ dossier, headingId }: { dossier: Tracking; headingId: string }) {
  const { t } = useTranslation('public');
  const said = useSaid();
  const { fileCode, procedure, status, outcome, turn, expected, answerBy } = dossier;
  return (
    <Stack gap="lg">
      <Paper withBorder p="lg" className={turn.code === 'you' ? classes.yourTurn : classes.standing}>
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            {fileCode} · {said(procedure)}
          </Text>
          <Title order={2} id={headingId} tabIndex={-1}>
            {said(status.label)}
          </Title>
          {outcome && <Text fw={600}>{said(outcome.text)}</Text>}
          <Text>{said(status.meaning)}</Text>
          <FactList
            facts={[
              [t('track.turn'), said(turn.text)],
              [t('track.answerBy'), answerBy && <strong>{formatDate(answerBy)}</strong>],
              [t('track.expected'), expected ? <ExpectedDay expected={expected} /> : t('track.expectedNone')],
              [t('track.receivedOn'), formatDate(dossier.receivedOn)],
              [t('track.takenInOn'), formatDate(dossier.takenInOn)],
            ]}
          />
          <Text size="xs" c="dimmed">
            {said(dossier.modeText)}
          </Text>
        </Stack>
      </Paper>
      <Reasons reasons={dossier.reasons} />
      <Timeline steps={dossier.timeline} />
      <Letters letters={dossier.letters} />
    </Stack>
  );
}

function Reasons({ reasons }: { reasons: Tracking['reasons'] }) {
  const { t } = useTranslation('public');
  const said = useSaid();
  if (reasons.length === 0) return null;
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>{t('track.why')}</Title>
      <List spacing="xs">
        {reasons.map(({ code, text, since, until, basis, verification }) => (
          <List.Item key={code}>
            {said(text)}{' '}
            {[
              since && t('track.since', { date: formatDate(since) }),
              until && t('track.until', { date: formatDate(until) }),
            ]
              .filter(Boolean)
              .join(' ')}
            {basis !== null && (
              <Text size="sm" c="dimmed" component="div">
                {t('basis')}: {basis} {verification && <VerificationMark verification={verification} />}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function Timeline({ steps }: { steps: Tracking['timeline'] }) {
  const { t } = useTranslation('public');
  const said = useSaid();
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>{t('track.timeline')}</Title>
      {steps.length === 0 && <Text c="dimmed">{t('track.timelineNone')}</Text>}
      <ol className={classes.steps}>
        {steps.map(({ on, step, text, letter }, index) => (
          <li key={`${on} ${step} ${index}`} className={classes.step}>
            <Text size="sm" c="dimmed" className="tg-number">
              {formatDate(on)}
            </Text>
            <Text>
              {said(text)}
              {letter && ` (${said(letter.kindName)} ${letter.number})`}
            </Text>
          </li>
        ))}
      </ol>
    </Stack>
  );
}

const TONES = { valid: 'green', under_review: 'amber', replaced: 'amber', recalled: 'red' } as const;
function Letters({ letters }: { letters: Tracking['letters'] }) {
  const { t } = useTranslation('public');
  const said = useSaid();
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>{t('track.letters')}</Title>
      {letters.length === 0 && <Text c="dimmed">{t('track.lettersNone')}</Text>}
      {letters.map(({ number, kindName, issuedOn, standing, standingText }) => (
        <Paper key={number} withBorder p="md">
          <Text fw={500}>
            {said(kindName)} {number} · {formatDate(issuedOn)}{' '}
            <Tag tone={TONES[standing]}>{t(`checkLetter.standings.${standing}`)}</Tag>
          </Text>
          <Text size="sm" c="dimmed">
            {said(standingText)}
          </Text>
          <Anchor component={Link} href={`/check-letter?number=${encodeURIComponent(number)}`} size="sm">
            {t('track.verify', { number })}
          </Anchor>
        </Paper>
      ))}
    </Stack>
  );
}
