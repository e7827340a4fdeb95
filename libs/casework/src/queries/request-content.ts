export type RequestContent = Record<string, unknown>;

/** What of a request its addressee reads; consent and technical check are matters of the house. */
const ADDRESSED = ['items', 'replyBy', 'grounds', 'findingKeys'];

/** A request as it was made, for the house; outside only what is addressed to the owner. */
export const shownContent = (content: RequestContent, inside: boolean): RequestContent =>
  inside ? content : Object.fromEntries(Object.entries(content).filter(([name]) => ADDRESSED.includes(name)));
