import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOfError } from '../../api/problem.js';
import { SubmitProblem } from '../../ui/submit-problem.js';
import { type ActCall } from '../dossiers/commands/acts.query.js';
import { type AskedItem, type CommandValues } from '../dossiers/commands/command-fields.js';
import { useFieldOfCommand } from '../dossiers/commands/command-fault.js';
import { fieldIdOf } from '../dossiers/commands/command-field.js';
import { CommandForm } from '../dossiers/commands/command-form.js';
import { ItemsField } from '../dossiers/commands/command-items.js';
import { CommandPreview } from '../dossiers/commands/command-preview.js';
import { sendCommand } from '../dossiers/dossier.query.js';
import { type CommandAnswer, type DossierView } from '../dossiers/dossier.types.js';
import { RehearsedLetter } from '../dossiers/letters/rehearsed-letter.js';
import { leadsToLetter } from '../dossiers/letters/rehearsed-letter.query.js';
import { useTriedAct, useRefresh } from '../dossiers/commands/use-act.js';
import { WhoWasFaster } from '../dossiers/commands/who-was-faster.js';
import { actOf, fieldsOf } from './act-payload.js';
import { askedFor, type CheckedItem, type Marks, type ReceptionAct } from './marks.js';

interface Props {
  dossier: DossierView;
  items: readonly CheckedItem[];
  act: ReceptionAct;
  marks: Marks;
  values: CommandValues;
  onEnter: (values: CommandValues) => void;
  onDone: (answer: CommandAnswer) => void;
}
interface Sent {
  command: ReceptionAct;
  payload: Record<string, unknown>;
  revision: number;
}
const STALE = 412;

/** The act from its form over what it would do to the deed. What was seen is what is sent. */
export function ActSteps({ dossier, items, act, marks, values, onEnter, onDone }: Props) {
  const { t } = useTranslation(['clerk', 'dossier', 'words']);
  const [showGaps, setShowGaps] = useState(false);
  const refresh = useRefresh(dossier.id);
  const { points, payload, gaps } = actOf(act, askedFor(items, marks), values);
  const { previewing, acting } = useTriedAct(dossier.id, async (sent: Sent, call: ActCall) => {
    const answer = await sendCommand(dossier.id, { ...sent, ...call });
    if (!call.dryRun) onDone(answer);
    return answer;
  });
  const sent: Sent = { command: act, payload, revision: dossier.revision };
  // A preview of something else says nothing any more: the marks beside it can still be changed.
  const isSame = JSON.stringify(previewing.variables) === JSON.stringify(sent);
  const seen = isSame ? previewing.data : undefined;
  const error = acting.error ?? previewing.error;
  // Beside what was previewed the form is not there to be led to.
  const shown = seen === undefined ? fieldsOf(act, values).map(({ name }) => name) : [];
  const fieldOf = useFieldOfCommand(shown);
  const look = () => {
    if (gaps.length === 0) return previewing.mutate(sent);
    setShowGaps(true);
    document.getElementById(fieldIdOf(gaps[0] ?? ''))?.focus();
  };
  const again = () => {
    previewing.reset();
    acting.reset();
    void refresh();
  };
  return (
    <Stack gap="md">
      {error !== null && <SubmitProblem error={error} fieldOf={fieldOf} />}
      {error !== null && problemOfError(error).status === STALE && (
        <WhoWasFaster dossier={dossier} problem={problemOfError(error)} onAgain={again} />
      )}
      {points.length > 0 && <Points points={points} />}
      {seen === undefined ? (
        <>
          {act === 'request_supplement' && <MorePoints {...{ dossier, values, onEnter }} />}
          <CommandForm
            {...{ dossier, values }}
            command={act}
            onChange={onEnter}
            gaps={showGaps ? gaps : []}
            fields={fieldsOf(act, values)}
          />
          <div>
            <Button loading={previewing.isPending} onClick={look}>
              {t('dossier:steps.preview')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <CommandPreview answer={seen} dossier={dossier} />
          {leadsToLetter(seen) && (
            <section aria-label={t('dossier:steps.letter')}>
              <RehearsedLetter dossier={dossier} asked={sent} />
            </section>
          )}
          <Group>
            <Button loading={acting.isPending} onClick={() => acting.mutate(sent)}>
              {t('dossier:steps.confirm', { command: t(`words:command.${act}`) })}
            </Button>
            <Button variant="default" disabled={acting.isPending} onClick={() => previewing.reset()}>
              {t('dossier:steps.change')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

/** The points as the letter will list them. */
function Points({ points }: { points: readonly AskedItem[] }) {
  const { t } = useTranslation('clerk');
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('reception.points')}
      </Text>
      <List size="sm" type="ordered" spacing={4}>
        {points.map(({ what, basis }, index) => (
          <List.Item key={`${what}${index}`}>
            {what} <Text span size="sm" c="dimmed">{`(${basis})`}</Text>
          </List.Item>
        ))}
      </List>
    </div>
  );
}

/** What is asked besides the checklist, since there is one request only. */
function MorePoints({ dossier, values, onEnter }: Pick<Props, 'dossier' | 'values' | 'onEnter'>) {
  const { t } = useTranslation('clerk');
  return (
    <ItemsField
      dossier={dossier}
      field={{ kind: 'items', name: 'items' }}
      label={t('reception.morePoints')}
      value={values['items']}
      onChange={(items) => onEnter({ ...values, items })}
      error={null}
    />
  );
}
