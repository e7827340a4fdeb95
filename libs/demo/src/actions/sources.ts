type Item = Record<string, unknown>;
interface Pages {
  documentId: string;
  /** Page by `project`, `lines[<id>]` or `equipment[<id>]`. */
  pages: Record<string, number>;
}

/** Facts whose `sourcesByItem` names a page for each item, with that page written to every field of the item. */
export function withSources({ sourcesByItem, ...facts }: Item): Item {
  if (sourcesByItem === undefined) return facts;
  const { documentId, pages } = sourcesByItem as Pages;
  const sources = Object.entries(pages).flatMap(([item, page]) =>
    fieldsOf(facts, item).map((field) => [`${item}.${field}`, { documentId, page }] as const),
  );
  return { ...facts, sources: Object.fromEntries(sources) };
}

function fieldsOf(facts: Item, name: string): string[] {
  const [, kind = name, id] = /^(\w+)\[(.+)\]$/.exec(name) ?? [];
  const section = facts[kind];
  const item = Array.isArray(section)
    ? (section as Item[]).find((one) => one['id'] === id)
    : (section as Item | undefined);
  if (item === undefined) throw new Error(`the facts have no ${name}`);
  return Object.keys(item).filter((field) => field !== 'id');
}
