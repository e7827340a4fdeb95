import { Paper, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/states.js';
import { FigureLink } from './figure-link.js';
import classes from './reports.module.css';
import { type Dashboard } from './reports.query.js';
import { Section } from './section.js';

/** How much lies with each lead appraiser; the length helps the eye to compare and says nothing that the number does not. */
export function LoadSection({ load }: { load: Dashboard['load'] }) {
  const { t } = useTranslation('reports');
  const most = Math.max(0, ...load.map(({ open }) => open.value));
  if (load.length === 0)
    return (
      <Section title={t('load.title')}>
        <EmptyState title={t('load.none')} />
      </Section>
    );
  return (
    <Section title={t('load.title')}>
      <Paper withBorder>
        <Table.ScrollContainer minWidth={480} tabIndex={0} role="region" aria-label={t('load.title')}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('load.person')}</Table.Th>
                <Table.Th className={classes.number}>{t('load.open')}</Table.Th>
                <Table.Th>{t('load.length')}</Table.Th>
                <Table.Th className={classes.number}>{t('load.overdue')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {load.map(({ userId, name, open, overdue }) => (
                <Table.Tr key={userId}>
                  <Table.Th scope="row" className={classes.name}>
                    {name}
                  </Table.Th>
                  <Table.Td className={classes.number}>
                    <FigureLink figure={open} label={`${name}, ${t('load.open')}`} />
                  </Table.Td>
                  <Table.Td w="40%">
                    <meter className={classes.bar} value={open.value} max={Math.max(1, most)} aria-hidden />
                  </Table.Td>
                  <Table.Td className={classes.number}>
                    <FigureLink figure={overdue} label={`${name}, ${t('load.overdue')}`} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Paper>
    </Section>
  );
}
