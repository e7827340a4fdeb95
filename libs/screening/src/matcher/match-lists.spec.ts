import { type CivilDate } from '#kernel';
import { lawSetFromPacks } from '../../../../test/support/law-set-from-packs.js';
import { matchLists } from './match-lists.js';

const ON = '2026-06-10' as CivilDate;
const SET = lawSetFromPacks('opinion', ON, 'demonstration');
const codes = (name: string) =>
  matchLists(name, SET, { on: ON, mode: 'demonstration' }).map(({ code }) => code);

const POSITIVE: [string, string][] = [
  ['sản xuất xi măng lò quay phương pháp ướt', 'C11'],
  ['cong nghe lo quay san xuat xi mang theo phuong phap uot', 'C11'],
  ['XI MĂNG LÒ QUAY ƯỚT', 'C11'],
  ['Lò quay phương pháp ướt để sản xuất xi măng', 'C11'],
  ['sx ximang lo quay pp uot', 'C11'],
  ['xi măng, lò quay, phương pháp uớt', 'C11'],
  ['wet-process rotary cement kiln', 'C11'],
  ['dây chuyền xi măng lò đứng', 'C10'],
  ['xi mang lo dung', 'C10'],
  ['lò đứng nung xi măng công suất 80.000 tấn/năm', 'C10'],
  ['vertical shaft cement kiln', 'C10'],
  ['sản xuất động cơ hai kỳ cho xe cơ giới', 'C07'],
  ['động cơ 2 kỳ xe cơ giới', 'C07'],
  ['dong co hai ky cho xe co gioi', 'C07'],
  ['lắp ráp động cơ 2 kỳ dùng cho xe cơ giới', 'C07'],
  ['two-stroke engines for vehicles', 'C07'],
  ['điện phân dùng điện cực thủy ngân', 'C05'],
  ['dien phan xut clo dung dien cuc thuy ngan', 'C05'],
  ['điện phân bằng điện cực thuỷ ngân', 'C05'],
  ['mercury-cell electrolysis', 'C05'],
  ['sản xuất pin bằng phương pháp hồ điện dịch', 'C04'],
  ['pin hồ điện dịch', 'C04'],
  ['in, sắp chữ bằng bản chì', 'C03'],
  ['in typo bản chì', 'C03'],
  ['nhân bản vô tính phôi người', 'C02'],
  ['human embryo cloning', 'C02'],
  ['điều chế chất ma túy', 'C01'],
  ['dieu che ma tuy', 'C01'],
  ['dùng thủy ngân khai thác vàng quy mô nhỏ', 'C06'],
  ['sản xuất ô tô không đạt Euro 2', 'C08'],
  ['phá sóng, chèn sóng vô tuyến', 'C09'],
  ['vô hiệu hóa thiết bị đo đếm điện', 'C12'],
  ['thuốc bảo quản lâm sản chứa Pentachlorophenol', 'C13'],
  ['sản xuất ván sợi phương pháp ướt', 'H11'],
  ['van soi uot', 'H11'],
  ['ván sợi theo phương pháp ướt, 60.000 m3/năm', 'H11'],
  ['wet-process fibreboard', 'H11'],
  ['sản xuất vật liệu nổ công nghiệp', 'H01'],
  ['vat lieu no cong nghiep', 'H01'],
  ['industrial explosives', 'H01'],
  ['vật liệu xây dựng dùng amiăng trắng', 'H02'],
  ['tấm lợp a mi ăng trắng', 'H02'],
  ['sản xuất bột ôxit titan dùng axit sulfuric', 'H03'],
  ['bot oxit titan axit sunfuric', 'H03'],
  ['sản xuất bột cá công nghệ hở', 'H10'],
  ['thuốc bảo quản lâm sản chứa arsenic', 'H13'],
  ['xe mô tô 2 kỳ', 'C07'],
  ['xe máy 2 thì', 'C07'],
  ['nung clanhke lò đứng', 'C10'],
  ['điện phân muối bằng catot Hg', 'C05'],
  ['MDF ướt', 'H11'],
  ['dầu biến thế chứa PCB', 'C17'],
  ['In 3D', 'K31'],
  ['công nghệ in 3D kim loại', 'K31'],
];
const NEAR_MISSES: [string, string][] = [
  ['sản xuất xi măng lò quay phương pháp khô', 'C11'],
  ['xi mang lo quay phuong phap kho', 'C11'],
  ['xi măng lò quay phương pháp khô có tháp trao đổi nhiệt 5 tầng', 'C11'],
  ['trạm nghiền xi măng', 'C11'],
  ['dry-process cement kiln with calciner', 'C11'],
  ['xi măng lò quay phương pháp khô', 'C10'],
  ['sản xuất xi măng lò quay', 'C10'],
  ['bê tông xi măng trộn sẵn', 'C10'],
  ['lò đứng luyện gang', 'C10'],
  ['sản xuất động cơ bốn kỳ', 'C07'],
  ['động cơ 4 kỳ cho xe cơ giới', 'C07'],
  ['dong co bon ky xe may', 'C07'],
  ['động cơ điện cho xe cơ giới', 'C07'],
  ['four-stroke engine', 'C07'],
  ['điện phân dùng màng trao đổi ion', 'C05'],
  ['điện phân không dùng thủy ngân', 'C05'],
  ['điện phân nước sản xuất hydro', 'C05'],
  ['mạ điện niken', 'C05'],
  ['sản xuất pin lithium-ion', 'C04'],
  ['sản xuất pin mặt trời', 'C04'],
  ['tế bào quang điện (PV cells)', 'C04'],
  ['in offset', 'C03'],
  ['in kỹ thuật số', 'C03'],
  ['in 3D kim loại', 'C03'],
  ['nhân giống vô tính cây trồng', 'C02'],
  ['nuôi cấy mô thực vật', 'C02'],
  ['trung tâm cai nghiện ma túy', 'C01'],
  ['khai thác vàng bằng tuyển trọng lực không dùng thủy ngân', 'C06'],
  ['lắp ráp ô tô điện', 'C08'],
  ['sản xuất ô tô đạt Euro 5', 'C08'],
  ['thu phát sóng vô tuyến 5G', 'C09'],
  ['thiết bị đo đếm điện thông minh', 'C12'],
  ['thuốc bảo quản lâm sản gốc đồng', 'C13'],
  ['ván sợi phương pháp khô (MDF)', 'H11'],
  ['ván dăm', 'H11'],
  ['dệt sợi', 'H11'],
  ['vật liệu xây dựng không nung', 'H01'],
  ['vật liệu composite', 'H01'],
  ['tấm lợp không amiăng', 'H02'],
  ['vật liệu xây dựng không dùng amiăng', 'H02'],
  ['axit sulfuric từ lưu huỳnh', 'H03'],
  ['bột titan kim loại', 'H03'],
  ['bột cá công nghệ kín', 'H10'],
  ['thức ăn thủy sản', 'H10'],
  ['bảng mạch PCB', 'C17'],
  ['sản xuất bảng mạch in PCB nhiều lớp', 'C17'],
  ['xe máy 4 kỳ', 'C07'],
  ['MDF phương pháp khô', 'H11'],
  ['quét 3D', 'K31'],
  ['in offset', 'K31'],
];

