/** The page, counted from 1, on which a row stands in a list with `size` rows on a page; the first one for a row that is not there. */
export const pageOf = (rows: readonly { id?: unknown }[], id: string | null, size: number): number =>
  Math.floor(
    Math.max(
      0,
      rows.findIndex((row) => row.id === id),
    ) / size,
  ) + 1;
