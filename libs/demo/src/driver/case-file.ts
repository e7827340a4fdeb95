import { type DossierSummary } from '../journey.types.js';

/** What the players of a journey have in their hands: the dossier, and what they produced under names of their own. */
export class CaseFile {
  dossierId: string | null = null;
  readonly documents = new Map<string, string>();
  /** Id of a decision on a list candidate, by `<line> <list>:<code>`. */
  readonly matches = new Map<string, string>();
  /** Id of an overturn, by the key of its finding. */
  readonly overturns = new Map<string, string>();
  /** Ids and other values of answers, by the names that steps gave them. */
  readonly kept = new Map<string, string>();
  readonly papers: { fileName: string; bytes: Uint8Array }[] = [];
  /** As last seen by somebody. */
  seen: DossierSummary | null = null;

  /** @throws Error when no step created the dossier yet */
  get id(): string {
    if (this.dossierId === null) throw new Error('the journey has no dossier yet');
    return this.dossierId;
  }
}

/** @throws Error that names what is missing */
export function known<Value>(map: ReadonlyMap<string, Value>, name: string, what: string): Value {
  const value = map.get(name);
  if (value === undefined)
    throw new Error(`no ${what} ${name} in this journey; there is: ${[...map.keys()].join(', ')}`);
  return value;
}
