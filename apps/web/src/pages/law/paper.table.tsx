import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ListTable } from '../../ui/list-table.js';
import { useSaid } from '../../ui/said.js';
import { CaseCondition } from '../public/service/case-condition.js';
import { type Law } from './law.query.js';
import { Standing } from './marks.js';

type Paper = Law['checklist'][number];

/** The papers of a dossier, when each is needed and where that stands. */
export function PaperTable({ papers }: { papers: readonly Paper[] }) {
  const { t } = useTranslation('law');
  if (papers.length === 0) return <Text size="sm">{t('papers.none')}</Text>;
  const columns = (['paper', 'needed', 'basis'] as const).map((one) => t(`papers.${one}`));
  return (
    <ListTable label={t('papers.title')} columns={columns} minWidth={760}>
      {papers.map((paper) => (
        <PaperRow key={`${paper.packId} ${paper.code}`} paper={paper} />
      ))}
    </ListTable>
  );
}

function PaperRow({ paper }: { paper: Paper }) {
  const { t } = useTranslation('public');
  const said = useSaid();
  const { code, name, required, stages, channels, when } = paper;
  const only = [
    ...(stages.length === 1 ? stages.map((one) => t(`service.stage.${one}`)) : []),
    ...(channels.length === 1 ? channels.map((one) => t(`service.channel.${one}`)) : []),
  ];
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td maw={420}>
        {said(name)}{' '}
        <Text span size="xs" c="dimmed">
          {code}
        </Text>
      </Table.Td>
      <Table.Td>
        {t(`service.required.${required}`)}
        {only.length > 0 && (
          <Text size="sm" c="dimmed">
            {only.join('; ')}
          </Text>
        )}
        <CaseCondition when={when} />
      </Table.Td>
      <Table.Td maw={280}>
        <Standing {...paper} />
      </Table.Td>
    </Table.Tr>
  );
}
