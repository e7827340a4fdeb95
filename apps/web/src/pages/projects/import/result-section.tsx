import { Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { formatInstant, formatNumber } from '../../../format/format.js';
import { usePerson } from '../../../session/session.provider.js';
import classes from '../facts.module.css';
import { keepsRegister } from '../register-roles.js';
import { Section } from '../../../ui/section.js';
import { ImportRows } from './import-rows.js';
import { type ImportList } from './import.query.js';
import { FaultyFile } from './preview-section.js';
import { StartRun } from './start-run.js';
import { UndoImport } from './undo-import.js';

const FIGURES = ['inserted', 'updated', 'skipped', 'faulty'] as const;

/** What became of a list, its projects, its rows, and the ways on: go on where it stopped, or take it back. */
export function ResultSection({ list, own }: { list: ImportList; own: boolean }) {
  const { t } = useTranslation('register');
  const { progress, state } = list;
  const keeps = keepsRegister(usePerson());
  const stopped = state === 'cancelled' || state === 'failed';
  return (
    <>
      <Section
        sheet
        title={t('imports.result')}
        aside={own && progress.faulty > 0 && <FaultyFile id={list.id} />}
      >
        <Outcome list={list} />
        <dl className={classes.figures}>
          {FIGURES.map((name) => (
            <div key={name} className={classes.figure}>
              <dt>{t(`run.${name}`)}</dt>
              <dd>{formatNumber(progress[name])}</dd>
            </div>
          ))}
        </dl>
        {state !== 'undone' && progress.inserted + progress.updated > 0 && (
          <Anchor component={Link} href={`/projects?import=${list.id}`}>
            {t('run.open')}
          </Anchor>
        )}
        {keeps && state !== 'undone' && progress.inserted > 0 && <UndoImport list={list} />}
      </Section>
      {own && stopped && <StartRun list={list} />}
      {own ? <RowsByOutcome list={list} /> : <Text size="sm">{t('imports.othersRows')}</Text>}
    </>
  );
}

function Outcome({ list: { state, progress } }: { list: ImportList }) {
  const { t } = useTranslation('register');
  const texts: Record<string, string> = {
    finished: t('run.finished'),
    cancelled: t('run.cancelled'),
    failed: t('run.failed'),
    undone: t('run.undone', { count: progress.undone ?? 0 }),
  };
  return (
    <Text role="status">
      {texts[state]} {progress.endedAt !== null && formatInstant(progress.endedAt)}
    </Text>
  );
}

function RowsByOutcome({ list }: { list: ImportList }) {
  const { t } = useTranslation('register');
  const [params, setParams] = useSearchParams();
  const outcome = FIGURES.find((one) => one === params.get('outcome'));
  return (
    <Section sheet title={t('preview.rows')}>
      <Group gap={6} role="group" aria-label={t('run.outcomes')}>
        {[undefined, ...FIGURES].map((one) => (
          <Button
            key={one ?? 'all'}
            size="xs"
            variant={one === outcome ? 'filled' : 'default'}
            aria-pressed={one === outcome}
            onClick={() => setParams(one ? { outcome: one } : {}, { replace: true })}
          >
            {`${t(`run.outcome.${one ?? 'all'}`)} (${formatNumber(one ? list.progress[one] : list.progress.total)})`}
          </Button>
        ))}
      </Group>
      <ImportRows key={outcome ?? 'all'} list={list} filter={outcome ? { outcome } : {}} />
    </Section>
  );
}
