/** JSON of many kilobytes: parsing and packing it is most of the work of a copy, so it is taken as another dossier stores it. */
interface Heavy {
  columns: readonly string[];
  /** Column of the row that is taken from whose value the copy names. */
  by: string;
  /** Column that the copy and that row have in common, where `by` alone is not enough. */
  and: string | null;
}

export const HEAVY: Readonly<Record<string, Heavy>> = {
  facts_version: { columns: ['facts', 'changes'], by: 'dossier_id', and: 'version' },
  screening: { columns: ['result', 'confirmations'], by: 'id', and: null },
  letter: { columns: ['draft_data'], by: 'id', and: null },
};
