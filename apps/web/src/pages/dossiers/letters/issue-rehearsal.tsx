import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { newActKey } from '../../../api/client.js';
import { formatDate } from '../../../format/format.js';
import { type FieldOf } from '../../../ui/fault-pointer.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import {
  gapsOfRefusal,
  isComplete,
  type LetterIssued,
  type LetterTarget,
  sendIssue,
  type Signing,
} from './issue-letter.query.js';

const PAUSE_MS = 400;

interface Props {
  target: LetterTarget;
  signing: Signing;
  /** Why the issue itself was refused. */
  failed: unknown;
  /** The fields of the form, so that a refusal names them. */
  fieldOf: FieldOf;
  onSigner: (name: string) => void;
  onDay: (day: string) => void;
}

/** What the issue would do, tried without doing it: the number and the day, or what stands in the way. */
export function Rehearsal({ target, signing, failed, fieldOf, onSigner, onDay }: Props) {
  const { t } = useTranslation('clerk');
  // As text, since a new object on each stroke would never come to rest.
  const [asked] = useDebouncedValue(JSON.stringify(signing), PAUSE_MS);
  const settled = JSON.parse(asked) as Signing;
  const trying = useQuery({
    queryKey: ['letter-rehearsal', target, asked],
    queryFn: () => sendIssue(target, settled, { key: newActKey(), dryRun: true }),
    enabled: isComplete(settled) && failed === null,
    staleTime: 0,
    retry: false,
  });
  const error = failed ?? trying.error;
  return (
    <div aria-live="polite">
      {!isComplete(signing) && (
        <Text size="sm" c="dimmed">
          {t('issue.fillSigner')}
        </Text>
      )}
      {error !== null && isComplete(signing) && (
        <Hindrance {...{ error, fieldOf, onSigner, onDay }} isOfSubmit={failed !== null} />
      )}
      {error === null && trying.data !== undefined && <Proposed {...trying.data} />}
    </div>
  );
}

function Proposed({ letter, dueOn, unprintable }: LetterIssued) {
  const { t } = useTranslation('clerk');
  return (
    <Stack gap={4}>
      <Text fw={600}>
        {t('issue.proposed', { number: letter.number ?? '', on: formatDate(letter.issuedOn) })}
      </Text>
      {dueOn !== null && (
        <Text size="sm" c="dimmed">
          {t('issue.dueAfter', { on: formatDate(dueOn) })}
        </Text>
      )}
      {unprintable > 0 && <Text size="sm">{t('issue.unprintable', { count: unprintable })}</Text>}
    </Stack>
  );
}

/** Why a letter cannot be issued, what is missing, and what can be put right at once. */
function Hindrance({
  error,
  fieldOf,
  isOfSubmit,
  onSigner,
  onDay,
}: Pick<Props, 'fieldOf' | 'onSigner' | 'onDay'> & { error: unknown; isOfSubmit: boolean }) {
  const { t } = useTranslation('clerk');
  // What is tried while somebody types takes no focus from them.
  const Shown = isOfSubmit ? SubmitProblem : ProblemAlert;
  const { missing = [], decider, earliest, latest } = gapsOfRefusal(error);
  return (
    <Stack gap="xs">
      <Shown error={error} fieldOf={fieldOf} />
      {missing.length > 0 && (
        <List size="sm" aria-label={t('issue.missing')}>
          {missing.map((part) => (
            <List.Item key={part}>{t(`issue.parts.${partOf(part)}`, { defaultValue: part })}</List.Item>
          ))}
        </List>
      )}
      <Group gap="xs">
        {decider !== undefined && (
          <Button size="xs" variant="default" onClick={() => onSigner(decider)}>
            {t('issue.useDecider', { name: decider })}
          </Button>
        )}
        {earliest !== undefined && latest !== undefined && (
          <Button size="xs" variant="default" onClick={() => onDay(latest)}>
            {t('issue.useDay', { from: formatDate(earliest), to: formatDate(latest) })}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** A dot parts areas of the catalogue, so the names of parts are written without. */
const partOf = (part: string) => part.replaceAll('.', '_') as 'issuer';
