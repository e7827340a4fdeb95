import { Group, List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Schema } from '../../../api/schema-names.js';
import { formatInstant } from '../../../format/format.js';
import { OutcomeTag, Tag } from '../../../ui/status-tag.js';
import { Card } from '../../../ui/card.js';
import { type DossierView } from '../dossier.types.js';

interface Props {
  opinion: Schema<'OpinionDto'>;
  sheets: readonly Schema<'CriteriaSheetDto'>[];
}

/** An opinion of somebody: how it counts, what is recommended and why. */
export function OpinionCard({ opinion, sheets, dossier }: Props & { dossier: DossierView }) {
  const { t } = useTranslation('dossier');
  const { authorName, state, updatedAt, recommendation, round } = opinion;
  return (
    <Card>
      <Group gap="xs">
        <Title order={3}>{authorName}</Title>
        <Tag tone={state === 'recorded' ? 'green' : 'grey'}>{t(`opinions.state.${state}`)}</Tag>
        {recommendation && <OutcomeTag outcome={recommendation} of={dossier} tone="blue" />}
        {opinion.authorInConflict === true && <Tag tone="red">{t('opinions.conflict')}</Tag>}
        <Text size="sm" c="dimmed">
          {t('opinions.when', { round, at: formatInstant(updatedAt) })}
        </Text>
      </Group>
      <OpinionContent opinion={opinion} sheets={sheets} />
    </Card>
  );
}

/** What it says: the summary, and the mark of each criterion. */
export function OpinionContent({ opinion: { summary, criteria, sheetId }, sheets }: Props) {
  const { t, i18n } = useTranslation('dossier');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const names = new Map(
    sheets.find(({ id }) => id === sheetId)?.criteria.map(({ code, name }) => [code, name[language]]),
  );
  return (
    <>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{summary}</Text>
      <List size="sm">
        {criteria.map(({ code, mark, remark }) => (
          <List.Item key={code}>
            {`${code} ${names.get(code) ?? ''}`}:{' '}
            <strong>{t(mark === null ? 'opinions.noMark' : `opinions.mark.${mark}`)}</strong>
            {remark ? ` – ${remark}` : ''}
          </List.Item>
        ))}
      </List>
    </>
  );
}
