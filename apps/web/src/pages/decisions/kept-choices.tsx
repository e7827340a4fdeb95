import { Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CommandName } from '#contracts';
import { FocusKept } from '../../ui/focus-kept.js';
import { Notice } from '../../ui/notice.js';
import { useProcedureWords } from '../../ui/use-procedure-words.js';
import { type useEnteredValues } from '../dossiers/commands/kept-values.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { DECIDING } from './choices.js';
import { type Written, writtenOf } from './written.js';

interface Props {
  dossier: DossierView;
  /** The choices that still have their form. */
  open: readonly CommandName[];
  kept: ReturnType<typeof useEnteredValues>;
}

/** What the reader wrote for choices that are no longer theirs: to read, to copy, and to discard. */
export function KeptChoices({ dossier, open, kept }: Props) {
  const closed = DECIDING.flatMap((command) => {
    const values = open.includes(command) ? null : kept.enteredFor(command);
    const written = values === null ? [] : writtenOf(command, values);
    return written.length === 0 ? [] : [{ command, written }];
  });
  return closed.map(({ command, written }) => (
    <FocusKept key={command}>
      <KeptChoice {...{ dossier, command, written }} onDiscard={() => kept.enter(command, null)} />
    </FocusKept>
  ));
}

interface ChoiceProps {
  dossier: DossierView;
  command: CommandName;
  written: readonly Written[];
  onDiscard: () => void;
}

function KeptChoice({ dossier, command, written, onDiscard }: ChoiceProps) {
  const { t } = useTranslation(['decisions', 'dossier', 'words']);
  const words = useProcedureWords(dossier);
  const title = t('kept.title', { command: words.command(command) });
  return (
    <Notice tone="amber" role="region" aria-label={title} title={title}>
      <Stack gap="xs">
        <Text size="sm">{t('kept.text')}</Text>
        {written.map(({ field, text }) => (
          <div key={field}>
            <Text size="sm" fw={600}>
              {t(`dossier:fields.${field as 'reason'}`)}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {text}
            </Text>
          </div>
        ))}
        <Group gap="sm">
          <CopyButton value={written.map(({ text }) => text).join('\n\n')}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy} aria-live="polite">
                {t(copied ? 'kept.copied' : 'kept.copy')}
              </Button>
            )}
          </CopyButton>
          <Button size="xs" variant="default" onClick={onDiscard}>
            {t('kept.discard')}
          </Button>
        </Group>
      </Stack>
    </Notice>
  );
}
