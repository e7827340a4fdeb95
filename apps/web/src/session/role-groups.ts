// Who a page is drawn for, where it is more than one role. What may be read or done is decided by the API
// (docs/access-table.md): these sets keep a page from offering what would be refused.
import { type Role } from '#contracts';

/** Dossiers are theirs: they open, complete and withdraw them. */
export const OWNERS: readonly Role[] = ['investor', 'requester'];

/** Those of the department who work on dossiers: reception, appraisal, supervision, decision. */
export const OFFICERS: readonly Role[] = ['clerk', 'appraiser', 'head', 'leader'];

/** They read what the officers read and act on none of it. */
export const ONLOOKERS: readonly Role[] = ['province_leader', 'auditor'];

/** Who sees a dossier from inside: whom it was put to, drafts of its papers, its rounds. A council's secretary sees the council only. */
export const INSIDERS: readonly Role[] = [...OFFICERS, ...ONLOOKERS];

/** For whom dossiers wait in a worklist of the department. */
export const STAFF: readonly Role[] = [...OFFICERS, 'council_secretary'];

/** Who reads lists across dossiers that are not their own, each as far as the dossiers are shown to them. */
export const HOUSE: readonly Role[] = [...STAFF, ...ONLOOKERS];

/** Who reads logs; the others see on a dossier what happened to it. */
export const LOG_READERS: readonly Role[] = ['auditor', 'head', 'leader'];
