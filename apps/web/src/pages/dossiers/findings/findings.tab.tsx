import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { formatInstant } from '../../../format/format.js';
import { Section } from '../../../ui/section.js';
import { Answer, EmptyState } from '../../../ui/states.js';
import { Candidates } from '../matches/candidates.js';
import { findingsQuery } from '../dossier.query.js';
import { type DossierView, type FindingsView } from '../dossier.types.js';
import { usePrinting } from '../../../ui/printing.js';
import { countOf, groupBySubject, groupsShown, SHOWN, type Shown, tallyOf } from './finding-kinds.js';
import classes from './findings.module.css';
import { Notices } from './notices.js';
import { SubjectFindings } from './subject-findings.js';

const PAGE = 20;
/** So many subjects are open to begin with; the others are one click away. */
const OPEN = 3;
const MANY = 10;

export function FindingsTab({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const query = useQuery(findingsQuery(dossier.id));
  return (
    <Answer query={query}>
      {(view) =>
        view.screening === null ? (
          <EmptyState title={t('findings.none')}>{t('findings.noneText')}</EmptyState>
        ) : (
          <Findings view={view} dossier={dossier} />
        )
      }
    </Answer>
  );
}

function Findings({ view, dossier }: { view: FindingsView; dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const { screening, current } = view;
  return (
    <>
      <Text size="sm" c="dimmed">
        {screening &&
          t('findings.performed', {
            number: screening.number,
            at: formatInstant(screening.performedAt),
            version: screening.factsVersion,
          })}
      </Text>
      {!current && (
        <Alert color="yellow" variant="outline" role="note">
          {t('findings.stale')}
        </Alert>
      )}
      <Notices view={view} dossier={dossier} />
      <Candidates view={view} dossier={dossier} />
      <Subjects view={view} dossier={dossier} />
    </>
  );
}

/** Which findings are wanted, as the address says it. */
function useShown(): [Shown, (shown: Shown) => void] {
  const [search, setSearch] = useSearchParams();
  const shown = SHOWN.find((one) => one === search.get('show')) ?? 'attention';
  const show = (to: Shown) =>
    setSearch((old) => {
      const next = new URLSearchParams(old);
      if (to === 'attention') next.delete('show');
      else next.set('show', to);
      return next;
    });
  return [shown, show];
}

function Subjects({ view, dossier }: { view: FindingsView; dossier: DossierView }) {
  const { t } = useTranslation('review');
  const printing = usePrinting();
  const [shown, show] = useShown();
  const [typed, setTyped] = useState('');
  const [pages, setPages] = useState(1);
  const all = groupBySubject(view.findings, dossier.facts);
  const groups = groupsShown(all, shown, typed);
  const drawn = printing ? groups : groups.slice(0, pages * PAGE);
  const left = Math.min(PAGE, groups.length - drawn.length);
  return (
    <Section title={t('subject.title', { count: groups.length })}>
      <Filter findings={view.findings} shown={shown} show={show} />
      {all.length > MANY && (
        <TextInput
          className="tg-no-print"
          label={t('show.search')}
          type="search"
          maw={360}
          maxLength={200}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      {groups.length === 0 && <NothingShown shown={shown} typed={typed} />}
      <Stack gap="sm">
        {drawn.map((group, index) => (
          <SubjectFindings
            key={`${shown} ${group.kind} ${group.id}`}
            {...{ group, shown, dossier, view }}
            begin={index < OPEN}
          />
        ))}
      </Stack>
      {left > 0 && (
        <div className="tg-no-print">
          <Button variant="default" onClick={() => setPages(pages + 1)}>
            {t('show.more', { count: left })}
          </Button>
        </div>
      )}
    </Section>
  );
}

function NothingShown({ shown, typed }: { shown: Shown; typed: string }) {
  const { t } = useTranslation('review');
  if (shown !== 'attention' || typed.trim() !== '') return <EmptyState title={t('show.none')} />;
  return <EmptyState title={t('show.noneAttention')}>{t('show.noneAttentionText')}</EmptyState>;
}

interface FilterProps {
  findings: FindingsView['findings'];
  shown: Shown;
  show: (shown: Shown) => void;
}
/** What stands, in numbers; each number shows exactly its findings. */
function Filter({ findings, shown, show }: FilterProps) {
  const { t } = useTranslation('review');
  const tally = tallyOf(findings);
  const offered = SHOWN.filter((one) => one === 'attention' || one === shown || countOf(tally, one) > 0);
  return (
    <div role="group" aria-label={t('show.label')} className={`${classes.chips} tg-no-print`}>
      {offered.map((one) => (
        <Button
          key={one}
          size="compact-md"
          variant={one === shown ? 'filled' : 'default'}
          aria-pressed={one === shown}
          onClick={() => show(one)}
        >
          {`${one === 'attention' ? t('show.attention') : t(`kind.${one}`)}: ${countOf(tally, one)}`}
        </Button>
      ))}
    </div>
  );
}
