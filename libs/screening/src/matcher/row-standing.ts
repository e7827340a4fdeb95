import { type ListKind, type ScreeningMode } from '#contracts';
import { type CivilDate } from '#kernel';
import { type ScreeningLaw } from '#law';

type RowInSet = ScreeningLaw['lists']['rows'][number];
type VersionInSet = ScreeningLaw['lists']['versions'][number];
interface Period {
  validFrom: CivilDate;
  validTo: CivilDate | null;
}
const covers = ({ validFrom, validTo }: Period, on: CivilDate): boolean =>
  validFrom <= on && (validTo === null || on <= validTo);

/** The versions of a list in force on a day, loaded or not; reference versions are never the law in force. */
export const versionsInForce = (lawSet: ScreeningLaw, list: ListKind, on: CivilDate): VersionInSet[] =>
  lawSet.lists.versions.filter(
    (version) => !version.reference && version.kinds.includes(list) && covers(version, on),
  );

/**
 * Whether a row of a list has effect. Draft rows and rows from memory never have. In official mode only rows that
 * are in force and verified at `secondary` or better; in demonstration mode reference rows too, on any day.
 */
export function rowActs(row: RowInSet, lawSet: ScreeningLaw, mode: ScreeningMode, on: CivilDate): boolean {
  if (row.state !== 'active' || row.verification === 'memory') return false;
  if (mode === 'demonstration') return row.reference || covers(row, on);
  const isVersionLoaded = versionsInForce(lawSet, row.list, on).some(
    ({ id, loaded }) => id === row.versionId && loaded,
  );
  return !row.reference && row.verification !== 'inference' && covers(row, on) && isVersionLoaded;
}
