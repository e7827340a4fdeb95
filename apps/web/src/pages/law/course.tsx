import { Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ProcedureId, type Status } from '#contracts';
import { type Procedure, procedureQuery } from '../../api/procedure.query.js';
import { ListTable } from '../../ui/list-table.js';
import { type ProcedureWords } from '../../ui/procedure-words.js';
import { useSaid } from '../../ui/said.js';
import { Section } from '../../ui/section.js';
import { Answer, EmptyState, LoadingState } from '../../ui/states.js';
import { Tag } from '../../ui/status-tag.js';
import { useProcedureWords } from '../../ui/use-procedure-words.js';
import { VerificationMark } from '../../ui/verification-mark.js';
import { partyWords } from '../dossiers/procedure/party-words.js';
import { nextStepsOf, wholeDrawingOf } from '../dossiers/procedure/way.js';
import { lawOfDayQuery } from './law.query.js';

const Diagram = lazy(async () => ({
  default: (await import('../dossiers/procedure/procedure-diagram.js')).ProcedureDiagram,
}));

interface Props {
  procedure: ProcedureId;
  on: string;
}

/** The course of a procedure as it is on a day: its steps in words, then as a picture. */
export function Course({ procedure, on }: Props) {
  const { t } = useTranslation(['law', 'words']);
  const law = useQuery(lawOfDayQuery(procedure, on));
  return (
    <Answer query={law}>
      {(known) =>
        known.procedure === null ? (
          <EmptyState title={t('noCourse', { procedure: t(`words:procedure.${procedure}`) })}>
            {t('noCourseText')}
          </EmptyState>
        ) : (
          <Held {...{ procedure, on }} />
        )
      }
    </Answer>
  );
}

function Held({ procedure, on }: Props) {
  const query = useQuery(procedureQuery({ procedureId: procedure, receivedOn: on }));
  const words = useProcedureWords({ procedureId: procedure, receivedOn: on });
  return <Answer query={query}>{(course) => <Steps course={course} words={words} />}</Answer>;
}

function Steps({ course, words }: { course: Procedure; words: ProcedureWords }) {
  const { t } = useTranslation(['law', 'review']);
  const said = useSaid();
  const drawing = useMemo(() => wholeDrawingOf(course), [course]);
  const { title, packId, version, supplementRequests, supplementRequestsBasis: basis } = course;
  return (
    <Stack gap="xl">
      <Section title={said(title)}>
        <Text size="sm" c="dimmed">
          {t('course.of', { packId, version })}
        </Text>
        <Text size="sm">
          {t('course.requests', { count: supplementRequests })}{' '}
          {basis && <VerificationMark verification={basis.verification} />}
        </Text>
        {basis && (
          <Text size="sm" c="dimmed">
            {basis.basis}. {said(basis.note)}
          </Text>
        )}
      </Section>
      <Section title={t('course.steps')}>
        <StepTable course={course} words={words} />
      </Section>
      <Section title={t('review:way.diagram')}>
        <Suspense fallback={<LoadingState rows={6} />}>
          <Diagram drawing={drawing} words={words} />
        </Suspense>
      </Section>
    </Stack>
  );
}

function StepTable({ course, words }: { course: Procedure; words: ProcedureWords }) {
  const { t } = useTranslation('law');
  const { t: ofParty } = useTranslation(['review', 'words']);
  const columns = (['from', 'step', 'to', 'by'] as const).map((one) => t(`course.${one}`));
  return (
    <ListTable label={t('course.steps')} columns={columns} minWidth={720}>
      {course.states.flatMap(({ status, closed }) => {
        const steps = nextStepsOf(course, status as Status);
        if (steps.length === 0)
          return [
            <Table.Tr key={status}>
              <Table.Td>{words.status(status as Status)}</Table.Td>
              <Table.Td colSpan={3}>{closed && <Tag tone="grey">{t('course.end')}</Tag>}</Table.Td>
            </Table.Tr>,
          ];
        return steps.map(({ command, to, by }) => (
          <Table.Tr key={`${status} ${command} ${to}`}>
            <Table.Td>{words.status(status as Status)}</Table.Td>
            <Table.Td>{words.command(command)}</Table.Td>
            <Table.Td>{words.status(to)}</Table.Td>
            <Table.Td>{by.map((party) => partyWords(party, ofParty)).join(', ')}</Table.Td>
          </Table.Tr>
        ));
      })}
    </ListTable>
  );
}
