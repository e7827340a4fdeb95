import { Button, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Outcome } from '#contracts';
import { useProcedureWords } from '../../../ui/use-procedure-words.js';
import { type DraftSaver, type SaverSnapshot } from '../../investor/draft/draft-saver.js';
import { type Clash } from '../../investor/draft/merge-drafts.js';
import { Notice } from '../../../ui/notice.js';
import { type DossierView } from '../dossier.types.js';
import { fieldOf } from './opinion-content.js';

/** The own opinion was changed on another page too: both versions of each field, and nothing is sent before the choice. */
export function OpinionConflict({
  dossier,
  state,
  saver,
}: {
  dossier: DossierView;
  state: SaverSnapshot;
  saver: DraftSaver;
}) {
  const { t } = useTranslation('dossier');
  const [choices, setChoices] = useState<Record<string, string>>({});
  if (state.phase !== 'conflict' || !state.conflict) return null;
  const { clashes } = state.conflict;
  const chosen = (clash: Clash) => choices[clash.field ?? ''] ?? null;
  const keep = () => {
    saver.choose(clashes.filter((clash) => chosen(clash) === 'theirs'));
    setChoices({});
  };
  return (
    <Notice tone="amber" role="alertdialog" title={t('opinions.clash.title')}>
      <Stack>
        <Text size="sm">{t('opinions.clash.text')}</Text>
        {clashes.map((clash) => (
          <ClashChoice
            key={clash.field}
            dossier={dossier}
            clash={clash}
            value={chosen(clash)}
            onChoose={(choice) => setChoices({ ...choices, [clash.field ?? '']: choice })}
          />
        ))}
        <div>
          <Button disabled={clashes.some((clash) => chosen(clash) === null)} onClick={keep}>
            {t('opinions.clash.keep')}
          </Button>
        </div>
      </Stack>
    </Notice>
  );
}

interface ChoiceProps {
  dossier: DossierView;
  clash: Clash;
  value: string | null;
  onChoose: (choice: string) => void;
}

function ClashChoice({ dossier, clash, value, onChoose }: ChoiceProps) {
  const { t } = useTranslation('dossier');
  const words = useProcedureWords(dossier);
  const { part, code } = fieldOf(clash.field ?? '');
  const label =
    part === 'summary' || part === 'recommendation'
      ? t(`opinions.${part}`)
      : t(part === 'remark' ? 'opinions.remark' : 'opinions.markOf', { code: code ?? '' });
  const written = (said: unknown) => {
    if (typeof said !== 'string') return t('opinions.clash.none');
    if (part === 'recommendation') return words.outcome(said as Outcome);
    return part === 'mark' ? t(`opinions.mark.${said as 'achieved'}`) : said;
  };
  return (
    <Radio.Group label={label} value={value} onChange={onChoose}>
      <Stack gap={6} mt={6}>
        {(['mine', 'theirs'] as const).map((side) => (
          <Radio
            key={side}
            value={side}
            label={`${t(`opinions.clash.${side}`)}: ${written(clash[side])}`}
            styles={{ label: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } }}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
