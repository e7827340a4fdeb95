import { Button, List, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { formatDate } from '../../../format/format.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import { LoadingState } from '../../../ui/states.js';
import { isUnsaved } from '../draft/save-machine.js';
import { useValueText } from '../fields/use-value-text.js';
import { type FieldName, LINE_FIELDS, PROJECT_FIELDS } from '../fields/field.types.js';
import { useRehearsal, useSubmission, useSubmit } from './check.query.js';
import { useEditing } from './draft.context.js';
import { EvidenceAnswers } from './evidence-answers.js';
import { FormalFaults } from './fault-links.js';
import { formalFault } from './formal-fault.js';
import { HeldNotice } from './held-notice.js';
import { AnswersHead, ListedAnswers } from './listed-answers.js';
import { MachineAnswers } from './machine-answers.js';
import { Notice } from '../../../ui/notice.js';
import { PaperAnswers } from './paper-answers.js';
import { particularsOf } from './particulars.js';
import { type Task, tasksOf } from './tasks.js';

/** Everything once more, what stands against submitting, what submitting will do, and the submission. */
export function CheckForm() {
  const { state } = useEditing();
  const { project, lines } = state.draft;
  return (
    <Stack gap="lg">
      <Answers
        task="project"
        rows={PROJECT_FIELDS.map((field) => ({
          name: field === 'name' ? 'projectName' : field,
          value: project[field],
        }))}
      />
      <Particulars />
      <ListedAnswers task="lines" rows={lines} fields={LINE_FIELDS.slice(1)} />
      <MachineAnswers />
      <EvidenceAnswers />
      <PaperAnswers />
      <Submission />
    </Stack>
  );
}

function Answers({ task, rows }: { task: Task; rows: { name: FieldName; value: unknown }[] }) {
  const { t } = useTranslation('investor');
  const valueText = useValueText();
  return (
    <section>
      <AnswersHead task={task} />
      <Table variant="vertical" layout="fixed" mt="xs">
        <Table.Tbody>
          {rows.map(({ name, value }) => (
            <Table.Tr key={name}>
              <Table.Th w="45%">{t(`fields.${name}`)}</Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{valueText(name, value)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** Investor and competent authority as they are known. */
function Particulars() {
  const { t } = useTranslation('investor');
  const { dossier } = useEditing();
  const { authority, investorName } = particularsOf(dossier);
  if (!tasksOf(dossier).includes('particulars')) return null;
  return (
    <section>
      <AnswersHead task="particulars" />
      <Text size="sm" mt="xs">
        {t('new.rows.investor')}: {investorName ?? t('check.notGiven')}
      </Text>
      <Text size="sm">
        {t('new.rows.authority')}: {authority ? t(`new.authorities.${authority}`) : t('check.notGiven')}
      </Text>
    </section>
  );
}

function Submission() {
  const { t } = useTranslation('investor');
  const { dossier, state, faults, saver } = useEditing();
  const [, navigate] = useLocation();
  const { commands, permitted, formal } = useSubmission(dossier, state.revision);
  const saved = !isUnsaved(state);
  const whole = saved && faults.length === 0;
  const rehearsal = useRehearsal(dossier.id, state.revision, permitted && whole);
  // Back after submitting leads to the dossier, not to a form that was sent.
  const submit = useSubmit(dossier.id, state.revision, () =>
    navigate(`/dossiers/${dossier.id}`, { replace: true }),
  );
  if (commands.isPending) return <LoadingState rows={2} />;
  return (
    <Stack gap="md" component="section" aria-label={t('check.submit')}>
      {commands.isError && <ProblemAlert error={commands.error} onRetry={() => void commands.refetch()} />}
      {!saved && faults.length === 0 && (
        <Notice tone="amber" title={t('check.unsaved')}>
          <Button size="xs" variant="default" onClick={saver.sendNow}>
            {t('save.tryNow')}
          </Button>
        </Notice>
      )}
      <HeldNotice faults={faults} />
      {formal.length > 0 && (
        <Notice tone="red" role="alert" title={t('check.faults')}>
          <FormalFaults faults={formal.map((fault) => formalFault(fault, state.server))} />
        </Notice>
      )}
      {rehearsal.isError && <ProblemAlert error={rehearsal.error} />}
      {rehearsal.data && (
        <Notice tone="plain" title={t('check.willHappen')}>
          <List size="sm">
            <List.Item>{t('check.willSubmit')}</List.Item>
            {rehearsal.data.dueOn !== null && (
              <List.Item>{t('check.willDue', { day: formatDate(rehearsal.data.dueOn) })}</List.Item>
            )}
            <List.Item>{t('check.willLock')}</List.Item>
          </List>
        </Notice>
      )}
      {submit.isError && <SubmitProblem error={submit.error} />}
      <div>
        <Button
          disabled={!whole || !rehearsal.data}
          loading={submit.isPending}
          onClick={() => !submit.isSuccess && submit.mutate()}
        >
          {t('check.submit')}
        </Button>
      </div>
    </Stack>
  );
}
