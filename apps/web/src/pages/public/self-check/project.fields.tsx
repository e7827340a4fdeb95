import { Fieldset, NativeSelect, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ENVIRONMENTAL_GROUPS, PROCEDURES } from '#contracts';
import { DateField } from '../../../ui/date-field.js';
import { cellId } from './facts-of-form.js';
import { type SelfCheckForm } from './self-check.form.js';

type ProjectField = 'procedureId' | 'receivedOn' | 'environmentalGroup';
interface Props {
  form: SelfCheckForm;
  onChange: (field: ProjectField, text: string) => void;
}

export function ProjectFields({ form, onChange }: Props) {
  const { t } = useTranslation(['public', 'words']);
  const bind = (field: ProjectField) => ({
    id: cellId('project', field),
    label: t(`selfCheck.${field}`),
    value: form[field],
  });
  const chosen = (field: ProjectField) => ({
    ...bind(field),
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange(field, currentTarget.value),
  });
  return (
    <Fieldset legend={t('selfCheck.project')}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NativeSelect
          {...chosen('procedureId')}
          data={PROCEDURES.map((value) => ({ value, label: t(`words:procedure.${value}`) }))}
        />
        <NativeSelect
          {...chosen('environmentalGroup')}
          data={[
            { value: '', label: t('selfCheck.groupUnknown') },
            ...ENVIRONMENTAL_GROUPS.map((group) => ({
              value: group,
              label: t('selfCheck.group', { group }),
            })),
          ]}
        />
        <DateField
          {...bind('receivedOn')}
          onChange={(day) => onChange('receivedOn', day)}
          description={t('selfCheck.receivedOnText')}
          inputWrapperOrder={['label', 'input', 'description']}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
