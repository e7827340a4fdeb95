import { type TFunction } from 'i18next';

type Words = TFunction<['review', 'words']>;

function partWords(part: string, t: Words): string {
  const own: string = t(`review:way.party.${part}` as 'review:way.party.owner', { defaultValue: '' });
  return own === '' ? t(`words:role.${part}` as 'words:role.clerk', { defaultValue: part }) : own;
}

/** Who may take a step, in words: a role, what one is to the dossier, or both at once (`appraiser&lead_appraiser`). */
export function partyWords(party: string, t: Words): string {
  const [first = '', second] = party.split('&');
  const one = partWords(first, t);
  return second === undefined ? one : t('review:way.and', { first: one, second: partWords(second, t) });
}
