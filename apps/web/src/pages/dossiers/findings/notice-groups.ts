import { type FindingsView } from '../dossier.types.js';

type Notice = FindingsView['notices'][number];
/** Notices of one kind; those of a screening of a large plant come in dozens. */
export interface NoticeGroup {
  code: string;
  items: Notice[];
}

/** Notices by what they say, in the order in which they first come. */
export function groupNotices(notices: readonly Notice[]): NoticeGroup[] {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices) groups.set(notice.code, [...(groups.get(notice.code) ?? []), notice]);
  return [...groups].map(([code, items]) => ({ code, items }));
}

const FEW = 4;
/** Lines by their names: all of a few, else how many there are. */
export function lineNames(
  listed: string,
  names: ReadonlyMap<string, string>,
  counted: (count: number) => string,
): string {
  const ids = listed.split(', ').filter((id) => id !== '');
  return ids.length > FEW ? counted(ids.length) : ids.map((id) => names.get(id) ?? id).join(', ');
}
