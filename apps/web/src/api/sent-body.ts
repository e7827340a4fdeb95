import { visibleText } from '#contracts';

/** What opens an account is sent as it was typed, whatever is in it. */
const AS_TYPED = /password/i;

/**
 * A JSON body as it is sent: every text without what nobody sees, since the API refuses the whole for one such mark and the
 * person cannot find it.
 */
export const sentBody = (body: unknown): string =>
  JSON.stringify(body, (name, value: unknown) =>
    typeof value === 'string' && !AS_TYPED.test(name) ? visibleText(value) : value,
  );
