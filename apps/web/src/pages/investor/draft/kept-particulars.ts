import { type Answers } from '../new/steps.js';

const FIELDS = ['authority', 'investor', 'investorName', 'number', 'on', 'receivedOn'] as const;
/** What was entered in place of what, by field. */
export type KeptParticulars = Partial<Record<(typeof FIELDS)[number], { was?: string; now?: string }>>;

/** What of the particulars was entered and is not stored. */
export const unsavedParticulars = (stored: Answers, given: Answers): KeptParticulars =>
  Object.fromEntries(
    FIELDS.filter((field) => stored[field] !== given[field]).map((field) => [
      field,
      { was: stored[field], now: given[field] },
    ]),
  );

/** The particulars with what was kept of an earlier visit; what somebody changed since stays as it is stored. */
export const withKeptParticulars = (stored: Answers, kept: KeptParticulars): Answers =>
  FIELDS.reduce((given, field) => {
    const entry = kept[field];
    return entry === undefined || entry.was !== stored[field] ? given : { ...given, [field]: entry.now };
  }, stored);

const nameOf = (personId: string, dossierId: string) => `techgate.particulars.${personId}.${dossierId}`;

export function keptParticulars(personId: string, dossierId: string): KeptParticulars {
  try {
    return JSON.parse(localStorage.getItem(nameOf(personId, dossierId)) ?? '{}') as KeptParticulars;
  } catch {
    return {};
  }
}

/** Keeps on this device what is not saved yet; nothing when everything is. */
export function keepParticulars(personId: string, dossierId: string, kept: KeptParticulars): void {
  const name = nameOf(personId, dossierId);
  try {
    if (Object.keys(kept).length === 0) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(kept));
  } catch {
    // A device without room keeps it as long as the page is open.
  }
}
