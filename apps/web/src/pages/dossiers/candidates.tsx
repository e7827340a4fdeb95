import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CandidateCard } from './candidate-card.js';
import { type CandidateView, type DossierView, type FindingsView } from './dossier.types.js';
import { Fold } from './fold.js';
import { Section } from '../../ui/section.js';

const PAGE = 10;
const WAITING: readonly string[] = ['awaiting_second_person', 'withdrawal_proposed'];

interface Props {
  dossier: DossierView;
  view: FindingsView;
}

/** What may be on a list of technologies: people decide, and a prohibited one needs two of them. */
export function Candidates({ dossier, view }: Props) {
  const { t } = useTranslation('review');
  const { candidates } = view;
  const open = candidates.filter(({ decided }) => decided === null);
  const waiting = candidates.filter(({ decided }) => WAITING.includes(decided?.state ?? ''));
  const settled = candidates.filter((one) => !open.includes(one) && !waiting.includes(one));
  return (
    <>
      <Part title={t('match.waiting', { count: waiting.length })} {...{ dossier, view, items: waiting }} />
      <Part title={t('match.open', { count: open.length })} {...{ dossier, view, items: open }} />
      {settled.length > 0 && (
        <Fold label={t('match.decided', { count: settled.length })}>
          {() => (
            <Part
              title={t('match.decided', { count: settled.length })}
              {...{ dossier, view, items: settled }}
            />
          )}
        </Fold>
      )}
    </>
  );
}

function Part({ title, dossier, view, items }: Props & { title: string; items: CandidateView[] }) {
  const { t } = useTranslation('review');
  const [shown, setShown] = useState(PAGE);
  if (items.length === 0) return null;
  const left = Math.min(PAGE, items.length - shown);
  return (
    <Section title={title}>
      {items.slice(0, shown).map((candidate) => (
        <CandidateCard
          key={`${candidate.lineId} ${candidate.list} ${candidate.code}`}
          {...{ candidate, dossier, view }}
        />
      ))}
      {left > 0 && (
        <div>
          <Button variant="default" onClick={() => setShown(shown + PAGE)}>
            {t('match.more', { count: left })}
          </Button>
        </div>
      )}
    </Section>
  );
}
