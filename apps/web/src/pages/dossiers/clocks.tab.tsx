import { Button, Group, List, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../format/format.js';
import { DueLabel } from '../../ui/due-label.js';
import { Answer, EmptyState } from '../../ui/states.js';
import { Tag } from '../../ui/status-tag.js';
import { Basis } from '../../ui/basis.js';
import { Card } from '../../ui/card.js';
import { movementWords, readingWords, stopWords } from './clock-words.js';
import { clocksQuery, explanationQuery } from './dossier.query.js';
import { type ClockView, type DossierView } from './dossier.types.js';

const TONES = {
  running: 'blue',
  stopped: 'amber',
  expired: 'red',
  fulfilled: 'green',
  closed: 'grey',
} as const;

export function ClocksTab({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const query = useQuery(clocksQuery(dossier.id));
  return (
    <Answer query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('clocks.none')}>{t('clocks.noneText')}</EmptyState>
        ) : (
          items.map((clock) => <ClockCard key={clock.id} clock={clock} dossier={dossier} />)
        )
      }
    </Answer>
  );
}

function ClockCard({ clock, dossier }: { clock: ClockView; dossier: DossierView }) {
  const { t, i18n } = useTranslation('dossier');
  const [explained, setExplained] = useState(false);
  const {
    name,
    state,
    dueOn,
    basis,
    verification,
    startOn,
    value,
    unit,
    extensionDays,
    stops,
    movements,
    otherReadings,
  } = clock;
  return (
    <Card>
      <Group gap="xs">
        <Title order={3}>{name[i18n.language === 'en' ? 'en' : 'vi']}</Title>
        <Tag tone={TONES[state]}>{t(`clocks.state.${state}`)}</Tag>
      </Group>
      <DueLabel dueOn={dueOn} done={state === 'fulfilled' || state === 'closed'} />
      <Text size="sm">
        {t('clocks.from', { on: formatDate(startOn) })}{' '}
        {value !== null && t(`clocks.length.${unit}`, { count: value })}
        {extensionDays > 0 && ` + ${t(`clocks.length.${unit}`, { count: extensionDays })}`}
      </Text>
      <Basis basis={basis} verification={verification} />
      <List size="sm">
        {stops.map((stop) => (
          <List.Item key={`${stop.fromOn}${stop.reason}`}>{stopWords(stop, t)}</List.Item>
        ))}
        {movements.map((moved) => (
          <List.Item key={moved.movement}>{movementWords(moved, t)}</List.Item>
        ))}
      </List>
      {(otherReadings ?? []).length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {t('clocks.readings')}
          </Text>
          <List size="sm">
            {(otherReadings ?? []).map((reading, index) => (
              <List.Item key={index}>{readingWords(reading, t)}</List.Item>
            ))}
          </List>
        </div>
      )}
      {value !== null && (
        <div>
          <Button
            size="xs"
            variant="default"
            aria-expanded={explained}
            onClick={() => setExplained(!explained)}
          >
            {t('clocks.explain')}
          </Button>
        </div>
      )}
      {explained && <Days dossierId={dossier.id} clockId={clock.id} />}
    </Card>
  );
}

function Days({ dossierId, clockId }: { dossierId: string; clockId: string }) {
  const { t, i18n } = useTranslation('dossier');
  const query = useQuery(explanationQuery(dossierId, clockId));
  const language = i18n.language === 'en' ? 'en' : 'vi';
  return (
    <Answer query={query}>
      {({ days }) => (
        <Table.ScrollContainer
          type="native"
          minWidth={320}
          tabIndex={0}
          role="region"
          aria-label={t('clocks.explain')}
        >
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('clocks.day')}</Table.Th>
                <Table.Th>{t('clocks.ordinal')}</Table.Th>
                <Table.Th>{t('clocks.why')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {days.map(({ date, ordinal, reason, name }) => (
                <Table.Tr key={date}>
                  <Table.Td className="tg-number">{formatDate(date)}</Table.Td>
                  <Table.Td className="tg-number">{ordinal ?? '–'}</Table.Td>
                  <Table.Td>
                    {[t(`clocks.reason.${reason}`), name?.[language]].filter(Boolean).join(': ')}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Answer>
  );
}
