import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { type Procedure, procedureQuery } from '../../../api/procedure.query.js';
import { formatInstant } from '../../../format/format.js';
import { Section } from '../../../ui/section.js';
import { Answer, LoadingState } from '../../../ui/states.js';
import { StatusTag, Tag } from '../../../ui/status-tag.js';
import { useProcedureWords } from '../../../ui/use-procedure-words.js';
import { Card } from '../../../ui/card.js';
import { commandsQuery, timelineQuery } from '../dossier.query.js';
import { type DossierView } from '../dossier.types.js';
import { useLawTitles } from '../law-names.js';
import { partyWords } from './party-words.js';
import classes from './procedure.module.css';
import { drawingOf, type NextStep, nextStepsOf, type Step, stepsOf } from './way.js';

const Diagram = lazy(async () => ({
  default: (await import('./procedure-diagram.js')).ProcedureDiagram,
}));

/** Where the dossier stands in its procedure, the way it came, and what can come next: in words first, then as a picture. */
export function ProcedureTab({ dossier }: { dossier: DossierView }) {
  const procedure = useQuery(procedureQuery(dossier));
  const timeline = useQuery(timelineQuery(dossier.id));
  return (
    <Answer query={procedure}>
      {(known) => (
        <Answer query={timeline}>
          {({ items }) => <Way dossier={dossier} procedure={known} steps={stepsOf(items)} />}
        </Answer>
      )}
    </Answer>
  );
}

interface Props {
  dossier: DossierView;
  procedure: Procedure;
  steps: Step[];
}

function Way({ dossier, procedure, steps }: Props) {
  const { t } = useTranslation('review');
  const { status } = dossier;
  const law = useLawTitles([procedure.packId]).join(', ');
  const words = useProcedureWords(dossier);
  return (
    <>
      <Section title={t('way.title')}>
        {law !== '' && (
          <Text size="sm" c="dimmed">
            {t('way.lead', { law })}
          </Text>
        )}
        <Taken dossier={dossier} steps={steps} />
      </Section>
      <Section title={t('way.next')}>
        <Next dossier={dossier} next={nextStepsOf(procedure, status)} />
      </Section>
      <Section title={t('way.diagram')}>
        <Suspense fallback={<LoadingState rows={6} />}>
          <Diagram drawing={drawingOf(procedure, steps, status)} words={words} />
        </Suspense>
      </Section>
    </>
  );
}

function Taken({ dossier, steps }: Omit<Props, 'procedure'>) {
  const { t } = useTranslation(['review', 'words']);
  const words = useProcedureWords(dossier);
  const status = words.status(dossier.status);
  return (
    <ol className={classes.way}>
      {steps.map(({ command, to, at, actorName, actorRole }, index) => (
        <li key={`${at}${index}`}>
          <strong>{words.command(command)}</strong> <span aria-hidden>→</span>{' '}
          <StatusTag status={to} of={dossier} />
          <Text size="sm" c="dimmed">
            {[formatInstant(at), actorName, t(`words:role.${actorRole as 'clerk'}`, { defaultValue: '' })]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </li>
      ))}
      <li aria-current="step" className={classes.now}>
        {t(dossier.closed === true ? 'review:way.ended' : 'review:way.now', { status })}
      </li>
    </ol>
  );
}

function Next({ dossier, next }: { dossier: DossierView; next: NextStep[] }) {
  const { t } = useTranslation(['review', 'words']);
  const words = useProcedureWords(dossier);
  const options = useQuery(commandsQuery(dossier.id)).data?.items ?? [];
  const mine = new Set(options.filter(({ permitted }) => permitted).map(({ command }) => command));
  if (next.length === 0) return <Text size="sm">{t('review:way.nextNone')}</Text>;
  return (
    <Card>
      <List spacing="xs" listStyleType="none">
        {next.map(({ command, to, by }) => (
          <List.Item key={`${command}${to}`}>
            <Stack gap={2}>
              <span>
                <strong>{words.command(command)}</strong> <span aria-hidden>→</span>{' '}
                <StatusTag status={to} of={dossier} />{' '}
                {mine.has(command) && <Tag tone="green">{t('review:way.yours')}</Tag>}
              </span>
              <Text size="sm" c="dimmed">
                {t('review:way.by', { who: by.map((party) => partyWords(party, t)).join(', ') })}
              </Text>
            </Stack>
          </List.Item>
        ))}
      </List>
    </Card>
  );
}
