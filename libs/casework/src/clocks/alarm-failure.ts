/** What failed within a round of timers: what may stand in a log, for whoever has to find the dossier. */
export interface FailedAlarm {
  dossierId: string;
  /** Of the clock whose timer it was. */
  clockId?: string;
  /** Of the condition whose timer it was. */
  conditionId?: string;
  /** Which timer, or `holding_reply` where a draft could not be brought up to date. */
  kind: string;
}
/** Is told of each failure as it happens; the round goes on. */
export type NoteFailure = (alarm: FailedAlarm, error: unknown) => void;
