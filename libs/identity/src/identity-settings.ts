/** What identity needs from the configuration. */
export interface IdentitySettings {
  /** Signs access tokens (HS256); at least 32 characters. */
  jwtSecret: string;
  /** Binds CSRF tokens to sessions; at least 32 characters. */
  sessionSecret: string;
  /** Whether accounts with the published password may sign in. */
  demoAccounts: boolean;
}
export const IDENTITY_SETTINGS = Symbol('IdentitySettings');
export const ACCESS_TOKEN_SECONDS = 15 * 60;
/** For how long a refresh token that is not used stays good. */
export const REFRESH_DAYS = 14;
/** After how many days somebody signs in anew, however often tokens were refreshed. */
export const SIGN_IN_DAYS = 30;
export const SESSION_HOURS = 12;
export const SESSION_IDLE_MINUTES = 60;
