import { type LineFacts } from '#contracts';

/** What the list matcher reads of a line: technology name and line name together; empty when neither is known. */
export const technologyTextOf = ({
  technologyName,
  name,
}: Pick<LineFacts, 'technologyName' | 'name'>): string => [technologyName, name].filter(Boolean).join(' . ');
