import { MultiSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../../ui/date-field.js';
import { Entries } from './command-entries.js';
import { type ConditionEntry } from './command-fields.js';
import { type FieldProps } from './command-field.js';
import { findingsQuery } from '../dossier.query.js';

/** Conditions of an approval: what, until when, proven by what, by whom, and which findings they cure. */
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
          <DateField
            maw={240}
            label={t('fields.deadlineOn')}
            value={deadlineOn}
            onChange={(day) => change({ deadlineOn: day })}
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
