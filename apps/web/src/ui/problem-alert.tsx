import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type Ref, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import classes from './problem-alert.module.css';
import { type Problem, problemOfError } from '../api/problem.js';
import { sessionState } from '../api/session-state.js';
import { waitBeforeAgain } from '../api/wait-before-again.js';
import { conditionOf, isWorthAgain, withoutCondition } from '../api/worth-again.js';
import { type FaultyField, type FieldOf, wordOf } from './fault-pointer.js';
import { APART, FieldLink } from './field-link.js';

const OURS = {
  unreachable: ['problem.unreachableTitle', 'problem.unreachableDetail'],
  not_loaded: ['problem.notLoadedTitle', 'problem.notLoadedDetail'],
  page_fault: ['problem.pageFaultTitle', 'problem.pageFaultDetail'],
  signed_in_again: ['problem.signedInAgainTitle', 'problem.signedInAgainDetail'],
} as const;
/** Refusals that ask for a sign-in: what they say is over once somebody has signed in. */
const ENDED = new Set(['not_signed_in', 'session_expired', 'token_invalid']);
const isSignedIn = () => sessionState.csrfToken !== null;

/** Title and next step of a problem: those of the API, or ours where there was no answer. */
export function useProblemTexts(problem: Problem): { title: string; detail: string } {
  const { t } = useTranslation();
  const signedIn = useSyncExternalStore(sessionState.watch, isSignedIn);
  const code = signedIn && ENDED.has(problem.code) ? 'signed_in_again' : problem.code;
  const ours = OURS[code as keyof typeof OURS];
  if (!ours) return { title: problem.title, detail: problem.detail };
  return { title: t(ours[0]), detail: t(ours[1]) };
}

interface Props {
  error: unknown;
  onRetry?: () => void;
  /** The fields of the form that was refused, so that each fault says which field it is about and leads to it. */
  fieldOf?: FieldOf;
  /** Leads to a field that may not be drawn yet; without it the field takes the focus where it stands. */
  toField?: (id: string) => void;
  /** For whoever gives it the focus. */
  ref?: Ref<HTMLDivElement>;
}

/** A refusal as the person can use it: what, what to do now, which fields, and the id for a report. */
export function ProblemAlert({ error, onRetry, fieldOf, toField, ref }: Props) {
  const { t } = useTranslation();
  const problem = problemOfError(error);
  const { title, detail } = useProblemTexts(problem);
  const [search, setSearch] = useSearchParams();
  const condition = conditionOf(problem, search);
  const wait = waitBeforeAgain(problem);
  return (
    <Alert
      {...(ref !== undefined && { ref, tabIndex: -1 })}
      role="alert"
      data-problem={problem.code}
      color="red"
      variant="outline"
      icon={<IconAlertTriangle aria-hidden />}
      title={title}
      classNames={{ root: classes.root, icon: classes.icon }}
    >
      <Stack gap="xs">
        {detail !== '' && <Text size="sm">{detail}</Text>}
        {wait !== null && <Text size="sm">{t(`problem.wait.${wait.unit}`, { count: wait.count })}</Text>}
        {problem.errors && problem.errors.length > 0 && (
          <List size="sm" spacing={APART}>
            {problem.errors.map(({ pointer, message }) => (
              <List.Item key={`${pointer} ${message}`}>
                <FieldFault
                  {...{ message, toField }}
                  field={fieldOf?.(pointer) ?? { label: wordOf(pointer), id: null }}
                />
              </List.Item>
            ))}
          </List>
        )}
        {problem.requestId !== undefined && problem.status >= 500 && (
          <Text size="xs">{t('problem.requestId', { id: problem.requestId })}</Text>
        )}
        {condition !== null && (
          <Group>
            <Button
              size="xs"
              variant="default"
              onClick={() => setSearch(withoutCondition(search, condition), { replace: true })}
            >
              {t('problem.dropCondition', { value: (search.get(condition) ?? '').slice(0, 40) })}
            </Button>
          </Group>
        )}
        {onRetry && isWorthAgain(problem) && (
          <Group>
            <Button size="xs" variant="default" onClick={onRetry}>
              {t('problem.retry')}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}

interface FaultProps {
  message: string;
  field: FaultyField;
  toField: Props['toField'];
}
function FieldFault({ message, field: { label, id }, toField }: FaultProps) {
  const line = label === '' ? message : `${label}: ${message}`;
  return id === null ? (
    line
  ) : (
    <FieldLink id={id} toField={toField}>
      {line}
    </FieldLink>
  );
}
