import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  MultiSelect,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { INCONCLUSIVE_ANSWERS } from '#contracts';
import { type AskedItem, type ConditionEntry, type InconclusiveEntry } from './command-fields.js';
import { type FieldProps, fieldIdOf } from './command-field.js';
import { findingsQuery, opinionsQuery } from './dossier.query.js';

/** Several entries of one kind, each of which can be taken away. */
function Entries<Entry>({
  props,
  empty,
  children,
}: {
  props: FieldProps;
  empty: Entry;
  children: (entry: Entry, change: (part: Partial<Entry>) => void, index: number) => React.ReactNode;
}) {
  const { t } = useTranslation(['dossier', 'app']);
  const { field, label, value, onChange, error } = props;
  const entries = (value ?? []) as unknown[] as Entry[];
  const put = (next: Entry[]) => onChange(next as never);
  const change = (index: number) => (part: Partial<Entry>) =>
    put(entries.map((entry, at) => (at === index ? { ...entry, ...part } : entry)));
  return (
    <Fieldset legend={label}>
      <Stack gap="sm">
        {error !== null && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {error}
          </Text>
        )}
        {entries.map((entry, index) => (
          <Group key={index} align="flex-end" role="group" aria-label={`${label} ${index + 1}`}>
            {children(entry, change(index), index)}
            <Button variant="default" size="sm" onClick={() => put(entries.filter((_, at) => at !== index))}>
              {t('app:actions.remove')}
            </Button>
          </Group>
        ))}
        <div>
          <Button
            id={fieldIdOf(field.name)}
            variant="default"
            size="sm"
            onClick={() => put([...entries, empty])}
          >
            {t('app:actions.add')}
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}

export function ItemsField(props: FieldProps) {
  const { t } = useTranslation('dossier');
  return (
    <Entries<AskedItem> props={props} empty={{ what: '', basis: '' }}>
      {({ what, basis }, change) => (
        <>
          <TextInput
            flex="2 1 14rem"
            label={t('fields.what')}
            maxLength={4000}
            value={what}
            onChange={({ currentTarget }) => change({ what: currentTarget.value })}
          />
          <TextInput
            flex="1 1 10rem"
            label={t('fields.basis')}
            maxLength={500}
            value={basis}
            onChange={({ currentTarget }) => change({ basis: currentTarget.value })}
          />
        </>
      )}
    </Entries>
  );
}

export function ConditionsField(props: FieldProps) {
  const { t } = useTranslation('dossier');
  const findings = useQuery(findingsQuery(props.dossier.id)).data?.findings ?? [];
  const curable = findings
    .filter(({ verdict }) => verdict === 'breached' || verdict === 'inconclusive')
    .map(({ key, texts }) => ({ value: key, label: texts.title }));
  const empty = { what: '', deadlineOn: '', proof: '', responsible: '', cures: [] };
  return (
    <Entries<ConditionEntry> props={props} empty={empty}>
      {({ what, deadlineOn, proof, responsible, cures }, change) => (
        <Stack gap="xs" flex="1 1 20rem">
          <Textarea
            label={t('fields.condition')}
            autosize
            maxLength={4000}
            value={what}
            onChange={({ currentTarget }) => change({ what: currentTarget.value })}
          />
          <TextInput
            type="date"
            maw={240}
            label={t('fields.deadlineOn')}
            value={deadlineOn}
            onChange={({ currentTarget }) => change({ deadlineOn: currentTarget.value })}
          />
          <TextInput
            label={t('fields.proof')}
            maxLength={4000}
            value={proof}
            onChange={({ currentTarget }) => change({ proof: currentTarget.value })}
          />
          <TextInput
            label={t('fields.responsible')}
            maxLength={500}
            value={responsible}
            onChange={({ currentTarget }) => change({ responsible: currentTarget.value })}
          />
          <MultiSelect
            label={t('fields.cures')}
            data={curable}
            value={cures}
            onChange={(keys) => change({ cures: keys })}
          />
        </Stack>
      )}
    </Entries>
  );
}

/** One answer for each point that was asked, in its order. */
export function AnswersField({ dossier, label, value, onChange, error }: FieldProps) {
  const asked = dossier.openRequest?.content.items ?? [];
  const answers = (value ?? []) as string[];
  return (
    <Fieldset legend={label}>
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

/** Findings that stand, or criteria that somebody found unmet, on which the command may rest. */
export function PicksField({ dossier, field, label, value, onChange, error }: FieldProps) {
  const { t } = useTranslation('dossier');
  const byFindings = field.kind === 'findings';
  const findings = useQuery({ ...findingsQuery(dossier.id), enabled: byFindings }).data?.findings ?? [];
  const opinions = useQuery({ ...opinionsQuery(dossier.id), enabled: !byFindings }).data?.items ?? [];
  const failed = opinions
    .filter(({ state, round }) => state === 'recorded' && round === dossier.round)
    .flatMap(({ criteria }) =>
      criteria.filter(({ mark }) => mark === 'not_achieved').map(({ code }) => code),
    );
  const choices = byFindings
    ? findings
        .filter(({ verdict, overturned }) => verdict === 'breached' && !overturned)
        .map(({ key, texts, basis }) => ({ value: key, label: `${texts.title} (${basis})` }))
    : [...new Set(failed)].map((code) => ({ value: code, label: code }));
  return (
    <Checkbox.Group label={label} error={error} value={(value ?? []) as string[]} onChange={onChange}>
      <Stack gap="xs" mt={4} id={fieldIdOf(field.name)} tabIndex={-1}>
        {choices.length === 0 && (
          <Text size="sm">{t(byFindings ? 'fields.noFindings' : 'fields.noCriteria')}</Text>
        )}
        {choices.map((choice) => (
          <Checkbox key={choice.value} {...choice} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

/** Every finding without a verdict is answered with a reason; one answer may be taken for all of them. */
export function InconclusiveField({ dossier, label, value, onChange }: FieldProps) {
  const { t } = useTranslation('dossier');
  const findings = useQuery(findingsQuery(dossier.id)).data?.findings ?? [];
  const entries = (value ?? []) as InconclusiveEntry[];
  if (entries.length === 0) return null;
  const [first] = entries;
  const change = (key: string, part: Partial<InconclusiveEntry>) =>
    onChange(entries.map((entry) => (entry.findingKey === key ? { ...entry, ...part } : entry)));
  return (
    <Fieldset legend={label}>
      <Stack gap="md">
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
                data={INCONCLUSIVE_ANSWERS.map((one) => ({ value: one, label: t(`inconclusive.${one}`) }))}
                value={answer}
                onChange={({ currentTarget }) =>
                  change(findingKey, { answer: currentTarget.value as typeof answer })
                }
              />
              <Textarea
                label={t('fields.answerReason')}
                autosize
                maxLength={4000}
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
