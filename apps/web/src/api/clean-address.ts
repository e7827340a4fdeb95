import { visibleLine } from '#contracts';

/** An address of the API without what nobody sees in its questions: it was pasted, and no word of a list holds it. */
export function cleanAddress(address: string): string {
  const url = new URL(address);
  const asked = [...url.searchParams];
  const clean = asked.map(([name, value]): [string, string] => [name, visibleLine(value)]);
  if (asked.every(([, value], at) => value === clean[at]?.[1])) return address;
  url.search = new URLSearchParams(clean).toString();
  return url.href;
}
