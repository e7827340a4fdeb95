import { Anchor, List } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PagedList } from '../../../ui/paged-list.js';
import { Notice } from '../../../ui/notice.js';
import classes from '../facts.module.css';
import { type ImportList, type ImportRow, type RowFilter, rowsQuery } from './import.query.js';
import { ImportRowCard } from './import-row.js';
import { cellId } from './row-cells.js';

interface Props {
  list: ImportList;
  filter: RowFilter;
}

/** Rows of a list in the order of the file, with a way from each fault to its cell. */
export function ImportRows({ list, filter }: Props) {
  const { t } = useTranslation('register');
  const query = useInfiniteQuery(rowsQuery(list.id, filter));
  return (
    <PagedList list={query} empty={{ title: t('preview.noRows') }}>
      {(rows) => (
        <>
          {list.state === 'previewed' && <FaultSummary rows={rows} />}
          <ol className={classes.plain} aria-label={t('preview.rows')}>
            {rows.map((row) => (
              <li key={row.number} className={classes.entry}>
                <ImportRowCard list={list} row={row} filter={filter} />
              </li>
            ))}
          </ol>
        </>
      )}
    </PagedList>
  );
}

/** What is wrong in the rows that are shown, each a way to its cell. */
function FaultSummary({ rows }: { rows: readonly ImportRow[] }) {
  const { t } = useTranslation('register');
  const faults = rows.flatMap(({ number, faults: found }) =>
    found.map(({ field, cell, label, message }) => ({
      id: cellId(number, field),
      place: [cell ?? t('preview.rowNumber', { number }), label].filter(Boolean).join(' · '),
      message,
    })),
  );
  if (faults.length === 0) return null;
  return (
    <Notice tone="red" title={t('preview.faultSummary')}>
      <List size="sm">
        {faults.map(({ id, place, message }) => (
          <List.Item key={`${id} ${message}`}>
            <Anchor
              inherit
              underline="always"
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {place}
            </Anchor>
            : {message}
          </List.Item>
        ))}
      </List>
    </Notice>
  );
}
