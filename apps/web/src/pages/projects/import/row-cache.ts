import { type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { type Schema } from '../../../api/schema-names.js';
import { importQuery, type ImportRow, type RowFilter, rowsQuery } from './import.query.js';

type Rows = InfiniteData<Schema<'ImportRowPageDto'>, number>;

/**
 * Puts a row as it is now where it stood: it stays before the eyes of whoever mended it, also where it is of another kind by
 * now. The tallies are asked for anew; other lists of rows are, too, once somebody looks at them.
 */
export async function keepRow(
  queries: QueryClient,
  id: string,
  filter: RowFilter,
  row: ImportRow,
): Promise<void> {
  const { queryKey } = rowsQuery(id, filter);
  queries.setQueryData<Rows>(queryKey, (data) =>
    data === undefined
      ? undefined
      : {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((one) => (one.number === row.number ? row : one)),
          })),
        },
  );
  queries.removeQueries({ queryKey: ['imports', id, 'rows'], type: 'inactive' });
  await queries.invalidateQueries({ queryKey: importQuery(id).queryKey, exact: true });
}
