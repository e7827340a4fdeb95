import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Problem, ProblemError } from '../../../api/problem.js';
import { formatInstant } from '../../../format/format.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { type DraftSaver, type SaverSnapshot } from '../../investor/draft/draft-saver.js';
import { isUnsaved } from '../../investor/draft/save-machine.js';
import { Notice } from '../../../ui/notice.js';
import { fieldIdOf } from './opinion-faults.js';

interface Props {
  state: SaverSnapshot;
  saver: DraftSaver;
  /** When what stands here was typed on this device, where it was taken up from an earlier visit. */
  restoredAt: number | null;
  /** Why it was not taken as it stands. */
  refusal: Problem | null;
  /** What a field is called; null for what is no field of the opinion. */
  wordsOf: (field: string) => string | null;
}

/** Where the opinion is when it is not simply saved: waiting for the server or the session, refused, or taken up again. */
export function OpinionTrouble({ state, saver, restoredAt, refusal, wordsOf }: Props) {
  const { t } = useTranslation('dossier');
  const { phase, kept } = state;
  const waits = phase === 'unreachable' || phase === 'signed_out';
  return (
    <>
      {restoredAt !== null && (
        <Text size="sm" role="status">
          {t('opinions.restored', { at: formatInstant(new Date(restoredAt)) })}
        </Text>
      )}
      {waits && (
        <Notice tone="amber" role="alert" title={t(`opinions.save.${phase}`)}>
          <Stack gap="xs">
            <Text size="sm">{t(kept ? 'opinions.keptHere' : 'opinions.notKept')}</Text>
            <Group>
              <Button size="xs" variant="default" onClick={saver.sendNow}>
                {t('opinions.saveNow')}
              </Button>
            </Group>
          </Stack>
        </Notice>
      )}
      {refusal && (
        <ProblemAlert
          error={new ProblemError(refusal)}
          fieldOf={(field) => {
            const label = wordsOf(field);
            return label === null ? null : { label, id: fieldIdOf(field) };
          }}
        />
      )}
    </>
  );
}

/** In a few words whether it is saved; nothing as long as there is nothing to save. */
export function SaveWords({ state, recorded }: { state: SaverSnapshot; recorded: boolean }) {
  const { t } = useTranslation('dossier');
  const { phase, revision } = state;
  if (recorded) return t('opinions.changeHint');
  if (phase === 'saved' && !isUnsaved(state)) return revision === 0 ? '' : t('opinions.saved');
  return t(`opinions.save.${phase}`);
}
