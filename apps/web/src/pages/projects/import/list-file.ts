import { IMPORT_FILE_BYTES } from '#contracts';

export type ListFileFault = 'zero' | 'tooLarge' | 'oldExcel' | 'wrongType';

/** Why a file is not even sent, or null: what can be told here need not travel first. What it holds is judged by the API. */
export function listFileFault({ name, size }: { name: string; size: number }): ListFileFault | null {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  if (ending === 'xls' || ending === 'xlsm') return 'oldExcel';
  if (ending !== 'xlsx' && ending !== 'csv') return 'wrongType';
  if (size === 0) return 'zero';
  return size > IMPORT_FILE_BYTES ? 'tooLarge' : null;
}
