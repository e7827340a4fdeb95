/** Pages that belong to another place than the one below which their address lies. */
const decidePage = /^\/dossiers\/[^/]+\/decide$/;
const placeOf = (pathname: string): string =>
  decidePage.test(pathname) ? `/dossiers/decisions${pathname}` : pathname;

/** Whether an address belongs to a destination: to the longest of all that it begins with. */
export function isAt(pathname: string, to: string, all: readonly { to: string }[]): boolean {
  const place = placeOf(pathname);
  const holds = (one: string) => place === one || (one !== '/' && place.startsWith(`${one}/`));
  return holds(to) && !all.some((other) => other.to.length > to.length && holds(other.to));
}
