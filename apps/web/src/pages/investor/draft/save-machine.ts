import { type Problem } from '../../../api/problem.js';
import {
  type Draft,
  type Place,
  same,
  type Section,
  SECTIONS,
  type ValueFault,
  withValue,
} from './draft.types.js';
import { type Clash, mergeDrafts } from './merge-drafts.js';
import { standingSources, withSourceOf } from './sources.js';
import { asEntered, type RefusedValue, refusedValues, stillThere, withoutFaulty } from './value-faults.js';

/** One sending of changes. It is repeated as it is, under its key, until it was answered: then it counts once. */
export interface Attempt {
  key: string;
  revision: number;
  facts: Partial<Draft>;
  /** What of the draft it carries, to know later whether somebody typed on. */
  of: Partial<Draft>;
}
/** Two versions that cannot both be kept: nothing is sent until the person has chosen. */
export interface Conflict {
  clashes: Clash[];
  theirs: Draft;
  revision: number;
}
export type Phase =
  /** Everything that can be saved is saved. */
  | 'saved'
  | 'changed'
  | 'saving'
  /** Nobody answered, or something behind the API was down: it is tried again. */
  | 'unreachable'
  | 'signed_out'
  /** Somebody else saved first: their version is being asked for. */
  | 'behind'
  | 'conflict'
  /** The API will not take it however often it is sent (the dossier was submitted meanwhile). */
  | 'refused';
export interface SaveState {
  phase: Phase;
  /** What the person sees. */
  draft: Draft;
  /** The draft as it was last saved, section by section and by identity. */
  saved: Draft;
  /** The last version of the server that is known: what both sides started from. */
  server: Draft;
  revision: number;
  attempt: Attempt | null;
  tries: number;
  refused: RefusedValue[];
  conflict: Conflict | null;
  problem: Problem | null;
  savedAt: number | null;
  /** Since when something is not saved. */
  changedAt: number | null;
  /** Changes of others that came in beside mine since the page was opened. */
  joined: number;
}
export type SaveEvent =
  | { type: 'edit'; draft: Draft; at: number }
  | { type: 'send'; key: string; faults: readonly ValueFault[] }
  | { type: 'stored'; server: Draft; revision: number; at: number }
  | { type: 'failed'; problem: Problem }
  | { type: 'theirs'; server: Draft; revision: number; at: number }
  | { type: 'choose'; theirs: readonly Clash[]; at: number }
  /** Input of an earlier visit that was never saved is taken up again. */
  | { type: 'restore'; base: Draft; draft: Draft; at: number };

export const startOf = (draft: Draft, revision: number): SaveState => ({
  ...{ phase: 'saved', draft, saved: draft, server: draft, revision, attempt: null, tries: 0, refused: [] },
  ...{ conflict: null, problem: null, savedAt: null, changedAt: null, joined: 0 },
});

/** Sections that were touched since they were saved. */
export const touched = ({ draft, saved }: Pick<SaveState, 'draft' | 'saved'>): Section[] =>
  SECTIONS.filter((section) => draft[section] !== saved[section]);

/** Whether something stands on this page that the server does not have. */
export const isUnsaved = (state: SaveState): boolean =>
  state.attempt !== null || touched(state).length > 0 || stillThere(state.refused, state.draft).length > 0;

/** How the saving of a draft goes on; pure, so that it can be told without a clock, a network or a browser. */
export function next(state: SaveState, event: SaveEvent): SaveState {
  switch (event.type) {
    case 'edit':
      return edited(state, event.draft, event.at);
    case 'send':
      return sending(state, event);
    case 'stored':
      return stored(state, event);
    case 'failed':
      return failed(state, event.problem);
    case 'theirs':
      return joinedBy(state, event);
    case 'choose':
      return chosen(state, event);
    case 'restore':
      return restored(state, event);
  }
}

function edited(state: SaveState, draft: Draft, at: number): SaveState {
  const changed = { ...state, draft, changedAt: state.changedAt ?? at };
  const restarts = state.phase === 'saved' || state.phase === 'refused';
  return restarts ? { ...changed, phase: 'changed', problem: null } : changed;
}

const only = (draft: Draft, sections: readonly Section[]): Partial<Draft> =>
  Object.fromEntries(sections.map((section) => [section, draft[section]]));

function sending(
  state: SaveState,
  { key, faults }: { key: string; faults: readonly ValueFault[] },
): SaveState {
  if (state.attempt) return { ...state, phase: 'saving' };
  const sections = touched(state);
  if (sections.length === 0) return { ...state, phase: 'saved', changedAt: null };
  const refused = stillThere(state.refused, state.draft);
  const held = [...faults, ...refused];
  const sound = withoutFaulty(state.draft, held, state.server);
  // What is stored in place of a held value was read where it was read before.
  const sourced = held.reduce((kept, fault) => withSourceOf(state.server, fault, kept), sound);
  const attempt = {
    key,
    revision: state.revision,
    facts: only({ ...sound, sources: standingSources(sourced) }, sections),
    of: only(state.draft, sections),
  };
  return { ...state, refused, attempt, phase: 'saving' };
}

