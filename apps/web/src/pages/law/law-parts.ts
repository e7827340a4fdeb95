/** What is drawn from the law of one procedure. */
export const LAW_PARTS = ['packs', 'terms', 'rules', 'papers'] as const;
export type LawPart = (typeof LAW_PARTS)[number];

/** All parts of the page of the law, in the order of its tabs. */
export const LAW_PAGE_PARTS = [...LAW_PARTS, 'course', 'lists', 'names', 'days'] as const;
export type LawPagePart = (typeof LAW_PAGE_PARTS)[number];
