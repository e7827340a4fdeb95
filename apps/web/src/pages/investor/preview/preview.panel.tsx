import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOfError } from '../../../api/problem.js';
import { Notice } from '../../../ui/notice.js';
import { LoadingState } from '../../../ui/states.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { Tag } from '../../../ui/status-tag.js';
import { type Draft } from '../draft/draft.types.js';
import { useEditing } from '../edit/draft.context.js';
import { FieldLink } from '../edit/fault-links.js';
import { type Finding, type Preview, usePreview } from './preview.query.js';
import { Candidates } from './candidates.js';
import { nameOf } from './name-of.js';
import { leftToAppraiser, missingFacts, standingInWay } from './missing-facts.js';
import { type Change, withChange } from './try-change.js';
import { useSoundDraft } from './use-draft-preview.js';

const SHOWN = 6;
/** Never green: that nothing was found is no approval. */
const TONES = { blocked: 'red', open: 'amber', nothing_found: 'grey' } as const;

/** What the screening would find, beside the form; and what would change it, tried on a copy of the facts. */
export function PreviewPanel() {
  const { t, i18n } = useTranslation('investor');
  const { dossier } = useEditing();
  const [tried, setTried] = useState<Change[]>([]);
  const draft = useSoundDraft();
  const copy = tried.reduce(withChange, draft);
  const preview = usePreview(dossier.procedureId, copy, i18n.language);
  const empty = copy.lines.length + copy.equipment.length === 0;
  return (
    <Paper withBorder p="md" component="aside" id="preview" aria-label={t('preview.title')}>
      <Stack gap="sm">
        <Title order={2} size="h3">
          {t('preview.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('preview.lead')}
        </Text>
        {tried.length > 0 && (
          <Group gap="xs">
            <Tag tone="blue">{t('preview.onCopy', { count: tried.length })}</Tag>
            <Button size="compact-sm" variant="default" onClick={() => setTried([])}>
              {t('preview.dropCopy')}
            </Button>
          </Group>
        )}
        {empty && <Text size="sm">{t('preview.empty')}</Text>}
        {!empty && preview.isError && (
          <NotPreviewed error={preview.error} onRetry={() => void preview.refetch()} />
        )}
        {!empty && preview.isPending && !preview.isError && <LoadingState rows={3} />}
        {!empty && preview.data && (
          <Previewed
            preview={preview.data}
            draft={copy}
            onTry={(change) => setTried((known) => [...known, change])}
          />
        )}
      </Stack>
    </Paper>
  );
}

/** A list may be longer than what is screened on trial; that it is saved all the same is what its owner has to know. */
function NotPreviewed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('investor');
  if (problemOfError(error).code !== 'payload_too_large')
    return <ProblemAlert error={error} onRetry={onRetry} />;
  return <Notice tone="amber">{t('preview.tooLong')}</Notice>;
}

interface PreviewedProps {
  preview: Preview;
  draft: Draft;
  onTry: (change: Change) => void;
}

function Previewed({ preview, draft, onTry }: PreviewedProps) {
  const { t } = useTranslation('investor');
  const { counts, outlook } = preview.summary;
  const weighed = leftToAppraiser(preview.findings);
  return (
    <Stack gap="sm" role="status" aria-live="polite">
      <Group gap="xs">
        <Tag tone={TONES[outlook]}>{t(`preview.outlook.${outlook}`)}</Tag>
      </Group>
      <Text size="sm">{t('preview.counts', counts)}</Text>
      <FindingSheets findings={standingInWay(preview.findings)} {...{ draft, onTry }} />
      {weighed.length > 0 && (
        <Stack gap="sm" component="section" aria-labelledby="preview-weighed">
          <Title order={3} size="h4" id="preview-weighed">
            {t('preview.weighed')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('preview.weighedText')}
          </Text>
          <FindingSheets findings={weighed} {...{ draft, onTry }} />
        </Stack>
      )}
      <Candidates candidates={preview.candidates} draft={draft} />
      {preview.remarks.map(({ code, text }) => (
        <Text key={code} size="xs" c="dimmed">
          {text}
        </Text>
      ))}
    </Stack>
  );
}

interface SheetsProps extends Omit<PreviewedProps, 'preview'> {
  findings: readonly Finding[];
}

/** The first findings of a group, and the way to the others. */
function FindingSheets({ findings, draft, onTry }: SheetsProps) {
  const { t } = useTranslation('investor');
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, SHOWN);
  return (
    <>
      {shown.map((finding) => (
        <FindingSheet key={finding.key} finding={finding} draft={draft} onTry={onTry} />
      ))}
      {findings.length > shown.length && (
        <Button size="xs" variant="default" onClick={() => setAll(true)}>
          {t('preview.more', { count: findings.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function FindingSheet({ finding, draft, onTry }: { finding: Finding } & Omit<PreviewedProps, 'preview'>) {
  const { t } = useTranslation(['investor', 'words']);
  const { texts, verdict, basis, verification, wouldChange, subject } = finding;
  return (
    <Stack gap={4} pt="xs" style={{ borderTop: '1px solid var(--tg-line)' }}>
      <Group gap="xs">
        <Tag tone={verdict === 'breached' ? 'red' : 'amber'}>{texts.verdict}</Tag>
        <Text size="sm" fw={600}>
          {nameOf(subject, draft)}
        </Text>
      </Group>
      <Text size="sm">{texts.title}</Text>
      <Text size="sm">{texts.detail}</Text>
      <Text size="xs" c="dimmed">
        {basis} · {t(`words:verification.${verification}`)}
      </Text>
      <MissingLinks finding={finding} draft={draft} />
      {wouldChange.map((change, index) => (
        <Group key={`${change.path} ${change.to}`} gap="xs" align="baseline">
          <Text size="sm">{texts.wouldChange[index]}</Text>
          <Button size="compact-xs" variant="default" onClick={() => onTry(change)}>
            {t('preview.try')}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}

/** The facts for lack of which nothing can be concluded, each a link to where it is entered. */
function MissingLinks({ finding, draft }: { finding: Finding; draft: Draft }) {
  const { t } = useTranslation('investor');
  const missing = missingFacts(finding.missing, draft);
  if (missing.length === 0) return null;
  return (
    <Group gap="xs">
      <Text size="sm">{t('preview.enter')}</Text>
      {missing.map(({ task, place, field }) => (
        <Text size="sm" key={field} span>
          <FieldLink task={task} place={place}>
            {t(`fields.${field}`)}
          </FieldLink>
        </Text>
      ))}
    </Group>
  );
}
