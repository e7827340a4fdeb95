import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../format/format.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { ProblemError } from '../../../api/problem.js';
import { Tag } from '../../../ui/status-tag.js';
import { isUnsaved, type Phase } from '../draft/save-machine.js';
import { useEditing } from './draft.context.js';
import classes from './edit.module.css';
import { HeldValues } from './fault-links.js';
import { Notice } from '../../../ui/notice.js';

const timeOf = (instant: number): string => formatInstant(new Date(instant)).slice(-5);
const WAITS: readonly Phase[] = ['unreachable', 'signed_out', 'conflict', 'refused'];

/** Says at every moment whether what was entered is saved, and where it is if not. */
export function SaveStatus() {
  const { t } = useTranslation('investor');
  const { state, faults, saver } = useEditing();
  const { phase, kept, savedAt, problem, joined } = state;
  const held = faults.length;
  const [opened, setOpened] = useState(false);
  return (
    <Stack gap="xs" className={classes.status}>
      <Group gap="xs" role="status" aria-live="polite">
        <Tag tone={toneOf(phase, isUnsaved(state) || held > 0)}>
          {t(phase === 'saved' && held > 0 ? 'save.savedRest' : `save.${phase}`)}
        </Tag>
        <Text size="sm">
          {isUnsaved(state)
            ? t(kept ? 'save.keptHere' : 'save.notKept')
            : savedAt === null
              ? t('save.nothingYet')
              : t('save.savedAt', { time: timeOf(savedAt) })}
        </Text>
        {phase === 'unreachable' && (
          <Button size="compact-sm" variant="default" onClick={saver.sendNow}>
            {t('save.tryNow')}
          </Button>
        )}
      </Group>
      {held > 0 && (
        <details onToggle={({ currentTarget: { open } }) => setOpened(open)}>
          <Text size="sm" component="summary">
            {t('save.held', { count: held })}
          </Text>
          {opened && <HeldValues faults={faults} />}
        </details>
      )}
      {joined > 0 && <Text size="sm">{t('save.joined')}</Text>}
      {phase === 'refused' && problem && <ProblemAlert error={new ProblemError(problem)} />}
      {!kept && WAITS.includes(phase) && (
        <Notice tone="red" role="alert">
          {t('save.copyIt')}
        </Notice>
      )}
    </Stack>
  );
}

const toneOf = (phase: Phase, unsaved: boolean) => {
  if (phase === 'saved') return unsaved ? 'amber' : 'green';
  return phase === 'changed' || phase === 'saving' || phase === 'behind' ? 'blue' : 'amber';
};
