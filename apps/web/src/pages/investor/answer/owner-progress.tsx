import { Anchor, Group, List, Text, Title } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isDecided } from '#contracts';
import { currentLanguage } from '../../../i18n/language.js';
import { formatDate } from '../../../format/format.js';
import { DueLabel } from '../../../ui/due-label.js';
import { Section } from '../../../ui/section.js';
import { Answer, LoadingState } from '../../../ui/states.js';
import { Tag } from '../../../ui/status-tag.js';
import { stopWords } from '../../dossiers/clock-words.js';
import { Basis } from '../../../ui/basis.js';
import { Card } from '../../../ui/card.js';
import { Values } from '../../../ui/values.js';
import { clocksQuery, lettersQuery } from '../../dossiers/dossier.query.js';
import { type ClockView, type DossierView, type LetterView } from '../../dossiers/dossier.types.js';
import { answerTerm, whyNoDay } from './expected-day.js';
import { OwnerLetters } from './owner-letters.js';
import { type Turn, whoseTurn } from './whose-turn.js';

const TONES = { yours: 'blue', theirs: 'grey', nobody: 'green' } as const satisfies Record<Turn, string>;
interface Letters {
  items: LetterView[];
}
const isResult = ({ kind, status }: LetterView) =>
  status === 'issued' && (kind === 'decision' || kind === 'determination');

/** What an owner wants to know first: whose turn it is, when a result is expected and why, the letters. */
export function OwnerProgress({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('answer');
  const letters = useQuery(lettersQuery(dossier.id));
  return (
    <Section title={t('progress.title')}>
      <Card>
        <Standing dossier={dossier} letters={letters} />
      </Card>
      <Card>
        <Title order={3}>{t('progress.letters')}</Title>
        <Answer query={letters} loading={<LoadingState rows={1} />}>
          {({ items }) => <OwnerLetters dossierId={dossier.id} letters={items} />}
        </Answer>
      </Card>
    </Section>
  );
}

/** Of a decided dossier nothing is claimed before the letters are known: whether the result is out decides whose turn it is. */
function Standing({ dossier, letters }: { dossier: DossierView; letters: UseQueryResult<Letters> }) {
  const { t } = useTranslation('answer');
  const { data, isError } = letters;
  if (!isDecided(dossier.status)) return <Told dossier={dossier} isOut={false} />;
  if (data !== undefined) return <Told dossier={dossier} isOut={data.items.some(isResult)} />;
  return isError ? <Text size="sm">{t('progress.notKnown')}</Text> : <LoadingState rows={2} />;
}

function Told({ dossier, isOut }: { dossier: DossierView; isOut: boolean }) {
  const { t } = useTranslation('answer');
  const { status } = dossier;
  const clocks = useQuery(clocksQuery(dossier.id));
  const turn = whoseTurn(status, isOut);
  const isIssuing = turn === 'theirs' && isDecided(status);
  const days = useDays(dossier, clocks.data?.items);
  return (
    <>
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
      {turn !== 'nobody' && (
        <Answer query={clocks} loading={<LoadingState rows={2} />}>
          {({ items }) => <Why dossierId={dossier.id} term={answerTerm(items)} />}
        </Answer>
      )}
    </>
  );
}

/** The day by which an owner is to answer, if asked, and the one on which a result is expected, as far as they are known. */
function useDays(
  { status, openRequest }: DossierView,
  clocks: readonly ClockView[] | undefined,
): [string, ReactNode][] {
  const { t } = useTranslation('answer');
  const why = whyNoDay(status, clocks);
  const dueOn = answerTerm(clocks ?? [])?.dueOn;
  const expected = dueOn ? <DueLabel key="on" dueOn={dueOn} /> : why && t(`progress.noDay.${why}`);
  const days: [string, ReactNode][] = expected === null ? [] : [[t('progress.expected'), expected]];
  if (!openRequest) return days;
  return [[t('progress.answerBy'), <DueLabel key="by" dueOn={openRequest.replyBy} />], ...days];
}

function Why({ dossierId, term }: { dossierId: string; term: ClockView | undefined }) {
  const { t } = useTranslation(['answer', 'dossier']);
  const { t: ofDossier } = useTranslation('dossier');
  if (term === undefined) return null;
  const { name, startOn, value, unit, extensionDays, stops, basis, verification, remainingOnResume } = term;
  const left = remainingOnResume !== null && t(`dossier:clocks.length.${unit}`, { count: remainingOnResume });
  return (
    <div>
      <Text fw={600}>{t(term.dueOn === null ? 'progress.whyNoDay' : 'progress.why')}</Text>
      <Text size="sm">
        {name[currentLanguage()]}. {t('dossier:clocks.from', { on: formatDate(startOn) })}{' '}
        {value !== null && t(`dossier:clocks.length.${unit}`, { count: value })}
        {extensionDays > 0 && ` + ${t(`dossier:clocks.length.${unit}`, { count: extensionDays })}`}
      </Text>
      {left && <Text size="sm">{t('progress.leftOnResume', { left })}</Text>}
      {stops.length > 0 && (
        <List size="sm">
          {stops.map((stop) => (
            <List.Item key={stop.fromOn}>{stopWords(stop, ofDossier)}</List.Item>
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
