import { type Role } from '#contracts';
import { type Tx } from '#database';
import { type OrganisationKind } from './entities/organisation.entity.js';
import { hashPassword } from './accounts/passwords.js';

/** Published on purpose; accounts that carry it sign in only where demonstration accounts are on. */
export const DEMO_PASSWORD = 'TechGate-demo-2026';
const id = (group: number, n: number) => `0000000${group}-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The one appraising authority of the demonstration. Every name in this file is invented. */
export const DEMO_AUTHORITY = {
  id: id(1, 1),
  code: 'H49.01',
  name: 'Sở Khoa học và Công nghệ tỉnh Minh Giang',
  province: 'Minh Giang',
} as const;

export interface DemoOrganisation {
  key: string;
  id: string;
  name: string;
  kind: OrganisationKind;
  taxCode: string | null;
  address: string;
}
const ORGANISATIONS: [
  key: string,
  kind: OrganisationKind,
  name: string,
  taxCode: string | null,
  place: string,
][] = [
  ['department', 'department', 'Sở Khoa học và Công nghệ tỉnh Minh Giang', null, 'phường Trung Tâm'],
  ['finance', 'registration_agency', 'Sở Tài chính tỉnh Minh Giang', null, 'phường Trung Tâm'],
  ['zone_board', 'registration_agency', 'Ban Quản lý Khu kinh tế Minh Giang', null, 'phường Cảng Mới'],
  ['environment', 'agency', 'Sở Nông nghiệp và Môi trường tỉnh Minh Giang', null, 'phường Trung Tâm'],
  ['coal', 'investor', 'Công ty Cổ phần Than Đông Sơn Minh Giang', '5709900011', 'phường Than Sơn'],
  ['cement', 'investor', 'Công ty TNHH Xi măng Đá Bạc', '5709900022', 'xã Đá Bạc'],
  ['ceramics', 'investor', 'Công ty Cổ phần Gốm Xây dựng Hồng Lam', '5709900033', 'phường Hồng Lam'],
  ['textile', 'investor', 'Công ty TNHH Dệt Nhuộm Sông Kim', '5709900044', 'xã Sông Kim'],
  ['solar', 'investor', 'Công ty TNHH Tế bào Quang điện Ánh Dương', '5709900055', 'phường Cảng Mới'],
  ['plating', 'investor', 'Công ty TNHH Mạ Chính xác Tân Phú', '5709900066', 'phường Tân Phú'],
  ['paper', 'investor', 'Công ty Cổ phần Giấy Lâm Thao Xanh', '5709900077', 'xã Lâm Hạ'],
  ['glass', 'investor', 'Công ty Cổ phần Kính nổi Cát Trắng', '5709900088', 'xã Cát Trắng'],
  ['institute', 'other', 'Viện Công nghệ Vật liệu Minh Giang', '5709900099', 'phường Trung Tâm'],
  ['industry', 'agency', 'Sở Công Thương tỉnh Minh Giang', null, 'phường Trung Tâm'],
  ['university', 'other', 'Trường Đại học Kỹ thuật Minh Giang', '5709900100', 'phường Tân Phú'],
];
export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = ORGANISATIONS.map(
  ([key, kind, name, taxCode, place], index) => ({
    key,
    id: id(2, index + 1),
    name,
    kind,
    taxCode,
    address: `${place}, tỉnh Minh Giang`,
  }),
);

export interface DemoPerson {
  id: string;
  email: string;
  displayName: string;
  roles: readonly Role[];
  /** Key of the organisation. */
  organisation: string;
  /** Organisations to which the person belongs besides: the ground of a conflict. */
  affiliations: readonly string[];
}
type Row = [email: string, name: string, roles: Role[], organisation: string, affiliations?: string[]];
const PEOPLE: Row[] = [
  ['than@demo.techgate.vn', 'Nguyễn Quang Vinh', ['investor'], 'coal'],
  ['than2@demo.techgate.vn', 'Đặng Thu Thảo', ['investor'], 'coal'],
  ['ximang@demo.techgate.vn', 'Phạm Thị Hòa', ['investor'], 'cement'],
  ['gom@demo.techgate.vn', 'Đỗ Văn Khải', ['investor'], 'ceramics'],
  ['detnhuom@demo.techgate.vn', 'Trần Mỹ Duyên', ['investor'], 'textile'],
  ['quangdien@demo.techgate.vn', 'Lý Gia Huy', ['investor'], 'solar'],
  ['ma@demo.techgate.vn', 'Vũ Đình Toàn', ['investor'], 'plating'],
  ['giay@demo.techgate.vn', 'Bùi Ngọc Ánh', ['investor'], 'paper'],
  ['kinh@demo.techgate.vn', 'Hoàng Minh Đức', ['investor'], 'glass'],
  ['taichinh@demo.techgate.vn', 'Lê Thị Thanh', ['requester'], 'finance'],
  ['khukinhte@demo.techgate.vn', 'Ngô Bá Lộc', ['requester'], 'zone_board'],
  ['motcua1@demo.techgate.vn', 'Đinh Thị Lan', ['clerk'], 'department'],
  ['motcua2@demo.techgate.vn', 'Phan Văn Nam', ['clerk'], 'department'],
  ['chuyenvien1@demo.techgate.vn', 'Trịnh Hải Yến', ['appraiser'], 'department'],
  ['chuyenvien2@demo.techgate.vn', 'Cao Xuân Bách', ['appraiser'], 'department'],
  ['chuyenvien3@demo.techgate.vn', 'Mai Phương Linh', ['appraiser'], 'department'],
  ['chuyengia1@demo.techgate.vn', 'PGS. TS. Dương Công Thành', ['expert'], 'institute'],
  ['chuyengia2@demo.techgate.vn', 'TS. Tạ Bích Ngọc', ['expert'], 'institute'],
  ['chuyengia3@demo.techgate.vn', 'TS. Hà Văn Sơn', ['expert'], 'institute', ['coal']],
  ['thuky@demo.techgate.vn', 'Châu Thị Hạnh', ['council_secretary'], 'department'],
  ['phoihop@demo.techgate.vn', 'Lương Đức Anh', ['agency'], 'environment'],
  ['truongphong1@demo.techgate.vn', 'Tô Minh Tuấn', ['head'], 'department'],
  ['truongphong2@demo.techgate.vn', 'Quách Thị Liên', ['head'], 'department'],
  ['giamdoc@demo.techgate.vn', 'Võ Hữu Nghĩa', ['leader'], 'department'],
  ['phogiamdoc@demo.techgate.vn', 'Kiều Thu Trang', ['leader'], 'department'],
  ['ubnd@demo.techgate.vn', 'Lâm Quốc Khánh', ['province_leader'], 'department'],
  ['thanhtra@demo.techgate.vn', 'Nghiêm Thị Mai', ['auditor'], 'department'],
  ['phapche1@demo.techgate.vn', 'Thái Bảo Châu', ['law_officer'], 'department'],
  ['phapche2@demo.techgate.vn', 'Doãn Mạnh Cường', ['law_officer'], 'department'],
  ['quantri@demo.techgate.vn', 'Hứa Văn Long', ['admin'], 'department'],
  ['phoihop2@demo.techgate.vn', 'Triệu Thị Ngân', ['agency'], 'industry'],
  ['chuyengia4@demo.techgate.vn', 'PGS. TS. Ninh Thế Hùng', ['expert'], 'university'],
  ['chuyengia5@demo.techgate.vn', 'TS. Viên Thu Hà', ['expert'], 'university'],
  ['chuyengia6@demo.techgate.vn', 'TS. Khuất Duy Hải', ['expert'], 'university'],
  ['chuyengia7@demo.techgate.vn', 'ThS. Giang Minh Châu', ['expert'], 'institute'],
];
export const DEMO_PEOPLE: readonly DemoPerson[] = PEOPLE.map(
  ([email, displayName, roles, organisation, affiliations = []], index) => ({
    id: id(3, index + 1),
    email,
    displayName,
    roles,
    organisation,
    affiliations,
  }),
);

/** The demonstration organisation of a key. */
export function demoOrganisation(key: string): DemoOrganisation {
  const found = DEMO_ORGANISATIONS.find((organisation) => organisation.key === key);
  if (found === undefined) throw new Error(`no demonstration organisation ${key}`);
  return found;
}

/** Writes the demonstration authority, organisations and people; what is there already stays as it is. */
export async function seedDemoIdentities(tx: Tx): Promise<void> {
  const { id: authorityId, code, name, province } = DEMO_AUTHORITY;
  await tx.query(
    'INSERT INTO authority (id, code, name, province, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    [authorityId, code, name, province, tx.at],
  );
  await Promise.all(DEMO_ORGANISATIONS.map((organisation) => seedOrganisation(tx, organisation)));
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await Promise.all(DEMO_PEOPLE.map((person) => seedPerson(tx, person, passwordHash)));
  await seedSubstitute(tx);
}

const seedOrganisation = (tx: Tx, { id: organisationId, name, taxCode, kind, address }: DemoOrganisation) =>
  tx.query(
    `INSERT INTO organisation (id, authority_id, name, tax_code, kind, address, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7) ON CONFLICT DO NOTHING`,
    [organisationId, DEMO_AUTHORITY.id, name, taxCode, kind, address, tx.at],
  );

/** No text that was read names who takes over; the demonstration says so and sends such a dossier to the ministry. */
const seedSubstitute = (tx: Tx) =>
  tx.query(
    `INSERT INTO substitute_authority (authority_id, number, name, legal_basis, verification, recorded_by, recorded_at)
     VALUES ($1, 1, 'Bộ Khoa học và Công nghệ', $2, 'inference', $3, $4) ON CONFLICT DO NOTHING`,
    [
      DEMO_AUTHORITY.id,
      'Quy ước nội bộ: chưa tìm thấy văn bản nêu cơ quan giải quyết thay khi không còn ai đủ điều kiện',
      DEMO_PEOPLE.find(({ roles }) => roles.includes('admin'))?.id,
      tx.at,
    ],
  );

async function seedPerson(tx: Tx, person: DemoPerson, passwordHash: string): Promise<void> {
  const added = await tx.affect(
    `INSERT INTO app_user (id, authority_id, email, display_name, password_hash, organisation_id, demo, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, true, $7, $7) ON CONFLICT DO NOTHING`,
    [
      person.id,
      DEMO_AUTHORITY.id,
      person.email,
      person.displayName,
      passwordHash,
      demoOrganisation(person.organisation).id,
      tx.at,
    ],
  );
  if (added === 0) return;
  const roles = person.roles.map((role) =>
    tx.query('INSERT INTO user_role (user_id, role, granted_at) VALUES ($1, $2, $3)', [
      person.id,
      role,
      tx.at,
    ]),
  );
  const affiliations = person.affiliations.map((key) =>
    tx.query(
      `INSERT INTO user_affiliation (user_id, organisation_id, valid_from, recorded_at) VALUES ($1, $2, '2020-01-01', $3)`,
      [person.id, demoOrganisation(key).id, tx.at],
    ),
  );
  await Promise.all([...roles, ...affiliations]);
}
