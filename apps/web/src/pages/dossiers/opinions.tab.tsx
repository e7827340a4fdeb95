import { Group, List, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Schema } from '../../api/schema-names.js';
import { formatInstant } from '../../format/format.js';
import { usePerson } from '../../session/session.provider.js';
import { Answer, EmptyState } from '../../ui/states.js';
import { Tag } from '../../ui/status-tag.js';
import { Card, Section } from './bits.js';
import { criteriaQuery, opinionsQuery } from './dossier.query.js';
import { type DossierView } from './dossier.types.js';
import { OpinionForm } from './opinion-form.js';
import { BesideDocument } from './viewer/beside-document.js';

/** Who has declared to be without conflict and writes an opinion: also a member of the council, before voting on its conclusion. */
const WRITING: readonly string[] = ['lead_appraiser', 'assigned_expert', 'council_member'];

/** Who wrote what about each criterion; whoever works on the dossier writes here. */
export function OpinionsTab({ dossier }: { dossier: DossierView }) {
  const opinions = useQuery(opinionsQuery(dossier.id));
  const sheets = useQuery(criteriaQuery(dossier.id));
  return (
    <Answer query={opinions}>
      {({ items }) => (
        <Answer query={sheets}>{(known) => <Opinions {...{ dossier, items }} sheets={known.items} />}</Answer>
      )}
    </Answer>
  );
}

interface Props {
  dossier: DossierView;
  items: Schema<'OpinionDto'>[];
  sheets: Schema<'CriteriaSheetDto'>[];
}

function Opinions({ dossier, items, sheets }: Props) {
  const { t } = useTranslation('dossier');
  const person = usePerson();
  const own = items.find(({ authorId, round }) => authorId === person.id && round === dossier.round);
  const writes =
    dossier.status === 'under_review' && dossier.relations.some((relation) => WRITING.includes(relation));
  const sheet = sheets.find(({ id }) => id === own?.sheetId) ?? sheets[0];
  const others = items.filter((opinion) => opinion !== own || !writes);
  return (
    <>
      {writes && sheet && (
        <Section title={t('opinions.own')}>
          <BesideDocument dossierId={dossier.id}>
            <OpinionForm key={sheet.id} dossier={dossier} sheet={sheet} saved={own ?? null} />
          </BesideDocument>
        </Section>
      )}
      <Section title={t('opinions.title', { count: others.length })}>
        {others.length === 0 && <EmptyState title={t('opinions.none')}>{t('opinions.noneText')}</EmptyState>}
        {others.map((opinion) => (
          <OpinionCard key={opinion.id} opinion={opinion} sheets={sheets} />
        ))}
      </Section>
    </>
  );
}

function OpinionCard({ opinion, sheets }: { opinion: Schema<'OpinionDto'>; sheets: Props['sheets'] }) {
  const { t, i18n } = useTranslation('dossier');
  const { authorName, state, updatedAt, recommendation, summary, criteria, sheetId, round } = opinion;
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const names = new Map(
    sheets.find(({ id }) => id === sheetId)?.criteria.map(({ code, name }) => [code, name[language]]),
  );
  return (
    <Card>
      <Group gap="xs">
        <Title order={3}>{authorName}</Title>
        <Tag tone={state === 'recorded' ? 'green' : 'grey'}>{t(`opinions.state.${state}`)}</Tag>
        {recommendation && <Tag tone="blue">{t(`outcome.${recommendation}`)}</Tag>}
        {opinion.authorInConflict === true && <Tag tone="red">{t('opinions.conflict')}</Tag>}
        <Text size="sm" c="dimmed">
          {t('opinions.when', { round, at: formatInstant(updatedAt) })}
        </Text>
      </Group>
      <Text style={{ whiteSpace: 'pre-wrap' }}>{summary}</Text>
      <List size="sm">
        {criteria.map(({ code, mark, remark }) => (
          <List.Item key={code}>
            {`${code} ${names.get(code) ?? ''}`}: <strong>{t(`opinions.mark.${mark}`)}</strong>
            {remark ? ` – ${remark}` : ''}
          </List.Item>
        ))}
      </List>
    </Card>
  );
}
