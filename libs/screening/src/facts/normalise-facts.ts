import { type TechnologyFacts } from '#contracts';
import { resolveFactPaths } from './fact-paths.js';

/** Gives `prefix-1`, `prefix-2`, … by position to items without an id, stepping over ids already taken. */
function withIds<T extends { id?: string }>(items: readonly T[], prefix: string): (T & { id: string })[] {
  const taken = new Set(items.map((item) => item.id));
  return items.map((item, index) => {
    if (item.id !== undefined) return { ...item, id: item.id };
    let number = index + 1;
    while (taken.has(`${prefix}-${number}`)) number += items.length;
    taken.add(`${prefix}-${number}`);
    return { ...item, id: `${prefix}-${number}` };
  });
}

/**
 * Facts as they are stored: every line and machine has an id (`line-1`, `equipment-1`, … by position where none
 * was given) and paths name ids, not positions. Applying it again changes nothing. Expects facts without faults.
 */
export function normaliseFacts(facts: TechnologyFacts): TechnologyFacts {
  const lines = facts.lines && withIds(facts.lines, 'line');
  const equipment = facts.equipment && withIds(facts.equipment, 'equipment');
  const named = { ...facts, ...(lines && { lines }), ...(equipment && { equipment }) };
  const equipmentByRef = named.equipment?.map((machine) => resolveLineRef(machine, named.lines ?? []));
  return resolveFactPaths({ ...named, ...(equipmentByRef && { equipment: equipmentByRef }) });
}

function resolveLineRef<T extends { lineRef?: string }>(machine: T, lines: readonly { id?: string }[]): T {
  const { lineRef } = machine;
  if (lineRef === undefined || !/^\d+$/.test(lineRef)) return machine;
  const id = lines[Number(lineRef)]?.id;
  return id === undefined ? machine : { ...machine, lineRef: id };
}

const byId = (a: { id?: string }, b: { id?: string }): number => ((a.id ?? '') < (b.id ?? '') ? -1 : 1);

/** Normalised facts with lines and machines in the order of their ids, so that equal facts give equal digests. */
export function orderFacts(facts: TechnologyFacts): TechnologyFacts {
  const { lines, equipment, evidence } = facts;
  return {
    ...facts,
    ...(lines && { lines: [...lines].sort(byId) }),
    ...(equipment && { equipment: [...equipment].sort(byId) }),
    ...(evidence && { evidence: [...evidence].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)) }),
  };
}

const sortKey = (paper: object): string =>
  JSON.stringify(Object.entries(paper).sort(([a], [b]) => (a < b ? -1 : 1)));
