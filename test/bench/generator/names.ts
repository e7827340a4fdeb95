/** A source of chance that gives the same numbers for the same seed: the same data in every bench. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
export const pick = <Item>(items: readonly Item[], random: () => number): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

const WORKS = [
  'Nhà máy xi măng',
  'Nhà máy gạch ốp lát',
  'Dây chuyền kính nổi',
  'Nhà máy dệt nhuộm',
  'Nhà máy giấy bao bì',
  'Xưởng mạ chính xác',
  'Nhà máy tế bào quang điện',
  'Khai thác than hầm lò',
  'Nhà máy thép cán nóng',
  'Nhà máy linh kiện điện tử',
  'Nhà máy chế biến gỗ',
  'Nhà máy phân bón NPK',
  'Nhà máy bao bì nhựa',
  'Nhà máy chế biến thủy sản',
  'Nhà máy thức ăn chăn nuôi',
  'Trạm nghiền xi măng',
  'Nhà máy pin lưu trữ',
  'Nhà máy sơn công nghiệp',
  'Dây chuyền đúc áp lực',
  'Nhà máy xử lý chất thải',
  'Nhà máy dược phẩm',
  'Nhà máy da giày',
  'Nhà máy lốp ô tô',
  'Nhà máy vật liệu chịu lửa',
];
const PLACES = [
  'Đá Bạc',
  'Hồng Lam',
  'Cát Trắng',
  'Sông Kim',
  'Lâm Thao',
  'Tân Phú',
  'Đông Sơn',
  'Ánh Dương',
  'Cảng Mới',
  'Bình Định',
  'Phước Hòa',
  'Yên Phong',
  'Quế Võ',
  'Thuận Thành',
  'Mỹ Hào',
  'Đồng Văn',
  'Kỳ Anh',
  'Nghi Sơn',
  'Long Thành',
  'Bàu Bàng',
  'Đức Hòa',
  'Châu Đức',
  'Hòa Khánh',
  'Điện Nam',
  'Vũng Áng',
  'Lạch Huyện',
  'Đình Vũ',
  'Thăng Long',
  'Sông Công',
  'Gò Đầm',
];
const MEASURES = ['tấn/năm', 'm² mỗi năm', 'sản phẩm/năm', 'tấn/ngày', 'MW'];
const FORMS = ['Công ty Cổ phần', 'Công ty TNHH', 'Công ty TNHH MTV', 'Tổng Công ty'];
const FIELDS = [
  'Xi măng',
  'Gốm Xây dựng',
  'Kính',
  'Dệt Nhuộm',
  'Giấy',
  'Cơ khí',
  'Điện tử',
  'Khoáng sản',
  'Hóa chất',
  'Thực phẩm',
  'Vật liệu mới',
];
const FAMILY = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Huỳnh',
  'Phan',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
];
const MIDDLE = ['Văn', 'Thị', 'Minh', 'Quang', 'Thu', 'Đức', 'Hữu', 'Ngọc', 'Xuân', 'Thanh'];
const GIVEN = [
  'An',
  'Bình',
  'Châu',
  'Dũng',
  'Giang',
  'Hà',
  'Hải',
  'Khánh',
  'Lan',
  'Linh',
  'Long',
  'Nam',
  'Phương',
  'Sơn',
  'Thảo',
  'Trung',
  'Tú',
  'Yến',
];

/** What projects, enterprises and people are called. */
export const projectName = (random: () => number, number: number): string =>
  `${pick(WORKS, random)} ${pick(PLACES, random)} ${1 + (number % 9)}, ${1 + Math.floor(random() * 900)}.000 ${pick(MEASURES, random)}`;
export const enterpriseName = (random: () => number, number: number): string =>
  `${pick(FORMS, random)} ${pick(FIELDS, random)} ${pick(PLACES, random)} ${number}`;
export const personName = (random: () => number): string =>
  `${pick(FAMILY, random)} ${pick(MIDDLE, random)} ${pick(GIVEN, random)}`;