/** What was typed while it was under way is sent next. */
function stored(
  state: SaveState,
  { server, revision, at }: { server: Draft; revision: number; at: number },
): SaveState {
  const sent = { ...state.saved, ...state.attempt?.of };
  const { draft, saved } = withSourcesOf(server, { draft: state.draft, saved: sent });
  const left = touched({ draft, saved }).length > 0;
  return {
    ...state,
    ...{ draft, saved, server, revision, attempt: null, tries: 0, problem: null, savedAt: at },
    phase: left ? 'changed' : 'saved',
    changedAt: left ? at : null,
  };
}

/** What becomes of sources is for the API to say (a value that changed may lose its own), unless they were touched since. */
const withSourcesOf = ({ sources }: Draft, { draft, saved }: Pick<SaveState, 'draft' | 'saved'>) =>
  draft.sources === saved.sources
    ? { draft: { ...draft, sources }, saved: { ...saved, sources } }
    : { draft, saved };

/** Kept input is brought together with what stands here now; what others changed meanwhile is not overwritten. */
function restored(
  state: SaveState,
  { base, draft, at }: { base: Draft; draft: Draft; at: number },
): SaveState {
  const { draft: merged, clashes } = mergeDrafts(base, draft, state.draft);
  const changed = edited(state, merged, at);
  if (clashes.length === 0) return changed;
  const { server: theirs, revision } = state;
  return { ...changed, phase: 'conflict', conflict: { clashes, theirs, revision } };
}

const MOST_ROUNDS = 5;
const mayPass = ({ status, code }: Problem): boolean =>
  status === 0 || status === 408 || status === 429 || status >= 500 || code === 'unreachable';

function failed(state: SaveState, problem: Problem): SaveState {
  const tries = state.tries + 1;
  const again = { ...state, problem, tries };
  if (problem.status === 401) return { ...again, phase: 'signed_out' };
  if (mayPass(problem)) return { ...again, phase: 'unreachable' };
  const free = { ...again, attempt: null };
  if (problem.code === 'stale_revision') return { ...free, phase: 'behind' };
  const values = refusedValues(problem.errors ?? [], sentDraft(state));
  if (values === null || values.length === 0 || tries > MOST_ROUNDS) return { ...free, phase: 'refused' };
  const entered = asEntered(values, { ...state.draft, ...state.attempt?.of });
  const earlier = state.refused.filter((fault) => !entered.some((one) => isAt(one, fault)));
  return { ...free, refused: [...earlier, ...entered], phase: 'changed' };
}
const isAt = (one: Place, other: Place): boolean =>
  one.section === other.section && one.id === other.id && one.field === other.field;
const sentDraft = ({ draft, attempt }: SaveState): Draft => ({ ...draft, ...attempt?.facts });

/** Brings in what somebody else saved; changes of mine that do not clash with it stay and are sent next. */
function joinedBy(
  state: SaveState,
  { server, revision, at }: { server: Draft; revision: number; at: number },
): SaveState {
  const { draft, clashes } = mergeDrafts(state.server, state.draft, server);
  if (clashes.length > 0)
    return { ...state, attempt: null, phase: 'conflict', conflict: { clashes, theirs: server, revision } };
  return settled(state, { draft, server, revision, at });
}

function chosen(state: SaveState, { theirs, at }: { theirs: readonly Clash[]; at: number }): SaveState {
  if (!state.conflict) return state;
  const { theirs: server, revision } = state.conflict;
  // Somebody may have typed on while choosing: the newest input is brought together once more.
  const { draft } = mergeDrafts(state.server, state.draft, server);
  const decided = theirs.reduce(
    (kept, clash) => withSourceOf(server, clash, withValue(kept, clash, clash.theirs)),
    draft,
  );
  return settled(state, { draft: decided, server, revision, at });
}

function settled(
  state: SaveState,
  { draft, server, revision, at }: { draft: Draft; server: Draft; revision: number; at: number },
): SaveState {
  const equal = SECTIONS.filter((section) => same(draft[section], server[section]));
  const unsaved = equal.length < SECTIONS.length;
  return {
    ...state,
    ...{ draft, server, revision, attempt: null, conflict: null, problem: null, tries: 0 },
    saved: { ...server, ...only(draft, equal) },
    phase: unsaved ? 'changed' : 'saved',
    changedAt: unsaved ? at : null,
    joined: state.joined + (same(server, state.server) ? 0 : 1),
  };
}
