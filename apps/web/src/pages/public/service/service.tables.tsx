import { Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBasisWords } from '../../../ui/basis-words.js';
import { useSaid } from '../../../ui/said.js';
import { VerificationMark } from '../../../ui/verification-mark.js';
import { CaseCondition } from './case-condition.js';
import { type ServicePaper, type ServiceTerm } from './service.query.js';
import classes from './service.module.css';

const WIDTH = 720;

function ArticleTable({
  label,
  columns,
  children,
}: {
  label: string;
  columns: string[];
  children: ReactNode;
}) {
  return (
    <Table.ScrollContainer minWidth={WIDTH} tabIndex={0} role="region" aria-label={label}>
      <Table verticalSpacing="sm" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Article({ basis, verification }: Pick<ServiceTerm, 'basis' | 'verification'>) {
  return (
    <Table.Td className={classes.article}>
      <Text size="sm" mb={4} lang="vi">
        {useBasisWords()(basis)}
      </Text>
      <VerificationMark verification={verification} />
    </Table.Td>
  );
}

export function PaperTable({ papers, label }: { papers: readonly ServicePaper[]; label: string }) {
  const { t } = useTranslation('public');
  const said = useSaid();
  const columns = [t('service.paper'), t('service.needed'), t('basis')];
  return (
    <ArticleTable label={label} columns={columns}>
      {papers.map(({ code, name, required, stages, channels, when, ...says }) => (
        <Table.Tr key={code}>
          <Table.Td>
            {said(name)}
            <Text size="xs" c="dimmed">
              {code}
            </Text>
          </Table.Td>
          <Table.Td>
            {t(`service.required.${required}`)}
            {stages.length === 1 && stages[0] && (
              <Text size="sm" c="dimmed">
                {t(`service.stage.${stages[0]}`)}
              </Text>
            )}
            {channels.length === 1 && channels[0] && (
              <Text size="sm" c="dimmed">
                {t(`service.channel.${channels[0]}`)}
              </Text>
            )}
            <CaseCondition when={when} />
          </Table.Td>
          <Article {...says} />
        </Table.Tr>
      ))}
    </ArticleTable>
  );
}

export function TermTable({ terms, label }: { terms: readonly ServiceTerm[]; label: string }) {
  const { t } = useTranslation('public');
  const said = useSaid();
  const columns = [t('service.term'), t('service.length'), t('basis')];
  return (
    <ArticleTable label={label} columns={columns}>
      {terms.map(({ id, name, value, unit, start, when, note, ...says }) => (
        <Table.Tr key={id}>
          <Table.Td>
            {said(name)}
            <CaseCondition when={when} />
            {note && (
              <Text size="sm" c="dimmed">
                {said(note)}
              </Text>
            )}
          </Table.Td>
          <Table.Td>
            {value === null ? t('service.setInCase') : t(`service.${unit}`, { count: value })}
            <Text size="sm" c="dimmed">
              {t(`service.start.${start}`)}
            </Text>
          </Table.Td>
          <Article {...says} />
        </Table.Tr>
      ))}
    </ArticleTable>
  );
}
