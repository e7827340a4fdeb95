/** The files of one drop, by what they are for. */
export interface DroppedFiles {
  letter: File | null;
  table: File | null;
  /** Papers have their place later, beside the checklist. */
  others: File[];
}
const TABLE = /\.(xlsx|csv|tsv|txt)$/i;
const IMAGE = /\.(png|jpe?g|docx|xls|zip)$/i;

/** The first list of machines, and of the rest the first that may be a letter; the reader says whether it is one. */
export function sortedFiles(files: readonly File[]): DroppedFiles {
  const table = files.find(({ name }) => TABLE.test(name)) ?? null;
  const rest = files.filter((file) => file !== table);
  const letter = rest.find(({ name }) => !TABLE.test(name) && !IMAGE.test(name)) ?? null;
  return { letter, table, others: rest.filter((file) => file !== letter) };
}
