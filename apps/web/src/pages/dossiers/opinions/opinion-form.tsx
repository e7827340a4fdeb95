import { Button, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Schema } from '../../../api/schema-names.js';
import { Card } from '../../../ui/card.js';
import { FaultSummary } from '../../../ui/fault-summary.js';
import { useProcedureWords } from '../../../ui/use-procedure-words.js';
import { same, textOf } from '../../investor/draft/draft.types.js';
import { ActForm } from '../commands/act-form.js';
import { type DossierView } from '../dossier.types.js';
import { basisGroups } from './basis-groups.js';
import { CriterionGroup } from './criterion-fields.js';
import { OpinionConflict } from './opinion-conflict.js';
import { type Opinion } from './opinion-content.js';
import { useOpinionDraft } from './opinion-draft.js';
import { fieldIdOf, missingIn } from './opinion-faults.js';
import { OpinionTrouble, SaveWords } from './opinion-status.js';
import { useFieldWords, useOpinionSaying } from './opinion-words.js';

interface Props {
  dossier: DossierView;
  sheet: Schema<'CriteriaSheetDto'>;
  saved: Opinion | null;
  /** It was put on record, or its change was. */
  onRecorded: () => void;
  /** Leaves a recorded opinion as it is. */
  onCancel: () => void;
}
/** While it stands so, nothing can be sent: what is to be done is said above the button. */
const STUCK: readonly string[] = ['conflict', 'refused', 'signed_out'];

/** The own opinion, criterion by criterion; it is saved while it is written and counts once it is recorded. */
export function OpinionForm({ dossier, sheet, saved, onRecorded, onCancel }: Props) {
  const { t } = useTranslation(['dossier', 'app']);
  const words = useProcedureWords(dossier);
  const wordsOf = useFieldWords(sheet);
  const recorded = saved?.state === 'recorded';
  const say = useOpinionSaying(dossier, recorded);
  const writing = useOpinionDraft({ dossier, sheetId: sheet.id, saved, onRecorded });
  const { fields, set, state, saver, recording, refused, restoredAt } = writing;
  const codes = sheet.criteria.map(({ code }) => code);
  const missing = refused === null ? [] : missingIn(refused.problem, codes, fields);
  const isTried = same(recording.previewing.variables, fields);
  const tried = isTried && refused?.problem.errors !== undefined ? refused.problem : null;
  const refusal = state.phase === 'refused' ? state.problem : tried;
  const faultOf = (field: string): string | null =>
    refusal?.errors?.find(({ pointer }) => pointer === field)?.message ??
    (missing.includes(field) ? t('fields.missing') : null);
  const leave = () => {
    saver.drop();
    onCancel();
  };
  return (
    <Card>
      <ActForm
        act={recording}
        content={fields}
        name={t(recorded ? 'opinions.recordChange' : 'opinions.record')}
        ready={!STUCK.includes(state.phase)}
        saying={(could) => (could && isTried ? say(fields) : null)}
        beside={
          <>
            {recorded && (
              <Button variant="subtle" disabled={recording.acting.isPending} onClick={leave}>
                {t('opinions.leaveAsIs')}
              </Button>
            )}
            <Text size="sm" c="dimmed" role="status">
              <SaveWords state={state} recorded={recorded} />
            </Text>
          </>
        }
      >
        {basisGroups(sheet.criteria).map((group) => (
          <CriterionGroup key={group[0]?.code} {...{ group, fields, set, faultOf }} />
        ))}
        <NativeSelect
          id={fieldIdOf('recommendation')}
          label={t('opinions.recommendation')}
          error={faultOf('recommendation')}
          data={[
            { value: '', label: t('opinions.choose') },
            ...words.outcomes.map((value) => ({ value, label: words.outcome(value) })),
          ]}
          value={textOf(fields['recommendation'])}
          onChange={({ currentTarget }) => set('recommendation', currentTarget.value)}
        />
        <Textarea
          id={fieldIdOf('summary')}
          label={t('opinions.summary')}
          error={faultOf('summary')}
          value={textOf(fields['summary'])}
          maxLength={20_000}
          autosize
          minRows={3}
          onChange={({ currentTarget }) => set('summary', currentTarget.value)}
        />
        <Stack gap="xs">
          <FaultSummary
            tries={refused?.tries ?? 0}
            faults={missing.map((field) => ({ id: fieldIdOf(field), label: wordsOf(field) ?? field }))}
          />
          <OpinionTrouble {...{ state, saver, restoredAt, refusal, wordsOf }} />
          <OpinionConflict dossier={dossier} state={state} saver={saver} />
        </Stack>
      </ActForm>
    </Card>
  );
}
