import { Alert, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../format/format.js';
import { EmptyState } from '../../../ui/states.js';
import { Tag } from '../../../ui/status-tag.js';
import { Disclosure } from '../../../ui/disclosure.js';
import { CandidateTable } from './candidate.table.js';
import { type Change } from './facts-of-form.js';
import { findingsBySubject } from './findings-by-subject.js';
import { type Asked, type Preview } from './preview.query.js';
import { SubjectFindingsCard } from './subject-findings.card.js';
import classes from './preview-result.module.css';

export const RESULT = 'check-result';
const SHOWN_AT_ONCE = 20;
const VERDICTS = ['breached', 'inconclusive', 'met', 'not_applicable'] as const;
const TONES = { breached: 'red', inconclusive: 'amber', met: 'green', not_applicable: 'grey' } as const;

interface Props {
  asked: Asked;
  preview: Preview;
  isStale: boolean;
  onTry: (change: Change) => void;
  onUndo?: () => void;
}

/** What a screening would find: the whole first, then each machine and line, then what the law data lack. */
export function PreviewResult({ asked, preview, isStale, onTry, onUndo }: Props) {
  const { t } = useTranslation(['public', 'app']);
  const packs = preview.law.packs.map(({ packId }) => packId).join(', ');
  return (
    <Stack gap="lg" mt="lg" component="section" aria-labelledby={RESULT}>
      <Group justify="space-between">
        <Title order={2} id={RESULT} tabIndex={-1}>
          {t('result.title')}
        </Title>
        <Button variant="default" size="xs" className="tg-no-print" onClick={() => window.print()}>
          {t('app:actions.print')}
        </Button>
      </Group>
      {isStale && <Text className={classes.stale}>{t('selfCheck.stale')}</Text>}
      {onUndo && (
        <Alert color="blue" variant="outline" className={classes.trying}>
          <Group justify="space-between">
            <Text size="sm">{t('selfCheck.trying')}</Text>
            <Button size="xs" variant="default" onClick={onUndo}>
              {t('selfCheck.undo')}
            </Button>
          </Group>
        </Alert>
      )}
      <Outlook preview={preview} />
      <Subjects asked={asked} preview={preview} onTry={onTry} />
      <CandidateTable candidates={preview.candidates} form={asked.form} />
      <Notices notices={preview.notices} />
      <Text size="sm" c="dimmed">
        {t('result.law', { date: formatDate(preview.receivedOn), packs })}
      </Text>
    </Stack>
  );
}

function Outlook({ preview: { summary, mode, remarks } }: { preview: Preview }) {
  const { t } = useTranslation(['public', 'words']);
  return (
    <Paper withBorder p="lg" className={classes[summary.outlook]}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={600} size="lg">
            {t(`result.outlook.${summary.outlook}`)}
          </Text>
          <Tag tone={mode === 'official' ? 'blue' : 'amber'}>{t(`mode.${mode}`)}</Tag>
        </Group>
        <Text>{t(`result.outlookText.${summary.outlook}`)}</Text>
        <ul className={classes.counts} aria-label={t('result.counts')}>
          {VERDICTS.map((verdict) => (
            <li key={verdict}>
              <Tag
                tone={TONES[verdict]}
              >{`${t(`words:verdict.${verdict}`)}: ${summary.counts[verdict]}`}</Tag>
            </li>
          ))}
        </ul>
        {remarks.map(({ code, text }) => (
          <Text key={code} size="sm" c="dimmed">
            {text}
          </Text>
        ))}
      </Stack>
    </Paper>
  );
}

function Subjects({ asked, preview, onTry }: Pick<Props, 'asked' | 'preview' | 'onTry'>) {
  const { t } = useTranslation('public');
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const subjects = findingsBySubject(preview.findings);
  if (subjects.length === 0)
    return <EmptyState title={t('result.noFindings')}>{t('result.noFindingsText')}</EmptyState>;
  return (
    <Stack gap="md">
      {subjects.slice(0, shown).map((subject) => (
        <SubjectFindingsCard
          key={`${subject.kind} ${subject.id ?? ''}`}
          {...{ subject, onTry }}
          form={asked.form}
        />
      ))}
      {subjects.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
          {t('result.more', { count: subjects.length - shown })}
        </Button>
      )}
    </Stack>
  );
}

/** Each remark once: several rules may lack the same thing. */
function Notices({ notices }: { notices: Preview['notices'] }) {
  const { t } = useTranslation('public');
  const texts = [...new Set(notices.map(({ text }) => text))];
  if (texts.length === 0) return null;
  return (
    <Disclosure summary={t('result.notices', { count: texts.length })}>
      <List size="sm" spacing={6}>
        {texts.map((text) => (
          <List.Item key={text}>{text}</List.Item>
        ))}
      </List>
    </Disclosure>
  );
}
