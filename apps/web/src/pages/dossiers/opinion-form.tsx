import { Button, Fieldset, Group, NativeSelect, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Outcome } from '#contracts';
import { type Schema } from '../../api/schema-names.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useProcedureWords } from '../../ui/use-procedure-words.js';
import { Basis, Card } from './bits.js';
import { type DossierView } from './dossier.types.js';
import { type Mark, useOpinionDraft } from './opinion-draft.js';

const MARKS: readonly Mark[] = ['achieved', 'not_achieved', 'not_applicable'];

interface Props {
  dossier: DossierView;
  sheet: Schema<'CriteriaSheetDto'>;
  saved: Schema<'OpinionDto'> | null;
  /** It was put on record, or its change was. */
  onRecorded: () => void;
  /** Leaves a recorded opinion as it is. */
  onCancel: () => void;
}

/** The own opinion, criterion by criterion; it is saved while it is written and counts once it is recorded. */
export function OpinionForm({ dossier, sheet, saved, onRecorded, onCancel }: Props) {
  const { t, i18n } = useTranslation(['dossier', 'app']);
  const words = useProcedureWords(dossier);
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const { draft, change, saving, recording } = useOpinionDraft(dossier.id, sheet.id, saved, onRecorded);
  const recorded = saved?.state === 'recorded';
  const markOf = (code: string) => draft.marks[code] ?? { mark: null, remark: '' };
  const set = (code: string, part: Partial<ReturnType<typeof markOf>>) =>
    change({ marks: { ...draft.marks, [code]: { ...markOf(code), ...part } } });
  return (
    <Card>
      {sheet.criteria.map(({ code, name, basis, verification }) => (
        <Fieldset key={code} legend={`${code} ${name[language]}`} variant="unstyled">
          <Basis basis={basis} verification={verification} />
          <Radio.Group
            labelProps={{ display: 'none' }}
            label={`${code} ${name[language]}`}
            value={markOf(code).mark}
            onChange={(mark) => set(code, { mark: mark })}
          >
            <Group mt={4}>
              {MARKS.map((mark) => (
                <Radio key={mark} value={mark} label={t(`opinions.mark.${mark}`)} />
              ))}
            </Group>
          </Radio.Group>
          <Textarea
            label={t('opinions.remark', { code })}
            value={markOf(code).remark}
            maxLength={4000}
            autosize
            minRows={1}
            onChange={({ currentTarget }) => set(code, { remark: currentTarget.value })}
          />
        </Fieldset>
      ))}
      <NativeSelect
        label={t('opinions.recommendation')}
        data={[
          { value: '', label: t('opinions.choose') },
          ...words.outcomes.map((value) => ({ value, label: words.outcome(value) })),
        ]}
        value={draft.recommendation ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({ recommendation: value === '' ? null : (value as Outcome) })
        }
      />
      <Textarea
        label={t('opinions.summary')}
        value={draft.summary}
        maxLength={20_000}
        autosize
        minRows={3}
        onChange={({ currentTarget }) => change({ summary: currentTarget.value })}
      />
      <Stack gap="xs">
        {(recording.error ?? saving.error) !== null && (
          <ProblemAlert error={recording.error ?? saving.error} />
        )}
        <Group>
          <Button loading={recording.isPending} onClick={() => recording.mutate()}>
            {t(recorded ? 'opinions.recordChange' : 'opinions.record')}
          </Button>
          {recorded && (
            <Button variant="default" disabled={recording.isPending} onClick={onCancel}>
              {t('opinions.leaveAsIs')}
            </Button>
          )}
          <Text size="sm" c="dimmed" role="status">
            {recorded
              ? t('opinions.changeHint')
              : saving.isPending
                ? t('opinions.saving')
                : saving.isSuccess
                  ? t('opinions.saved')
                  : ''}
          </Text>
        </Group>
      </Stack>
    </Card>
  );
}
