/** NUL and its like: pasted unseen, held by no word of a list, and refused by the API. */
const CONTROL = /\p{Cc}/gu;

/** An address of the API without the control characters in its questions. */
export function cleanAddress(address: string): string {
  const url = new URL(address);
  const asked = [...url.searchParams];
  if (!asked.some(([, value]) => value.search(CONTROL) >= 0)) return address;
  url.search = new URLSearchParams(
    asked.map(([name, value]) => [name, value.replaceAll(CONTROL, '')]),
  ).toString();
  return url.href;
}
