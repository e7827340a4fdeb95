import { useState } from 'react';

const nameOf = (dossierId: string): string => `techgate.confirmed.${dossierId}`;

function confirmedOf(dossierId: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(dossierId)) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}

/** Paths of the values of a copy that a person found to be right still, and a way to add one. Kept on this device. */
export function useConfirmedValues(dossierId: string): [ReadonlySet<string>, (path: string) => void] {
  const [confirmed, setConfirmed] = useState(() => confirmedOf(dossierId));
  const confirm = (path: string) => {
    const next = [...new Set([...confirmed, path])];
    setConfirmed(next);
    try {
      localStorage.setItem(nameOf(dossierId), JSON.stringify(next));
    } catch {
      // Without room it is remembered until the page is left.
    }
  };
  return [new Set(confirmed), confirm];
}
