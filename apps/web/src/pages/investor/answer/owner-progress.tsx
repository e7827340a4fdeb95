import { Anchor, Group, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isDecided } from '#contracts';
import { currentLanguage } from '../../../i18n/language.js';
import { formatDate } from '../../../format/format.js';
import { DueLabel } from '../../../ui/due-label.js';
import { Tag } from '../../../ui/status-tag.js';
import { Basis, Card, Section, Values } from '../../dossiers/bits.js';
import { clocksQuery, lettersQuery } from '../../dossiers/dossier.query.js';
import { type ClockView, type DossierView, type LetterView } from '../../dossiers/dossier.types.js';
import { OwnerLetters } from './owner-letters.js';
import { type Turn, whoseTurn } from './whose-turn.js';

const TONES = { yours: 'blue', theirs: 'grey', nobody: 'green' } as const satisfies Record<Turn, string>;
const isResult = ({ kind, status }: LetterView) =>
  status === 'issued' && (kind === 'decision' || kind === 'determination');

/** What an owner wants to know first: whose turn it is, when a result is expected and why, the letters. */
export function OwnerProgress({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('answer');
  const letters = useQuery(lettersQuery(dossier.id)).data?.items ?? [];
  const clocks = useQuery(clocksQuery(dossier.id)).data?.items ?? [];
  const { status } = dossier;
  const turn = whoseTurn(status, letters.some(isResult));
  const isIssuing = turn === 'theirs' && isDecided(status);
  const term = turn === 'nobody' ? undefined : termOf(clocks, dossier.dueOn);
  const days = useDays(dossier, term);
  return (
    <Section title={t('progress.title')}>
      <Card>
        <Values
          items={[
            [
              t('progress.turn'),
              <>
                <Tag tone={TONES[turn]}>{t(`progress.${turn}`)}</Tag>
                <Text size="sm" mt={4}>
                  {t(isIssuing ? 'progress.issuing' : `progress.doing.${status}`)}
                </Text>
              </>,
            ],
            ...(turn === 'nobody' ? [] : days),
          ]}
        />
        {term && <Why dossierId={dossier.id} term={term} />}
      </Card>
      <OwnerLetters dossierId={dossier.id} letters={letters} />
    </Section>
  );
}

/** The clock that ends with the day that the dossier is due. */
const termOf = (clocks: readonly ClockView[], dueOn: string | null | undefined) =>
  clocks.find((clock) => dueOn !== null && clock.dueOn === dueOn && clock.state !== 'closed') ??
  clocks.find(({ state, purpose }) => state === 'stopped' && purpose === 'reply');

/** The day by which an owner is to answer, if asked, and the one on which a result is expected. */
function useDays({ status, dueOn, openRequest }: DossierView, term: ClockView | undefined) {
  const { t } = useTranslation('answer');
  const none = status === 'draft' ? 'draft' : term?.state === 'stopped' ? 'stopped' : 'waiting';
  const expected: [string, ReactNode] = [
    t('progress.expected'),
    dueOn ? <DueLabel dueOn={dueOn} /> : t(`progress.noDay.${none}`),
  ];
  if (!openRequest) return [expected];
  const answerBy: [string, ReactNode] = [
    t('progress.answerBy'),
    <DueLabel key="by" dueOn={openRequest.replyBy} />,
  ];
  return [answerBy, expected];
}

function Why({ dossierId, term }: { dossierId: string; term: ClockView }) {
  const { t } = useTranslation(['answer', 'dossier']);
  const { name, startOn, value, unit, extensionDays, stops, basis, verification, state } = term;
  return (
    <div>
      <Text fw={600}>{t('progress.why')}</Text>
      <Text size="sm">
        {name[currentLanguage()]}. {t('dossier:clocks.from', { on: formatDate(startOn) })}{' '}
        {value !== null && t(`dossier:clocks.length.${unit}`, { count: value })}
        {extensionDays > 0 && ` + ${t(`dossier:clocks.length.${unit}`, { count: extensionDays })}`}
      </Text>
      {state === 'stopped' && <Text size="sm">{t('progress.noDay.stopped')}</Text>}
      {stops.length > 0 && (
        <List size="sm">
          {stops.map(({ fromOn, toOn, basis: article }) => (
            <List.Item key={fromOn}>
              {t('dossier:clocks.stopped', {
                from: formatDate(fromOn),
                to: toOn === null ? '…' : formatDate(toOn),
                basis: article,
              })}
            </List.Item>
          ))}
        </List>
      )}
      <Group gap="md" mt={4}>
        <Basis basis={basis} verification={verification} />
        <Anchor component={Link} href={`/dossiers/${dossierId}/clocks`} size="sm">
          {t('progress.days')}
        </Anchor>
      </Group>
    </div>
  );
}
