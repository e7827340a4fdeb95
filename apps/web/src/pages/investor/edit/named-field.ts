import { useEffect } from 'react';
import { useSearchParams } from 'wouter';
import { type Place } from '../draft/draft.types.js';
import { type Task } from './tasks.js';

/** The address of a task and, where a place is given, of the field in it that somebody is led to. */
export function addressOf(task: Task, place: Place | null): string {
  const search = new URLSearchParams({ task });
  if (place?.id != null) search.set('row', place.id);
  if (place?.field != null) search.set('field', place.field);
  return `?${search.toString()}`;
}

/** The row and the field that the address names. */
export function namedField(): { row: string | null; field: string | null } {
  const search = new URLSearchParams(location.search);
  return { row: search.get('row'), field: search.get('field') };
}

/** The id that the input of a fact has on its page. */
export const fieldId = ({ id, field }: Pick<Place, 'id' | 'field'>): string => `${id ?? 'project'}-${field}`;

/** Brings a field into sight and puts the focus on it. False when it is not on the page. */
export function focusField(id: string): boolean {
  const input = document.getElementById(id);
  input?.scrollIntoView({ block: 'center' });
  input?.focus({ preventScroll: true });
  return input !== null;
}

const LOOK_AGAIN_MS = 50;
const LOOKS = 100;

/** Puts the focus on the field that the address names, as soon as its form is there. */
export function useNamedField(): void {
  const [search] = useSearchParams();
  const [id, field] = [search.get('row'), search.get('field')];
  useEffect(() => {
    let [timer, looks]: [ReturnType<typeof setTimeout> | undefined, number] = [undefined, 0];
    const look = () => {
      looks += 1;
      if (!focusField(fieldId({ id, field })) && looks < LOOKS) timer = setTimeout(look, LOOK_AGAIN_MS);
    };
    if (field !== null) look();
    return () => clearTimeout(timer);
  }, [id, field]);
}
