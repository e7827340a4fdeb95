import { Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CommandName } from '#contracts';
import { type Schema } from '../../api/schema-names.js';
import { LoadingState, Unanswered } from '../../ui/states.js';
import { useProcedureWords } from '../../ui/use-procedure-words.js';
import { beginningOf, type CommandValues, gapsOf, payloadOf } from '../dossiers/command-fields.js';
import { useKnown } from '../dossiers/command-known.js';
import { commandsQuery } from '../dossiers/dossier.query.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { NotNow } from '../dossiers/not-now.js';
import { ChoiceForm } from './choice-form.js';
import { followingOf } from './choices.js';
import { Consequence } from './consequence.js';
import classes from './decide.module.css';
import { type Asked } from '../dossiers/rehearsed-letter.query.js';
import { DECIDING } from './decide.query.js';
import { type Proposal } from './queue.query.js';

interface Props {
  dossier: DossierView;
  proposal: Proposal;
  /** Tells which choice stands on the screen as it would be sent, or that none can be sent yet. */
  onAsked: (asked: Asked | null) => void;
}

/** What the reader may do with the proposal, each with what it would do, and why not the rest. */
export function ChoicePanel({ dossier, proposal, onAsked }: Props) {
  const { t } = useTranslation(['decisions', 'words']);
  const query = useQuery(commandsQuery(dossier.id));
  const [picked, setPicked] = useState<CommandName | null>(null);
  const [entered, setEntered] = useState<Partial<Record<CommandName, CommandValues>>>({});
  if (query.data === undefined) return <Unanswered query={query} rows={3} />;
  const options = DECIDING.flatMap((name) => query.data.items.filter(({ command }) => command === name));
  const open = options.filter(({ permitted }) => permitted);
  const names = open.map(({ command }) => command as CommandName);
  const command = picked !== null && names.includes(picked) ? picked : followingOf(proposal.outcome, names);
  const others = options.filter(({ permitted }) => !permitted);
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('choice.title')}>
      <Stack gap={8}>
        <Title order={2} size="h3">
          {t('choice.title')}
        </Title>
        {command === null ? (
          <Text size="sm">{t('choice.none')}</Text>
        ) : (
          <>
            <Choices dossier={dossier} options={open} chosen={command} onChoose={setPicked} />
            <Chosen
              key={command}
              {...{ dossier, command, onAsked }}
              entered={entered[command] ?? null}
              onEnter={(values) => setEntered({ ...entered, [command]: values })}
            />
          </>
        )}
        {others.length > 0 && <NotNow dossier={dossier} items={others} />}
      </Stack>
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
        {options.map(({ command }) => (
          <Radio key={command} value={command} label={words.command(command as CommandName)} />
        ))}
      </div>
    </Radio.Group>
  );
}

interface ChosenProps {
  dossier: DossierView;
  command: CommandName;
  entered: CommandValues | null;
  onEnter: (values: CommandValues) => void;
  onAsked: Props['onAsked'];
}

function Chosen({ dossier, command, entered, onEnter, onAsked }: ChosenProps) {
  const known = useKnown(dossier, command);
  if (known === null) return <LoadingState rows={2} />;
  return (
    <Ready {...{ dossier, command, onEnter, onAsked }} values={entered ?? beginningOf(command, known)} />
  );
}

function Ready({
  dossier,
  command,
  values,
  onEnter,
  onAsked,
}: Omit<ChosenProps, 'entered'> & { values: CommandValues }) {
  const gaps = gapsOf(command, values);
  const written = JSON.stringify(payloadOf(command, values));
  const { revision } = dossier;
  const complete = gaps.length === 0;
  const asked = useMemo<Asked | null>(
    () => (complete ? { command, payload: JSON.parse(written) as Record<string, unknown>, revision } : null),
    [complete, command, written, revision],
  );
  useEffect(() => {
    onAsked(asked);
    return () => onAsked(null);
  }, [asked, onAsked]);
  return (
    <>
      <ChoiceForm {...{ dossier, command, values }} onChange={onEnter} />
      <Consequence dossier={dossier} command={command} asked={asked} gaps={gaps} />
    </>
  );
}
