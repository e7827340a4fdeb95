import { useState } from 'react';

const nameOf = (personId: string, dossierId: string): string => `techgate.confirmed.${personId}.${dossierId}`;

function confirmedOf(name: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}

/** Paths of the values of a copy that a person found to be right still, and a way to add one. Kept on this device. */
export function useConfirmedValues(
  personId: string,
  dossierId: string,
): [ReadonlySet<string>, (path: string) => void] {
  const name = nameOf(personId, dossierId);
  const [confirmed, setConfirmed] = useState(() => confirmedOf(name));
  const confirm = (path: string) => {
    const next = [...new Set([...confirmed, path])];
    setConfirmed(next);
    try {
      localStorage.setItem(name, JSON.stringify(next));
    } catch {
      // Without room it is remembered until the page is left.
    }
  };
  return [new Set(confirmed), confirm];
}
