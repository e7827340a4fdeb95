import { type Queries } from './prepared.js';

export interface RecordedStatement {
  text: string;
  values: unknown[];
}
/** What the product asked to answer a request, by the name of the request. */
export type Recorded = Readonly<Record<string, readonly RecordedStatement[]>>;

/** In place of the dossier that was asked about when a request was recorded. */
export interface Instead {
  recorded: string;
  asked: string;
}

/** Asks the product's statements by hand, one after the other, and gives their rows as they are. */
export async function replay(
  client: Queries,
  statements: readonly RecordedStatement[],
  instead?: Instead,
): Promise<object[][]> {
  const parts: object[][] = [];
  for (const { text, values } of statements) {
    const own = instead
      ? values.map((value) => (value === instead.recorded ? instead.asked : value))
      : values;
    parts.push((await client.query(text, own)).rows);
  }
  return parts;
}
