import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../../ui/lazily.js';
import { usePerson } from '../../session/session.provider.js';
import { LoadingState } from '../../ui/states.js';
import { type CommandAnswer, type DossierView } from '../dossiers/dossier.types.js';
import { Fold } from '../../ui/fold.js';
import { canBeShown, ShownDocument } from '../dossiers/viewer/shown-document.js';
import { FileButtons } from './file-buttons.js';
import { ItemCard, ToNext } from './item-card.js';
import { useCheck } from './kept-check.js';
import { type ItemMark, progressOf } from './marks.js';
import classes from './reception.module.css';
import { type ReceivedItem, type Reception } from './reception.query.js';

const ActPanel = lazily(async () => (await import('./act-panel.js')).ActPanel);

interface Props {
  dossier: DossierView;
  reception: Reception;
  onDone: (answer: CommandAnswer) => void;
}

/** The checklist with the papers beside it; on a narrow screen a file opens below its item. */
export function ReceptionDesk({ dossier, reception, onDone }: Props) {
  const { t } = useTranslation('clerk');
  const { items, others } = reception;
  const { check, change, forget } = useCheck(usePerson().id, dossier);
  const wide = useMediaQuery('(min-width: 75em)', undefined, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useState<string | null>(null);
  const seen = items.flatMap(({ files }) => files).filter(canBeShown);
  const first = seen[0]?.id ?? null;
  // With nothing to look at, half of the page would stand empty beside the list.
  const beside = wide && (seen.length > 0 || others.some(canBeShown));
  const shown = chosen ?? (beside ? first : null);
  const viewer = shown !== null && <ShownDocument dossierId={dossier.id} documentId={shown} />;
  const demanded = items.filter(isDemanded);
  const codes = demanded.map(({ code }) => code);
  const progress = progressOf(codes, check.marks);
  const next = codes.find((code) => check.marks[code] === undefined);
  const card = (item: ReceivedItem) => (
    <ItemCard
      key={item.code}
      item={item}
      mark={check.marks[item.code]}
      onMark={(mark: ItemMark) => change({ marks: { ...check.marks, [item.code]: mark } })}
      shown={shown}
      onShow={setChosen}
      viewer={!beside && item.files.some(({ id }) => id === shown) && viewer}
    />
  );
  const rest = items.filter((item) => !isDemanded(item));
  return (
    <div className={beside ? classes.split : classes.alone}>
      <Stack gap="md" className={classes.check}>
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h3">
            {t('reception.checklist')}
          </Title>
          <Text size="sm" role="status">
            {t('reception.progress', { checked: progress.checked, all: codes.length })}
          </Text>
        </Group>
        {demanded.map(card)}
        {others.length > 0 && (
          <Paper withBorder p="md" component="section" aria-label={t('reception.otherFiles')}>
            <Stack gap="sm">
              <Title order={3} size="h5">
                {t('reception.otherFiles')}
              </Title>
              <FileButtons files={others} shown={shown} onShow={setChosen} />
              {!beside && others.some(({ id }) => id === shown) && viewer}
            </Stack>
          </Paper>
        )}
        {rest.length > 0 && (
          <Fold
            label={t('reception.ifAny', { count: rest.length })}
            begin={rest.some(({ code }) => check.marks[code] !== undefined)}
          >
            {() => <Stack gap="md">{rest.map(card)}</Stack>}
          </Fold>
        )}
        {next !== undefined && <ToNext code={next} />}
        <Suspense fallback={<LoadingState rows={4} />}>
          <ActPanel
            {...{ dossier, items, check, progress }}
            onChange={change}
            onDone={(answer) => {
              forget();
              onDone(answer);
            }}
          />
        </Suspense>
      </Stack>
      {beside && (
        <aside className={classes.viewer} aria-label={t('reception.viewer')}>
          {viewer || <Text size="sm">{t('reception.nothingShown')}</Text>}
        </aside>
      )}
    </div>
  );
}

/** What has to be there, and what was handed in besides, has to be looked at. */
const isDemanded = ({ required, present, files }: ReceivedItem): boolean =>
  required || present || files.length > 0;
