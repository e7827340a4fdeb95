import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../../session/session.provider.js';
import { FocusKept } from '../../../ui/focus-kept.js';
import { Section } from '../../../ui/section.js';
import { CandidateCard } from './candidate-card.js';
import { type CandidateView, type DossierView, type FindingsView } from '../dossier.types.js';
import { Fold } from '../../../ui/fold.js';
import { leftReason } from './left-reason.js';
import { MatchLeft } from './match-left.js';

const PAGE = 10;
const WAITING: readonly string[] = ['awaiting_second_person', 'withdrawal_proposed'];

interface Props {
  dossier: DossierView;
  view: FindingsView;
}

/** What may be on a list of technologies: people decide, and a prohibited one needs two of them. */
export function Candidates({ dossier, view }: Props) {
  const { t } = useTranslation('review');
  const { id: personId } = usePerson();
  const [, redraw] = useState(0);
  const { candidates } = view;
  // A card in which somebody is writing stays where it is, whoever decides meanwhile.
  const left = candidates.filter((one) => leftReason(sessionStorage, personId, dossier.id, one) !== '');
  const open = candidates.filter((one) => one.decided === null || left.includes(one));
  const waiting = candidates.filter(
    (one) => WAITING.includes(one.decided?.state ?? '') && !left.includes(one),
  );
  const onDropped = () => redraw((before) => before + 1);
  const settled = candidates.filter((one) => !open.includes(one) && !waiting.includes(one));
  return (
    <>
      <Part title={t('match.waiting', { count: waiting.length })} {...{ dossier, view, items: waiting }} />
      <Part
        title={t('match.open', { count: open.length })}
        {...{ dossier, view, items: open, left, onDropped }}
      />
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

interface PartProps extends Props {
  title: string;
  items: CandidateView[];
  /** Those of them on which somebody else decided while their reader was writing. */
  left?: readonly CandidateView[];
  onDropped?: () => void;
}
function Part({ title, dossier, view, items, left = [], onDropped }: PartProps) {
  const { t } = useTranslation('review');
  const { id: personId } = usePerson();
  const [shown, setShown] = useState(PAGE);
  if (items.length === 0) return null;
  const hidden = Math.min(PAGE, items.length - shown);
  return (
    <Section title={title}>
      {items.slice(0, shown).map((candidate) => (
        <FocusKept key={`${candidate.lineId} ${candidate.list} ${candidate.code}`}>
          {left.includes(candidate) && onDropped && (
            <MatchLeft dossierId={dossier.id} {...{ personId, candidate, view, onDropped }} />
          )}
          <CandidateCard {...{ candidate, dossier, view }} />
        </FocusKept>
      ))}
      {hidden > 0 && (
        <div>
          <Button variant="default" onClick={() => setShown(shown + PAGE)}>
            {t('match.more', { count: hidden })}
          </Button>
        </div>
      )}
    </Section>
  );
}
