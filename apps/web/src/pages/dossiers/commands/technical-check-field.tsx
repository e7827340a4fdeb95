import { Fieldset, Group, NativeSelect, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../../ui/date-field.js';
import { useChoices } from './command-choices.js';
import { fieldIdOf, type FieldProps } from './command-field.js';
import { type CheckEntry, NO_CHECK } from './technical-check.js';

/** Who looked at this version, when, and what has to be made clear; or why nobody did before the one request. */
export function TechnicalCheckField({ dossier, field, label, value, onChange, error }: FieldProps) {
  const { t } = useTranslation(['review', 'dossier']);
  const entry = (value as CheckEntry | undefined) ?? NO_CHECK;
  const put = (part: Partial<CheckEntry>) => onChange({ ...entry, ...part });
  return (
    <Fieldset legend={label} id={fieldIdOf(field.name)} tabIndex={-1}>
      <Stack gap="sm">
        {error !== null && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {error}
          </Text>
        )}
        <Radio.Group
          labelProps={{ display: 'none' }}
          label={label}
          value={entry.made ? 'made' : 'skipped'}
          onChange={(choice) => put({ made: choice === 'made' })}
        >
          <Group>
            <Radio value="made" label={t('review:check.made')} />
            <Radio value="skipped" label={t('review:check.skipped')} />
          </Group>
        </Radio.Group>
        {entry.made ? (
          <Made dossier={dossier} entry={entry} put={put} />
        ) : (
          <Textarea
            label={t('dossier:fields.skippedBecause')}
            required
            autosize
            minRows={2}
            maxLength={4000}
            value={entry.skippedBecause}
            onChange={({ currentTarget }) => put({ skippedBecause: currentTarget.value })}
          />
        )}
      </Stack>
    </Fieldset>
  );
}

interface MadeProps {
  dossier: FieldProps['dossier'];
  entry: CheckEntry;
  put: (part: Partial<CheckEntry>) => void;
}
function Made({ dossier, entry, put }: MadeProps) {
  const { t } = useTranslation(['review', 'dossier']);
  const people = useChoices(dossier, 'appraisers');
  return (
    <>
      <NativeSelect
        label={t('review:check.appraiser')}
        required
        data={[{ value: '', label: t('dossier:fields.choose') }, ...people]}
        value={entry.appraiserId}
        onChange={({ currentTarget }) => put({ appraiserId: currentTarget.value })}
      />
      <DateField
        label={t('review:check.checkedOn')}
        required
        maw={240}
        value={entry.checkedOn}
        onChange={(day) => put({ checkedOn: day })}
      />
      <Textarea
        label={t('review:check.questions')}
        required
        autosize
        minRows={3}
        maxLength={20_000}
        value={entry.questions}
        onChange={({ currentTarget }) => put({ questions: currentTarget.value })}
      />
    </>
  );
}
