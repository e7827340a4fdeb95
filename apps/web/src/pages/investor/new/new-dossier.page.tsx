import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import { hasRole, usePerson } from '../../../session/session.provider.js';
import { BackLink } from '../../../ui/back-link.js';
import { ForbiddenPage } from '../../../ui/forbidden.js';
import { Page } from '../../../ui/page.js';
import { useKeptEntry } from '../../../ui/use-kept-entry.js';
import { CheckStep } from './check.step.js';
import { newOpening } from './opening-key.js';
import { AuthorityStep, NameStep, PaperStep, ProcedureStep } from './particulars.steps.js';
import { FirstDossierStep, OrganisationStep } from './lookup.steps.js';
import {
  addressOf,
  type Answers,
  answersIn,
  answersTo,
  type QuestionProps,
  type Step,
  stepsFor,
} from './steps.js';

/** Opens a draft in a few questions, one on each page. */
export function NewDossierPage() {
  const { t } = useTranslation(['investor', 'app']);
  const person = usePerson();
  const [search] = useSearchParams();
  const answers = answersIn(search);
  const steps = stepsFor(person.roles, answers);
  const step = steps.find((one) => one === search.get('step')) ?? 'procedure';
  useOpening(step, answers);
  if (!hasRole(person, 'investor', 'requester', 'clerk'))
    return <ForbiddenPage title={t(`new.titles.${step}`)} />;
  return <StepPage key={step} step={step} steps={steps} answers={answers} />;
}

/** Gives a new opening its name before anything is asked: whoever comes back to any question comes back to this opening. */
function useOpening(step: Step, answers: Answers): void {
  const [, navigate] = useLocation();
  useEffect(() => {
    if (answers.opening === undefined)
      navigate(addressOf(step, { ...answers, opening: newOpening() }), { replace: true });
  }, [step, answers, navigate]);
}

interface StepProps {
  step: Step;
  steps: Step[];
  answers: Answers;
}

function StepPage({ step, steps, answers }: StepProps) {
  const { t } = useTranslation('investor');
  const person = usePerson();
  const [, navigate] = useLocation();
  // What is typed stands in the address once the question is answered; until then it is kept, and Back finds it again.
  const entry = useKeptEntry<Answers>(`opening.${answers.opening ?? ''}.${step}`, {});
  const given = { ...answers, ...entry.value };
  const setGiven = (next: Answers) => entry.set(answersTo(step, next));
  const [tried, setTried] = useState(false);
  const at = steps.indexOf(step);
  const before = steps[at - 1];
  const whole = isAnswered(step, given);
  const go = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!whole) return document.getElementById('new-answer')?.focus();
    const next = stepsFor(person.roles, given)[at + 1] ?? 'check';
    navigate(addressOf(next, given));
  };
  const props = { given, setGiven, fault: tried && !whole ? t(`new.faults.${step}`) : undefined };
  return (
    <Page
      title={t(`new.titles.${step}`)}
      lead={t('new.stepOf', { number: at + 1, all: steps.length })}
      above={<BackLink to={before ? addressOf(before, answers) : '/dossiers'} name={t('new.back')} />}
    >
      {step === 'check' ? (
        <CheckStep answers={answers} steps={steps} />
      ) : (
        <form onSubmit={go} noValidate>
          <Stack gap="lg" maw={640}>
            <Question step={step} {...props} />
            <Group>
              <Button type="submit">{t('new.next')}</Button>
            </Group>
          </Stack>
        </form>
      )}
    </Page>
  );
}

function Question({ step, ...props }: QuestionProps & { step: Step }) {
  switch (step) {
    case 'procedure':
      return <ProcedureStep {...props} />;
    case 'first':
      return <FirstDossierStep {...props} />;
    case 'behalf':
      return <OrganisationStep {...props} which="behalf" />;
    case 'investor':
      return <OrganisationStep {...props} which="investor" />;
    case 'paper':
      return <PaperStep {...props} />;
    case 'authority':
      return <AuthorityStep {...props} />;
    default:
      return <NameStep {...props} />;
  }
}

const NEEDED: Partial<Record<Step, (keyof Answers)[]>> = {
  procedure: ['procedure'],
  first: ['first'],
  behalf: ['behalf'],
  paper: ['number', 'on', 'receivedOn'],
  investor: ['investor'],
  authority: ['authority'],
  name: ['name'],
};
const isAnswered = (step: Step, given: Answers): boolean =>
  (NEEDED[step] ?? []).every((name) => (given[name] ?? '').trim() !== '');
