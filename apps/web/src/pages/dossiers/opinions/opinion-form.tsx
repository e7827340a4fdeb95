import { Button, Fieldset, Group, NativeSelect, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Schema } from '../../../api/schema-names.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useProcedureWords } from '../../../ui/use-procedure-words.js';
import { textOf } from '../../investor/draft/draft.types.js';
import { basisGroups } from './basis-groups.js';
import { Basis } from '../../../ui/basis.js';
import { Card } from '../../../ui/card.js';
import { type DossierView } from '../dossier.types.js';
import { OpinionConflict } from './opinion-conflict.js';
import { type Mark, markOf, type Opinion, remarkOf } from './opinion-content.js';
import { useOpinionDraft } from './opinion-draft.js';
import { OpinionTrouble, SaveWords } from './opinion-status.js';

const MARKS: readonly Mark[] = ['achieved', 'not_achieved', 'not_applicable'];

interface Props {
  dossier: DossierView;
  sheet: Schema<'CriteriaSheetDto'>;
  saved: Opinion | null;
  /** It was put on record, or its change was. */
  onRecorded: () => void;
  /** Leaves a recorded opinion as it is. */
  onCancel: () => void;
}

/** The own opinion, criterion by criterion; it is saved while it is written and counts once it is recorded. */
export function OpinionForm({ dossier, sheet, saved, onRecorded, onCancel }: Props) {
  const { t } = useTranslation(['dossier', 'app']);
  const words = useProcedureWords(dossier);
  const writing = useOpinionDraft({ dossier, sheetId: sheet.id, saved, onRecorded });
  const { fields, set, state, saver, recording, restoredAt } = writing;
  const recorded = saved?.state === 'recorded';
  const busy = recording.isPending || state.phase === 'conflict';
  const leave = () => {
    saver.drop();
    onCancel();
  };
  return (
    <Card>
      {basisGroups(sheet.criteria).map((group) => (
        <CriterionGroup key={group[0]?.code} group={group} fields={fields} set={set} />
      ))}
      <NativeSelect
        label={t('opinions.recommendation')}
        data={[
          { value: '', label: t('opinions.choose') },
          ...words.outcomes.map((value) => ({ value, label: words.outcome(value) })),
        ]}
        value={textOf(fields['recommendation'])}
        onChange={({ currentTarget }) => set('recommendation', currentTarget.value)}
      />
      <Textarea
        label={t('opinions.summary')}
        value={textOf(fields['summary'])}
        maxLength={20_000}
        autosize
        minRows={3}
        onChange={({ currentTarget }) => set('summary', currentTarget.value)}
      />
      <Stack gap="xs">
        <OpinionTrouble {...{ state, saver, restoredAt }} />
        <OpinionConflict dossier={dossier} state={state} saver={saver} />
        {recording.error !== null && <ProblemAlert error={recording.error} />}
        <Group>
          <Button loading={recording.isPending} disabled={busy} onClick={() => recording.mutate()}>
            {t(recorded ? 'opinions.recordChange' : 'opinions.record')}
          </Button>
          {recorded && (
            <Button variant="default" disabled={recording.isPending} onClick={leave}>
              {t('opinions.leaveAsIs')}
            </Button>
          )}
          <Text size="sm" c="dimmed" role="status">
            <SaveWords state={state} recorded={recorded} />
          </Text>
        </Group>
      </Stack>
    </Card>
  );
}

interface WrittenProps {
  fields: Record<string, unknown>;
  set: (field: string, value: string | null) => void;
}
interface CriterionProps extends WrittenProps {
  criterion: Schema<'CriterionDto'>;
}

/** Criteria that stand on the same article, which is said once above them. */
function CriterionGroup({ group, ...written }: WrittenProps & { group: CriterionProps['criterion'][] }) {
  const [first] = group;
  if (first === undefined) return null;
  return (
    <Stack gap="md">
      <Basis basis={first.basis} verification={first.verification} />
      {group.map((criterion) => (
        <CriterionFields key={criterion.code} criterion={criterion} {...written} />
      ))}
    </Stack>
  );
}

function CriterionFields({ criterion, fields, set }: CriterionProps) {
  const { t, i18n } = useTranslation('dossier');
  const { code, name } = criterion;
  const title = `${code} ${name[i18n.language === 'en' ? 'en' : 'vi']}`;
  return (
    <Fieldset legend={title} variant="unstyled">
      <Radio.Group
        labelProps={{ display: 'none' }}
        label={title}
        value={(fields[markOf(code)] as Mark | undefined) ?? null}
        onChange={(mark) => set(markOf(code), mark)}
      >
        <Group mt={4}>
          {MARKS.map((mark) => (
            <Radio key={mark} value={mark} label={t(`opinions.mark.${mark}`)} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        mt="sm"
        label={t('opinions.remark', { code })}
        value={textOf(fields[remarkOf(code)])}
        maxLength={4000}
        autosize
        minRows={1}
        onChange={({ currentTarget }) => set(remarkOf(code), currentTarget.value)}
      />
    </Fieldset>
  );
}
