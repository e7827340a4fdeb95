import { type CivilDate } from '#kernel';
import { type ProcedureId, type ScreeningMode, type ScreeningNotice } from '#contracts';
import {
  type CalendarRow,
  type ChecklistItem,
  type ClockRule,
  type CouncilRules,
  type CriteriaSheet,
  type DecisionModel,
  type ListRow,
  type ListVersion,
  type ProcedureSource,
  type RuleMeta,
} from './pack.types.js';

/** Names a pack and the exact content that was used. */
export interface PackRef {
  packId: string;
  digest: string;
}
export type FromPack<T> = T & { packId: string };

/**
 * Everything that governs one dossier, chosen by the day on which it (validly) arrived and pinned by digests.
 * It is plain JSON: it is stored whole, and a screening or a date can be recomputed from it alone years later.
 */
export interface LawSet {
  procedureId: ProcedureId;
  chosenFor: CivilDate;
  mode: ScreeningMode;
  procedure: FromPack<ProcedureSource>;
  lists: {
    versions: FromPack<ListVersion & { reference: boolean }>[];
    rows: FromPack<ListRow & { reference: boolean }>[];
  };
  rules: { metas: FromPack<RuleMeta & { reference: boolean }>[]; models: FromPack<DecisionModel>[] };
  clocks: FromPack<ClockRule>[];
  checklist: FromPack<ChecklistItem>[];
  criteria: FromPack<CriteriaSheet>[];
  /** The rules for a council of this procedure, from the pack that owns it; none: no council can be established. */
  councils: FromPack<CouncilRules>[];
  calendar: FromPack<CalendarRow>[];
  packs: PackRef[];
  /** `no_rule_in_force`, `list_version_not_in_force`, `shorter_term_not_loaded`, `calendar_unconfirmed` … */
  notices: ScreeningNotice[];
  /** Digest of all of the above. */
  digest: string;
}

/** The law of a day without the course of a procedure: enough to screen facts, also where no procedure file exists yet. */
export type ScreeningLaw = Omit<LawSet, 'procedure'>;

/** What differs between two sets, by ids; `changed` = same id, other content. */
export interface SetChange {
  added: string[];
  removed: string[];
  changed: string[];
}
export interface LawSetDifference {
  same: boolean;
  chosenFor: { from: CivilDate; to: CivilDate };
  /** `null` when the procedure is the same file of the same pack. */
  procedure: { from: string; to: string } | null;
  packs: SetChange;
  clocks: SetChange;
  rules: SetChange;
  listVersions: SetChange;
  checklist: SetChange;
  notices: Omit<SetChange, 'changed'>;
}