describe('list matcher on the shipped rows', () => {
  it.each(POSITIVE)('"%s" proposes %s', (name, code) => expect(codes(name)).toContain(code));
  it.each(NEAR_MISSES)('"%s" does not propose %s', (name, code) => expect(codes(name)).not.toContain(code));

  it('proposes every row by its own name in both languages, outbound rows to nobody', () => {
    for (const { code, direction, nameVi, nameEn } of SET.lists.rows)
      for (const name of [nameVi, nameEn])
        expect([name, codes(name).includes(code)]).toEqual([name, direction !== 'outbound']);
  });
  it('still proposes what a text names beside a negative term', () => {
    expect(codes('chuyển từ xi măng lò quay phương pháp ướt sang phương pháp khô')).toContain('C11');
  });
  it('never makes a candidate of codes alone', () => {
    const options = { on: ON, mode: 'demonstration' as const, hs: ['84178000'], vsic: ['23941'] };
    expect(matchLists('nhà máy mới', SET, options)).toEqual([]);
  });
  it('shows draft rows and rows of official mode as advice', () => {
    const lime = matchLists('lò vôi thủ công gián đoạn', SET, { on: ON, mode: 'demonstration' });
    expect(lime.find(({ code }) => code === 'C15')?.standing).toBe('advice');
    const official = matchLists('xi măng lò quay phương pháp ướt', SET, { on: ON, mode: 'official' });
    expect(official.find(({ code }) => code === 'C11')?.standing).toBe('advice');
  });
  it('gives the best first, and the same answer whatever the order of the rows', () => {
    const shuffled = { ...SET, lists: { ...SET.lists, rows: [...SET.lists.rows].reverse() } };
    const name = 'xi măng lò quay phương pháp ướt';
    const found = matchLists(name, SET, { on: ON, mode: 'demonstration' });
    expect(found[0]).toMatchObject({ code: 'C11', standing: 'acts', verification: 'secondary' });
    expect(matchLists(name, shuffled, { on: ON, mode: 'demonstration' })).toEqual(found);
  });
  it('has nothing to say to an empty name', () =>
    expect(matchLists(' … ', SET, { on: ON, mode: 'official' })).toEqual([]));
});
