export interface TrackingKey {
  fileCode: string;
  secret: string;
}

/**
 * File code and secret as a link carries them: `#code=…&secret=…`. They stand in the fragment, which a browser sends to
 * no server; empty texts where there are none.
 */
export function keyOfFragment(fragment: string): TrackingKey {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  return { fileCode: parts.get('code')?.trim() ?? '', secret: parts.get('secret')?.trim() ?? '' };
}

/** The address without its fragment: what is left in the bar, the history and the next screenshot. */
export const withoutFragment = ({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string =>
  `${pathname}${search}`;
