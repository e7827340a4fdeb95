import { Anchor, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../../ui/status-tag.js';
import { Disclosure } from '../../../ui/disclosure.js';
import { VerificationMark } from '../../../ui/verification-mark.js';
import { cellId, type Change, triableChange } from './facts-of-form.js';
import { changesOf, type ChangeText, type SubjectFindings } from './findings-by-subject.js';
import { type PreviewFinding } from './preview.query.js';
import { nameOfRow } from './row-name.js';
import { type SelfCheckForm } from './self-check.form.js';
import classes from './subject-findings.module.css';

const TONES = { breached: 'red', inconclusive: 'amber', met: 'green', not_applicable: 'grey' } as const;
const FIRST_CELL = { project: 'environmentalGroup', line: 'technologyName', equipment: 'name' } as const;

interface Props {
  subject: SubjectFindings;
  form: SelfCheckForm;
  onTry: (change: Change) => void;
}

/** What was found of one machine or line, what is open first; what is in order stays folded. */
export function SubjectFindingsCard({ subject: { kind, id, open, others }, form, onTry }: Props) {
  const { t } = useTranslation('public');
  const name = nameOfRow(form, id, t);
  const cell = cellId(id ?? 'project', FIRST_CELL[kind]);
  return (
    <Paper withBorder p="lg">
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <Title order={3}>{name}</Title>
          <Anchor
            size="sm"
            href={`#${cell}`}
            className="tg-no-print"
            onClick={(event) => {
              event.preventDefault();
              document.getElementById(cell)?.focus();
            }}
          >
            {t('result.goTo', { name })}
          </Anchor>
        </Group>
        {open.map((finding) => (
          <FindingBlock key={finding.key} finding={finding} onTry={onTry} />
        ))}
        {others.length > 0 && (
          <Disclosure summary={t('result.others', { count: others.length })}>
            <Stack gap="md">
              {others.map((finding) => (
                <FindingBlock key={finding.key} finding={finding} onTry={onTry} />
              ))}
            </Stack>
          </Disclosure>
        )}
      </Stack>
    </Paper>
  );
}

function FindingBlock({ finding, onTry }: { finding: PreviewFinding; onTry: Props['onTry'] }) {
  const { t } = useTranslation(['public', 'words']);
  const { texts, verdict, severity, basis, verification, curable, analogy } = finding;
  const { helping, harming } = changesOf(finding);
  const isOpen = verdict === 'breached' || verdict === 'inconclusive';
  return (
    <div className={classes.finding}>
      <Group gap="xs">
        <Text fw={600}>{texts.title}</Text>
        <Tag tone={TONES[verdict]}>{texts.verdict}</Tag>
        {isOpen && severity === 'blocking' && <Tag tone="grey">{t('words:severity.blocking')}</Tag>}
        {analogy && <Tag tone="grey">{t('result.analogy')}</Tag>}
      </Group>
      <Text size="sm">{texts.detail}</Text>
      {helping.length > 0 && <Changes title={t('result.change')} changes={helping} onTry={onTry} />}
      {harming.length > 0 && <Changes title={t('result.slip')} changes={harming} />}
      {isOpen && curable === 'by_condition' && <Text size="sm">{t('result.curable')}</Text>}
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {t('basis')}: {basis}
        </Text>
        <VerificationMark verification={verification} />
      </Group>
    </div>
  );
}

interface ChangesProps {
  title: string;
  changes: ChangeText[];
  onTry?: Props['onTry'];
}
function Changes({ title, changes, onTry }: ChangesProps) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <List size="sm" spacing={4}>
        {changes.map((change) => (
          <List.Item key={change.text}>
            {change.text} {onTry && <TryButton change={change} onTry={onTry} />}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function TryButton({ change, onTry }: { change: ChangeText; onTry: Props['onTry'] }) {
  const { t } = useTranslation('public');
  const triable = triableChange(change);
  if (triable === null) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      className="tg-no-print"
      aria-label={t('selfCheck.tryThis', { change: change.text })}
      onClick={() => onTry(triable)}
    >
      {t('selfCheck.try')}
    </Button>
  );
}
