import { useState } from 'react';
import { type CommandValues } from '../dossiers/commands/command-fields.js';
import { type DossierView } from '../dossiers/dossier.types.js';
import { type Marks, type ReceptionAct } from './marks.js';

/** A check under way: the marks, and what was entered for the acts. */
export interface Check {
  marks: Marks;
  entered: Partial<Record<ReceptionAct, CommandValues>>;
}
const EMPTY: Check = { marks: {}, entered: {} };
const nameOf = (personId: string, dossierId: string) => `techgate.reception.${personId}.${dossierId}`;

/** What was kept for the facts that are there now: another submission is checked anew. */
function keptCheck(name: string, factsVersion: number): Check {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as
      (Check & { factsVersion: number }) | null;
    return kept?.factsVersion === factsVersion ? { marks: kept.marks, entered: kept.entered } : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** The check of a dossier by a person, kept on the device with every change until the act forgets it. */
export function useCheck(personId: string, { id, factsVersion }: DossierView) {
  const name = nameOf(personId, id);
  const [check, setCheck] = useState(() => keptCheck(name, factsVersion));
  const change = (part: Partial<Check>) => {
    const next = { ...check, ...part };
    setCheck(next);
    try {
      localStorage.setItem(name, JSON.stringify({ ...next, factsVersion }));
    } catch {
      // A device without room keeps the check as long as the page is open.
    }
  };
  return { check, change, forget: () => localStorage.removeItem(name) };
}
