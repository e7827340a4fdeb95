import { CAPITAL_ORIGINS, PROJECT_AUTHORITIES, PROJECT_GROUPS, type ProjectAuthority } from '#contracts';
import { foldedWords } from './project-keys.js';

type CapitalOrigin = (typeof CAPITAL_ORIGINS)[number];
type ProjectGroup = (typeof PROJECT_GROUPS)[number];

/** How people write it in lists, folded. The codes themselves are understood too. */
const AUTHORITY_WORDS: Record<ProjectAuthority, readonly string[]> = {
  national_assembly: ['quoc hoi', 'qh'],
  prime_minister: ['thu tuong chinh phu', 'thu tuong', 'ttg', 'ttcp', 'chinh phu'],
  province_chair: [
    'chu tich ubnd tinh',
    'chu tich uy ban nhan dan tinh',
    'ubnd tinh',
    'uy ban nhan dan tinh',
    'chu tich ubnd cap tinh',
    'ubnd cap tinh',
    'ubnd thanh pho',
    'chu tich ubnd thanh pho',
  ],
  zone_board: [
    'ban quan ly khu kinh te',
    'ban quan ly cac khu kinh te',
    'ban quan ly khu cong nghiep',
    'ban quan ly cac khu cong nghiep',
    'ban quan ly khu cong nghe cao',
    'bql kkt',
    'bql kcn',
    'ban quan ly',
  ],
  agency_head: [
    'nguoi dung dau co quan',
    'thu truong co quan',
    'co quan dang ky dau tu',
    'so tai chinh',
    'so ke hoach va dau tu',
    'bo truong',
  ],
};
const ORIGIN_WORDS: Record<CapitalOrigin, readonly string[]> = {
  state: [
    'von nha nuoc',
    'nha nuoc',
    'von dau tu cong',
    'dau tu cong',
    'ngan sach nha nuoc',
    'ngan sach',
    'von ngan sach nha nuoc',
    'von nha nuoc ngoai dau tu cong',
    'oda',
  ],
  domestic_private: [
    'trong nuoc',
    'von trong nuoc',
    'tu nhan',
    'tu nhan trong nuoc',
    'von tu nhan',
    'von ngoai nha nuoc',
    'ngoai nha nuoc',
    'ngoai ngan sach',
    'von ngoai ngan sach',
    'ddi',
  ],
  fdi: [
    'dau tu nuoc ngoai',
    'dau tu truc tiep nuoc ngoai',
    'von dau tu nuoc ngoai',
    'von dau tu truc tiep nuoc ngoai',
    'nuoc ngoai',
    'von nuoc ngoai',
  ],
};

const reader = <Code extends string>(codes: readonly Code[], words: Record<Code, readonly string[]>) => {
  const known = new Map(
    codes.flatMap((code) => [code, ...words[code]].map((word) => [foldedWords(word), code])),
  );
  return (text: string): Code | null => known.get(foldedWords(text)) ?? null;
};

/** The project authority that a text of a list means, or null. */
export const readProjectAuthority = reader(PROJECT_AUTHORITIES, AUTHORITY_WORDS);
/** The origin of capital that a text of a list means, or null. */
export const readCapitalOrigin = reader(CAPITAL_ORIGINS, ORIGIN_WORDS);
/** The group of a project that a text of a list means (`A`, `Nhóm A`), or null. */
export const readProjectGroup = reader(PROJECT_GROUPS, { A: ['nhom a'], B: ['nhom b'], C: ['nhom c'] });
export type { CapitalOrigin, ProjectGroup };
