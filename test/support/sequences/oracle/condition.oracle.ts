import { Broken, type Oracle, type Row } from './moment.js';

const AFTER: Record<string, string> = { accepted: 'accepted', rejected: 'open' };
const eventsOf = (rows: readonly Row[], condition: unknown): Row[] =>
  rows
    .filter(({ condition_id }) => condition_id === condition)
    .sort((a, b) => Number(a['revision']) - Number(b['revision']));

/** 3: a proof of a condition is judged by somebody else than whoever handed it in; the condition then stands as judged. */
export const conditionOracle: Oracle = ({ before, after, tally }) => {
  if (after.condition_event.length === before.condition_event.length) return;
  for (const task of after.condition_task) {
    const events = eventsOf(after.condition_event, task['id']);
    const judged = events.slice(eventsOf(before.condition_event, task['id']).length);
    for (const event of judged.filter(({ kind }) => String(kind) in AFTER)) {
      const proof = events.slice(0, events.indexOf(event)).findLast(({ kind }) => kind !== 'deadline_moved');
      if (proof?.['kind'] !== 'proof_submitted')
        throw new Broken(3, 'a proof was judged that nobody handed in', event);
      if (proof['actor_id'] === event['actor_id'])
        throw new Broken(3, 'one person handed in a proof and judged it', event);
      if (task['state'] !== AFTER[String(event['kind'])])
        throw new Broken(3, 'a condition is not as it was judged', [event['kind'], task['state']]);
      tally.checked(3, 'a proof judged by another person');
    }
  }
};
