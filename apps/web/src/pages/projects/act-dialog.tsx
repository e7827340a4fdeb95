import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newActKey } from '../../api/client.js';
import { problemOfError } from '../../api/problem.js';
import { useOnce } from '../../api/use-once.js';
import { Dialog } from '../../ui/dialog.js';
import { fieldByName, type FieldOf } from '../../ui/fault-pointer.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { ActField, type FieldOfAct, fieldIdOfAct, gapOf } from './act-field.js';
import { ActPreview } from './act-preview.js';
import { type Act, type Entered } from './project-acts.js';
import { type Project } from './projects.query.js';

/** An act on a project: its name, what it asks for, how it is sent. */
export interface ActOnProject {
  title: string;
  fields: readonly FieldOfAct[];
  act: Act;
  /** The project on which it acts, where that is not the one on the page. */
  on?: string;
  /** What is worth knowing before. */
  text?: string;
  /** What is entered already. */
  begin?: Entered;
}
interface Props {
  project: Project;
  asked: ActOnProject;
  onClose: () => void;
}

/** An act from its form over what it would do to the moment it is done: nothing happens before the second look. */
export function ActDialog({ project, asked, onClose }: Props) {
  return (
    <Dialog onClose={onClose} size="lg" title={asked.title}>
      <ActSteps project={project} asked={asked} onClose={onClose} />
    </Dialog>
  );
}

function useAct(project: Project, asked: ActOnProject, onClose: () => void) {
  const { t } = useTranslation('register');
  const queries = useQueryClient();
  const id = asked.on ?? project.id;
  const previewing = useOnce({
    mutationFn: async (entered: Entered) => {
      const key = newActKey();
      return { entered, key, answer: await asked.act(id, entered, { dryRun: true, key }) };
    },
  });
  const doing = useOnce({
    // What was previewed is what is sent, under one key however often.
    mutationFn: ({ entered, key }: { entered: Entered; key: string }) =>
      asked.act(id, entered, { dryRun: false, key }),
    onSuccess: async () => {
      await Promise.all(
        ['project', 'projects', 'dossier', 'dossiers'].map((name) =>
          queries.invalidateQueries({ queryKey: [name] }),
        ),
      );
      notifications.show({ color: 'green', message: t('act.done', { act: asked.title }) });
      onClose();
    },
  });
  return { previewing, doing };
}

function ActSteps({ project, asked, onClose }: Props) {
  const { t } = useTranslation(['register', 'app']);
  const [entered, setEntered] = useState<Entered>(asked.begin ?? {});
  const [showGaps, setShowGaps] = useState(false);
  const { previewing, doing } = useAct(project, asked, onClose);
  const error = doing.error ?? previewing.error;
  const look = () => {
    const gap = asked.fields.find((field) => gapOf(field, entered) !== null);
    if (gap === undefined) return previewing.mutate(entered);
    setShowGaps(true);
    document.getElementById(fieldIdOfAct(gap.name))?.focus();
  };
  const again = () => {
    previewing.reset();
    doing.reset();
  };
  const preview = previewing.data;
  const fieldOf = fieldByName((name) => {
    const field = asked.fields.find((one) => one.name === name);
    // Beside what was previewed the form is not there to be led to.
    return field ? { label: field.label, id: preview === undefined ? fieldIdOfAct(name) : null } : null;
  });
  return (
    <Stack>
      {error !== null && <ActProblem error={error} fieldOf={fieldOf} />}
      {preview === undefined ? (
        <>
          {asked.text !== undefined && <Text size="sm">{asked.text}</Text>}
          {asked.fields.map((field) => (
            <ActField
              key={field.name}
              field={field}
              entered={entered}
              showGap={showGaps}
              onEnter={(value) => setEntered({ ...entered, [field.name]: value })}
            />
          ))}
          <Buttons>
            <Button loading={previewing.isPending} onClick={look}>
              {t('act.preview')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('app:actions.cancel')}
            </Button>
          </Buttons>
        </>
      ) : (
        <>
          <ActPreview before={project} answer={preview.answer} on={asked.on} />
          <Buttons>
            <Button data-autofocus loading={doing.isPending} onClick={() => doing.mutate(preview)}>
              {asked.title}
            </Button>
            <Button variant="default" disabled={doing.isPending} onClick={again}>
              {t('act.change')}
            </Button>
          </Buttons>
        </>
      )}
    </Stack>
  );
}

const Buttons = ({ children }: { children: ReactNode }) => <Group>{children}</Group>;

const BECAUSE = [
  ...(['itself', 'target_is_merged', 'has_duplicates', 'has_exemption'] as const),
  ...(['same_dossier_on_both', 'has_final_decision', 'other_investor'] as const),
];

/** A refusal, and for a merge what stands against it in words. */
function ActProblem({ error, fieldOf }: { error: unknown; fieldOf: FieldOf }) {
  const { t } = useTranslation('register');
  const { because } = problemOfError(error) as { because?: unknown };
  const known = BECAUSE.find((word) => word === because);
  return (
    <>
      <SubmitProblem error={error} fieldOf={fieldOf} />
      {known !== undefined && <Text fw={500}>{t(`duplicate.because.${known}`)}</Text>}
    </>
  );
}
