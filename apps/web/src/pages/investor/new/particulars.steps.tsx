import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PROCEDURES, PROJECT_AUTHORITIES, visibleLine } from '#contracts';
import { useInstallation } from '../../../api/installation.query.js';
import { todayHere } from '../../../format/format.js';
import { DateField } from '../../../ui/date-field.js';
import { type QuestionProps } from './steps.js';

const MOST_NAME = 500;
const MOST_NUMBER = 100;

export function ProcedureStep({ given, setGiven, fault }: QuestionProps) {
  const { t } = useTranslation(['investor', 'words']);
  return (
    <Radio.Group
      labelProps={{ display: 'none' }}
      label={t('new.titles.procedure')}
      error={fault}
      value={given.procedure ?? null}
      onChange={(value) => setGiven({ ...given, procedure: value })}
    >
      <Stack gap="md">
        {PROCEDURES.map((procedure, index) => (
          <Radio
            key={procedure}
            id={index === 0 ? 'new-answer' : undefined}
            value={procedure}
            label={t(`words:procedure.${procedure}`)}
            description={t(`new.procedures.${procedure}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

export function AuthorityStep({ given, setGiven, fault }: QuestionProps) {
  const { t } = useTranslation('investor');
  return (
    <Radio.Group
      labelProps={{ display: 'none' }}
      label={t('new.titles.authority')}
      description={t('new.authorityHint')}
      error={fault}
      value={given.authority ?? null}
      onChange={(value) => setGiven({ ...given, authority: value })}
    >
      <Stack gap="md" mt="sm">
        {PROJECT_AUTHORITIES.map((authority, index) => (
          <Radio
            key={authority}
            id={index === 0 ? 'new-answer' : undefined}
            value={authority}
            label={t(`new.authorities.${authority}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

export function NameStep({ given, setGiven, fault }: QuestionProps) {
  const { t } = useTranslation('investor');
  return (
    <Textarea
      id="new-answer"
      label={t('fields.projectName')}
      description={t('new.nameHint')}
      error={fault}
      autosize
      minRows={2}
      maxLength={MOST_NAME}
      value={given.name ?? ''}
      onChange={({ currentTarget }) => setGiven({ ...given, name: visibleLine(currentTarget.value) })}
    />
  );
}

/** Number and days of the paper that a clerk enters for somebody. */
export function PaperStep({ given, setGiven, fault }: QuestionProps) {
  const { t } = useTranslation('investor');
  const today = useInstallation().data?.today ?? todayHere();
  const set = (name: 'number' | 'on' | 'receivedOn') => (value: string) =>
    setGiven({ ...given, [name]: value });
  return (
    <Stack gap="md">
      <TextInput
        id="new-answer"
        label={t('new.number')}
        description={t('new.numberHint')}
        error={fault}
        maxLength={MOST_NUMBER}
        maw={320}
        value={given.number ?? ''}
        onChange={({ currentTarget }) => set('number')(visibleLine(currentTarget.value))}
      />
      <DateField
        max={today}
        maw={240}
        label={t('new.on')}
        value={given.on ?? ''}
        onChange={(day) => set('on')(day)}
      />
      <DateField
        max={today}
        maw={240}
        label={t('new.receivedOn')}
        value={given.receivedOn ?? ''}
        onChange={(day) => set('receivedOn')(day)}
      />
    </Stack>
  );
}
