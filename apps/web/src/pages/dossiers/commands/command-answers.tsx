import { Button, Fieldset, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { INCONCLUSIVE_ANSWERS } from '#contracts';
import { type InconclusiveEntry, isUnanswered } from './command-fields.js';
import { type FieldProps, fieldIdOf } from './command-field.js';
import { findingsQuery } from '../dossier.query.js';

/** One answer for each point that was asked, in its order. */
export function AnswersField({ dossier, field, label, value, onChange, error }: FieldProps) {
  const asked = dossier.openRequest?.content.items ?? [];
  const answers = (value ?? []) as string[];
  return (
    <Fieldset legend={label} id={fieldIdOf(field.name)} tabIndex={-1}>
      <Stack gap="sm">
        {asked.map(({ what }, index) => (
          <Textarea
            key={`${what}${index}`}
            label={`${index + 1}. ${what}`}
            autosize
            minRows={2}
            maxLength={4000}
            error={error}
            value={answers[index] ?? ''}
            onChange={({ currentTarget }) =>
              onChange(asked.map((_, at) => (at === index ? currentTarget.value : (answers[at] ?? ''))))
            }
          />
        ))}
      </Stack>
    </Fieldset>
  );
}

/** Every finding without a verdict is answered with a reason; one answer may be taken for all of them. */
export function InconclusiveField({ dossier, field, label, value, onChange, error }: FieldProps) {
  const { t } = useTranslation('dossier');
  const findings = useQuery(findingsQuery(dossier.id)).data?.findings ?? [];
  const entries = (value ?? []) as InconclusiveEntry[];
  if (entries.length === 0) return null;
  const [first] = entries;
  const change = (key: string, part: Partial<InconclusiveEntry>) =>
    onChange(entries.map((entry) => (entry.findingKey === key ? { ...entry, ...part } : entry)));
  return (
    <Fieldset legend={label} id={fieldIdOf(field.name)} tabIndex={-1}>
      <Stack gap="md">
        {error !== null && entries.some(isUnanswered) && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t('fields.answerEach')}
          </Text>
        )}
        {entries.map(({ findingKey, answer, reason }) => {
          const finding = findings.find(({ key }) => key === findingKey);
          return (
            <Stack key={findingKey} gap={4} role="group" aria-label={finding?.texts.title ?? findingKey}>
              <Text size="sm" fw={600}>
                {finding?.texts.title ?? findingKey}
              </Text>
              <Text size="sm" c="dimmed">
                {finding?.texts.detail}
              </Text>
              <NativeSelect
                label={t('fields.answer')}
                error={answer === '' ? error : null}
                data={[
                  { value: '', label: t('fields.choose') },
                  ...INCONCLUSIVE_ANSWERS.map((one) => ({ value: one, label: t(`inconclusive.${one}`) })),
                ]}
                value={answer}
                onChange={({ currentTarget }) =>
                  change(findingKey, { answer: currentTarget.value as typeof answer })
                }
              />
              <Textarea
                label={t('fields.answerReason')}
                autosize
                maxLength={4000}
                error={reason.trim() === '' ? error : null}
                value={reason}
                onChange={({ currentTarget }) => change(findingKey, { reason: currentTarget.value })}
              />
            </Stack>
          );
        })}
        {entries.length > 1 && first && (
          <div>
            <Button
              variant="default"
              size="sm"
              onClick={() =>
                onChange(entries.map((entry) => ({ ...entry, answer: first.answer, reason: first.reason })))
              }
            >
              {t('fields.sameForAll')}
            </Button>
          </div>
        )}
      </Stack>
    </Fieldset>
  );
}
