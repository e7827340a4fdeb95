import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CommandName } from '#contracts';
import { newActKey } from '../../../api/client.js';
import { problemOfError } from '../../../api/problem.js';
import { Dialog } from '../../../ui/dialog.js';
import { FaultSummary } from '../../../ui/fault-summary.js';
import { SubmitProblem } from '../../../ui/submit-problem.js';
import { useProcedureWords } from '../../../ui/use-procedure-words.js';
import { ChangedBehind } from './changed-behind.js';
import { useRefresh } from './use-act.js';
import { type Known, valuesOf } from './command-beginning.js';
import { COMMAND_FIELDS, type CommandValues, gapsOf, payloadOf } from './command-fields.js';
import { useFieldOfCommand } from './command-fault.js';
import { fieldIdOf } from './command-field.js';
import { CommandForm } from './command-form.js';
import { CommandPreview } from './command-preview.js';
import { useKnown } from './command-known.js';
import { NotKnown } from './command-not-known.js';
import { sendCommand } from '../dossier.query.js';
import { type DossierView } from '../dossier.types.js';
import { OlderConclusion } from './older-conclusion.js';
import { TakenOverNotice } from './taken-over-notice.js';
import { RehearsedLetter } from '../letters/rehearsed-letter.js';
import { leadsToLetter } from '../letters/rehearsed-letter.query.js';
import { useOnce } from '../../../api/use-once.js';
import { WhoWasFaster } from './who-was-faster.js';

interface Props {
  dossier: DossierView;
  command: CommandName;
  entered: CommandValues | null;
  onEnter: (values: CommandValues) => void;
  onClose: (done: boolean) => void;
}
const STALE = 412;

/** A command from its form over what it would do to the moment it is done: nothing happens before the second look. */
export function CommandDialog({ dossier, command, entered, onEnter, onClose }: Props) {
  const words = useProcedureWords(dossier);
  const { known, failed } = useKnown(dossier, command);
  return (
    <Dialog onClose={() => onClose(false)} size="xl" title={words.command(command)}>
      {known === null ? (
        <NotKnown failed={failed} />
      ) : (
        <CommandSteps
          {...{ dossier, command, known, onEnter, onClose }}
          values={valuesOf(command, entered, known)}
        />
      )}
    </Dialog>
  );
}

function CommandSteps({
  dossier,
  command,
  known,
  values,
  onEnter,
  onClose,
}: Omit<Props, 'entered'> & { known: Known; values: CommandValues }) {
  const { t } = useTranslation(['dossier', 'words', 'app']);
  const words = useProcedureWords(dossier);
  const [tries, setTries] = useState(0);
  const [since] = useState(dossier.status);
  const gaps = gapsOf(command, values);
  const { previewing, doing, refresh } = useCommand({ dossier, command, values, onClose });
  const preview = previewing.data;
  // Beside what was previewed the form is not there to be led to.
  const shown = preview === undefined ? COMMAND_FIELDS[command].map(({ name }) => name) : [];
  const fieldOf = useFieldOfCommand(shown);
  const error = doing.error ?? previewing.error;
  const tooLate = error !== null && problemOfError(error).status === STALE;
  // The refusal of what came too late tells by itself who was faster.
  const behind = !tooLate && !doing.isPending && !doing.isSuccess;
  const look = () => {
    if (gaps.length === 0) return previewing.mutate();
    setTries(tries + 1);
  };
  const again = () => {
    previewing.reset();
    doing.reset();
    void refresh();
  };
  return (
    <Stack>
      {behind && <ChangedBehind {...{ dossier, command, since }} />}
      {error !== null && <SubmitProblem error={error} fieldOf={fieldOf} />}
      {tooLate && <WhoWasFaster dossier={dossier} problem={problemOfError(error)} onAgain={again} />}
      {preview === undefined ? (
        <>
          {tries > 0 && <Missing tries={tries} gaps={gaps} />}
          {COMMAND_FIELDS[command].length === 0 && <Text>{t('steps.nothingToEnter')}</Text>}
          {known.takenOver !== null && <TakenOverNotice takenOver={known.takenOver} values={values} />}
          <OlderConclusion {...{ command, known, values }} onChange={onEnter} />
          <CommandForm {...{ dossier, command, values }} onChange={onEnter} gaps={tries > 0 ? gaps : []} />
          <Group>
            <Button
              loading={previewing.isPending}
              onClick={look}
              data-autofocus={COMMAND_FIELDS[command].length === 0 || undefined}
            >
              {t('steps.preview')}
            </Button>
            <Button variant="default" onClick={() => onClose(false)}>
              {t('app:actions.cancel')}
            </Button>
          </Group>
        </>
      ) : (
        <>
          <CommandPreview answer={preview.answer} dossier={dossier} />
          {leadsToLetter(preview.answer) && <RehearsedLetter dossier={dossier} asked={preview.asked} />}
          <Group>
            <Button loading={doing.isPending} onClick={() => doing.mutate()}>
              {t('steps.confirm', { command: words.command(command) })}
            </Button>
            <Button variant="default" disabled={doing.isPending} onClick={again}>
              {t('steps.change')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

/** A look at what a command would do, and the command as it was looked at. */
function useCommand({
  dossier,
  command,
  values,
  onClose,
}: Pick<Props, 'dossier' | 'command' | 'onClose'> & { values: CommandValues }) {
  const { t } = useTranslation(['dossier', 'words']);
  const words = useProcedureWords(dossier);
  const refresh = useRefresh(dossier.id);
  const previewing = useOnce({
    mutationFn: async () => {
      const asked = {
        command,
        payload: payloadOf(command, values),
        revision: dossier.revision,
        key: newActKey(),
      };
      return { asked, answer: await sendCommand(dossier.id, { ...asked, dryRun: true }) };
    },
  });
  const doing = useOnce({
    // What was previewed is what is sent, under one key however often.
    mutationFn: () => sendCommand(dossier.id, { ...previewing.data!.asked, dryRun: false }),
    onSuccess: async ({ status }) => {
      await refresh();
      notifications.show({
        color: 'green',
        title: t('steps.done', { command: words.command(command) }),
        message: t('steps.nowStatus', { status: words.status(status) }),
      });
      onClose(true);
    },
  });
  return { previewing, doing, refresh };
}

/** What is not entered yet, once somebody tried to go on. */
function Missing({ gaps, tries }: { gaps: readonly string[]; tries: number }) {
  const { t } = useTranslation('dossier');
  const faults = gaps.map((name) => ({ id: fieldIdOf(name), label: t(`fields.${name as 'reason'}`) }));
  return <FaultSummary tries={tries} faults={faults} />;
}
