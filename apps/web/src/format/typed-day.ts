const ORDERS = [
  // As people here write it, with whatever stands between; a year has four digits.
  /^(?<day>\d{1,2})\s*[/.\-\s]\s*(?<month>\d{1,2})\s*[/.\-\s]\s*(?<year>\d{4})$/,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/,
  // As machines write it: what is copied from a table or a file.
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/,
];

/** The civil date `yyyy-MM-dd` that a typed or pasted text means (day before month); null where it means none, or one that does not exist. */
export function typedDay(text: string): string | null {
  const found = ORDERS.map((order) => order.exec(text.trim())?.groups).find(Boolean);
  if (!found) return null;
  const { day = '', month = '', year = '' } = found;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : null;
}
