import { type LetterIssuer, type ScreeningMode } from '#contracts';

/** How people without an account follow a dossier. */
export interface TrackingSettings {
  /** From which the secrets are derived; known to the API alone. */
  key: string;
  /** Where a dossier is followed, as the receipt prints it. */
  address: string;
}

/** What an office decides for itself; read from the configuration, never from the environment below the apps. */
export interface CaseworkSettings {
  mode: ScreeningMode;
  /** `H49.{unit}-{yymmdd}-{nnnn}` */
  fileCodeTemplate: string;
  fileCodeUnit: string;
  /** Hour of the day in Viet Nam after which a receipt counts for the next day; null: none. */
  cutOffHour: number | null;
  issuer: LetterIssuer;
  /** Where the owner's answers are handed in, as letters print it. */
  replyTo: string;
  returnPlace: string;
  /** Absent where nothing is accepted or issued, as in the worker. */
  tracking?: TrackingSettings;
}
export const CASEWORK_SETTINGS = Symbol('CaseworkSettings');
