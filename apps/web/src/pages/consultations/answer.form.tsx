import { Button, Group, NativeSelect, Stack, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CONSULTATION_POSITIONS, type ConsultationPosition } from '#contracts';
import { useInstallation } from '../../api/installation.query.js';
import { formatDate, todayHere } from '../../format/format.js';
import { DateField } from '../../ui/date-field.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { TriedDialog } from '../../ui/tried-dialog.js';
import { useKeptEntry } from '../../ui/use-kept-entry.js';
import { type Paper, PaperField } from '../councils/paper-field.js';
import { useTriedAct } from '../dossiers/commands/use-act.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { answerConsultation } from './consultation.query.js';
import { type Consultation } from './consultation.types.js';

interface Draft {
  position: ConsultationPosition | '';
  answer: string;
  answeredOn: string;
  papers: Paper[];
}
interface Props {
  dossier: DossierView;
  consultation: Consultation;
  /** A clerk enters what came on paper: with the day and the scan. Otherwise the consulted write themselves. */
  onPaper: boolean;
  onClose: () => void;
}

/** The answer to a consultation: of the consulted on the page itself, of the clerk in a window. */
export function AnswerForm({ dossier, consultation, onPaper, onClose }: Props) {
  const { t } = useTranslation('council');
  const today = useInstallation().data?.today ?? todayHere();
  const empty: Draft = { position: '', answer: '', answeredOn: today, papers: [] };
  const entry = useKeptEntry(`answer.${consultation.id}`, empty);
  const draft = entry.value;
  const act = useTriedAct(
    dossier.id,
    ({ position, answer, answeredOn, papers: [paper] }: Draft, call) =>
      answerConsultation(
        consultation,
        {
          position: position === '' ? 'no_position' : position,
          answer: answer.trim(),
          ...(paper && { documentId: paper.id }),
          ...(onPaper && { answeredOn }),
        },
        call,
      ),
    () => {
      entry.forget();
      onClose();
    },
  );
  const sending = act.acting;
  const complete =
    draft.position !== '' && draft.answer.trim() !== '' && (!onPaper || draft.papers.length > 0);
  const fields = <AnswerFields {...{ dossier, consultation, onPaper, draft }} onChange={entry.set} />;
  if (onPaper)
    return (
      <TriedDialog
        title={t('consult.paperTitle', { name: consultation.organisationName })}
        name={t('consult.enterPaper')}
        act={act}
        content={draft}
        blocked={!complete}
        saying={({ answeredOn, position, replyClockId }) => [
          t('consult.line.answered', { on: formatDate(answeredOn) }),
          position !== null && t(`consult.position.${position}`),
          replyClockId !== null && t('consult.saying.replyStarts'),
          t('consult.saying.tellAskers'),
        ]}
        onClose={onClose}
      >
        {fields}
      </TriedDialog>
    );
  return (
    <form
      aria-label={t('consult.answerTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate(draft);
      }}
    >
      <Stack gap="sm">
        <Title order={4}>{t('consult.answerTitle')}</Title>
        {fields}
        {sending.isError && <SubmitProblem error={sending.error} />}
        <Group>
          <Button type="submit" loading={sending.isPending} disabled={!complete}>
            {t('consult.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface FieldsProps extends Omit<Props, 'onClose'> {
  draft: Draft;
  onChange: (draft: Draft) => void;
}

function AnswerFields({ dossier, consultation, onPaper, draft, onChange }: FieldsProps) {
  const { t } = useTranslation('council');
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  return (
    <>
      <NativeSelect
        label={t('consult.positionLabel')}
        required
        value={draft.position}
        data={[
          { value: '', label: t('change.choose') },
          ...CONSULTATION_POSITIONS.map((value) => ({ value, label: t(`consult.position.${value}`) })),
        ]}
        onChange={({ currentTarget }) => set({ position: currentTarget.value as Draft['position'] })}
      />
      <Textarea
        label={t('consult.answerText')}
        required
        autosize
        minRows={4}
        maxLength={20_000}
        value={draft.answer}
        onChange={({ currentTarget }) => set({ answer: currentTarget.value })}
      />
      {onPaper && (
        <DateField
          label={t('consult.answeredOn')}
          required
          min={consultation.sentOn ?? undefined}
          value={draft.answeredOn}
          onChange={(day) => set({ answeredOn: day })}
        />
      )}
      <PaperField
        dossierId={dossier.id}
        label={t('consult.attach')}
        kind="consultation_answer"
        papers={draft.papers}
        onChange={(papers) => set({ papers })}
      />
    </>
  );
}
