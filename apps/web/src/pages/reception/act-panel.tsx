import { Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CommandAnswer, type DossierView } from '../dossiers/dossier.types.js';
import { commandsQuery } from '../dossiers/dossier.query.js';
import { NotNow } from '../dossiers/commands/not-now.js';
import { Unanswered } from '../../ui/states.js';
import { ActSteps } from './act-steps.js';
import { type Check } from './kept-check.js';
import {
  ACTS,
  type CheckedItem,
  followingOf,
  hindranceOf,
  type Progress,
  type ReceptionAct,
} from './marks.js';

interface Props {
  dossier: DossierView;
  items: readonly CheckedItem[];
  check: Check;
  progress: Progress;
  onChange: (part: Partial<Check>) => void;
  onDone: (answer: CommandAnswer) => void;
}

/** The one act that ends the check: proposed from the marks, chosen by the clerk, seen before it is done. */
export function ActPanel({ dossier, items, check, progress, onChange, onDone }: Props) {
  const { t } = useTranslation(['clerk', 'words']);
  const query = useQuery(commandsQuery(dossier.id));
  const commands = query.data?.items;
  const [picked, setPicked] = useState<ReceptionAct | null>(null);
  const act = picked ?? followingOf(progress);
  if (commands === undefined) return <Unanswered query={query} rows={3} />;
  const options = ACTS.flatMap((name) => commands.filter(({ command }) => command === name));
  const barred = options.filter(({ permitted }) => !permitted);
  const isOpen = (name: ReceptionAct) => options.some((one) => one.command === name && one.permitted);
  const hindrance = act === null ? 'open' : hindranceOf(act, progress);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="reception-act">
      <Stack gap="md">
        <Title order={2} size="h3" id="reception-act">
          {t('reception.act')}
        </Title>
        <Radio.Group
          label={t('reception.act')}
          labelProps={{ display: 'none' }}
          value={act ?? ''}
          onChange={(value) => setPicked(ACTS.find((one) => one === value) ?? null)}
        >
          <Stack gap="xs">
            {ACTS.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`words:command.${one}`)}
                description={t(`reception.leads.${one}`)}
                disabled={!isOpen(one)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {barred.length > 0 && <NotNow dossier={dossier} items={barred} />}
        {hindrance !== null && <Text size="sm">{t(`reception.hindrance.${hindrance}`, progress)}</Text>}
        {act !== null && hindrance === null && isOpen(act) && (
          <ActSteps
            key={act}
            {...{ dossier, items, act, onDone }}
            marks={check.marks}
            values={check.entered[act] ?? {}}
            onEnter={(values) => onChange({ entered: { ...check.entered, [act]: values } })}
          />
        )}
      </Stack>
    </Paper>
  );
}
