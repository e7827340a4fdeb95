import { type CaseView } from './case-view.js';
import { idOf, nameOf } from './world.js';

export const HEADS = ['truongphong1', 'truongphong2'];
export const LEADERS = ['giamdoc', 'phogiamdoc'];
export const APPRAISERS = ['chuyenvien1', 'chuyenvien2'];
export const ownerOf = (view: CaseView): string => nameOf(view.records.dossier[0]?.['created_by'] as string);

export const barred = (view: CaseView, name: string): boolean =>
  view.records.conflict_of_interest.some(
    ({ user_id, lifted_at }) => user_id === idOf(name) && lifted_at === null,
  );
/** The first of some people who is not in conflict and is none of those who acted before. */
export const free = (view: CaseView, names: readonly string[], ...not: unknown[]): string =>
  names.find((name) => !barred(view, name) && !not.includes(idOf(name))) ?? names[0] ?? '';

export const headOf = (view: CaseView): string => free(view, HEADS);
export const leadOf = (view: CaseView): string =>
  view.lead ? nameOf(view.lead.assignee_id) : free(view, APPRAISERS);
