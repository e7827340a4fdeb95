/** The header under which one act counts once, however often it is sent. @param key of `newActKey` or of a form */
export const keyed = (key: string) => ({ 'Idempotency-Key': key });

/** The header that says which revision was seen: a later one refuses the act with 412 instead of being overwritten. */
export const seenAt = (revision: number) => ({ 'If-Match': `"${revision}"` });
