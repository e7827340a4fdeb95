import { Paper, Radio, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CommandName } from '#contracts';
import { type Problem } from '../../api/problem.js';
import { type Schema } from '../../api/schema-names.js';
import { ENTERED } from '../../ui/page-keys.js';
import { Unanswered } from '../../ui/states.js';
import { useProcedureWords } from '../../ui/use-procedure-words.js';
import { type Known, valuesOf } from '../dossiers/commands/command-beginning.js';
import { type CommandValues, gapsOf, payloadOf } from '../dossiers/commands/command-fields.js';
import { useKnown } from '../dossiers/commands/command-known.js';
import { NotKnown } from '../dossiers/commands/command-not-known.js';
import { commandsQuery } from '../dossiers/dossier.query.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { useEnteredValues } from '../dossiers/commands/kept-values.js';
import { NotNow } from '../dossiers/commands/not-now.js';
import { OlderConclusion } from '../dossiers/commands/older-conclusion.js';
import { ChoiceForm } from './choice-form.js';
import { DECIDING, followingOf } from './choices.js';
import { Consequence } from './consequence.js';
import { Decided } from './decided.js';
import classes from './decide.module.css';
import { KeptChoices } from './kept-choices.js';
import { type Asked, type Drawn } from '../dossiers/letters/rehearsed-letter.query.js';
import { type Proposal } from './queue.query.js';
import { useArrival } from './use-arrival.js';

interface Props {
  dossier: DossierView;
  proposal: Proposal;
  /** Tells which choice stands on the screen as it would be sent, or that none can be sent yet. */
  onAsked: (asked: Asked | null) => void;
  /** The letter that stands on the screen. */
  drawn: Drawn | null;
  /** Whether somebody was faster, and it was not looked again since; nothing is sent meanwhile. */
  stale: boolean;
  onStale: (problem: Problem) => void;
}
/** A pause in typing after which is asked what the choice would do. */
const PAUSE_MS = 500;

/** What the reader may do with the proposal, each with what it would do, and why not the rest. */
export function ChoicePanel({ dossier, proposal, ...shared }: Props) {
  const { t } = useTranslation(['decisions', 'words']);
  const query = useQuery(commandsQuery(dossier.id));
  const [picked, setPicked] = useState<CommandName | null>(null);
  const kept = useEnteredValues(dossier.id);
  const { enteredFor, enter } = kept;
  const arrival = useArrival(dossier.id);
  if (query.data === undefined) return <Unanswered query={query} rows={3} />;
  const options = DECIDING.flatMap((name) => query.data.items.filter(({ command }) => command === name));
  const open = options.filter(({ permitted }) => permitted);
  const names = open.map(({ command }) => command as CommandName);
  const command = picked !== null && names.includes(picked) ? picked : followingOf(proposal.outcome, names);
  const others = options.filter(({ permitted }) => !permitted);
  const notNow = others.length > 0 && <NotNow dossier={dossier} items={others} />;
  return (
    <Paper
      withBorder
      px="sm"
      py={10}
      component="section"
      aria-label={t('choice.title')}
      className={classes.choice}
      {...(command !== null && enteredFor(command) !== null && ENTERED)}
    >
      {command === null ? (
        <>
          <Title order={2} size="h3">
            {t('choice.title')}
          </Title>
          <Decided dossier={dossier} />
          {notNow}
        </>
      ) : (
        <>
          <Choices dossier={dossier} options={open} chosen={command} onChoose={setPicked} />
          <Chosen
            key={command}
            {...{ dossier, command, arrival, ...shared }}
            aside={notNow}
            entered={enteredFor(command)}
            onEnter={(values) => enter(command, values)}
          />
        </>
      )}
      <KeptChoices dossier={dossier} open={names} kept={kept} />
    </Paper>
  );
}

interface ChoicesProps {
  dossier: DossierView;
  options: Schema<'CommandOptionDto'>[];
  chosen: CommandName;
  onChoose: (command: CommandName) => void;
}

function Choices({ dossier, options, chosen, onChoose }: ChoicesProps) {
  const { t } = useTranslation('decisions');
  const words = useProcedureWords(dossier);
  return (
    <Radio.Group
      labelProps={{ display: 'none' }}
      label={t('choice.title')}
      value={chosen}
      onChange={(value) => onChoose(value)}
    >
      <div className={classes.choices}>
        <Title order={2} size="h3">
          {t('choice.title')}
        </Title>
        <div className={classes.choices}>
          {options.map(({ command }) => (
            <Radio key={command} value={command} label={words.command(command as CommandName)} />
          ))}
        </div>
      </div>
    </Radio.Group>
  );
}

interface ChosenProps extends Omit<Props, 'proposal'> {
  command: CommandName;
  entered: CommandValues | null;
  onEnter: (values: CommandValues | null) => void;
  arrival: ReturnType<typeof useArrival>;
  aside: ReactNode;
}

function Chosen({ entered, ...props }: ChosenProps) {
  const { known, failed } = useKnown(props.dossier, props.command);
  if (known === null) return <NotKnown failed={failed} />;
  return <Ready {...props} known={known} values={valuesOf(props.command, entered, known)} />;
}

function Ready({
  dossier,
  command,
  known,
  values,
  onEnter,
  onAsked,
  aside,
  ...shared
}: Omit<ChosenProps, 'entered'> & { known: Known; values: CommandValues }) {
  const gaps = gapsOf(command, values);
  const written = JSON.stringify(payloadOf(command, values));
  const { revision } = dossier;
  const complete = gaps.length === 0;
  const standing = useMemo<Asked | null>(
    () => (complete ? { command, payload: JSON.parse(written) as Record<string, unknown>, revision } : null),
    [complete, command, written, revision],
  );
  const [paused] = useDebouncedValue(standing, PAUSE_MS);
  const asked = complete ? paused : null;
  useEffect(() => {
    onAsked(asked);
    return () => onAsked(null);
  }, [asked, onAsked]);
  return (
    <>
      <OlderConclusion {...{ command, known, values }} onChange={onEnter} />
      <ChoiceForm {...{ dossier, command, values, aside }} onChange={onEnter} />
      <Consequence
        {...{ dossier, command, asked, gaps, ...shared }}
        settled={asked === standing}
        onDone={() => onEnter(null)}
      />
    </>
  );
}
