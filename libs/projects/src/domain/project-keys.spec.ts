import { describe, expect, it } from '@jest/globals';
import { investorNameKey, projectNameKey, projectSearchText } from './project-keys.js';

describe('projectNameKey', () => {
  it.each([
    ['Dự án đầu tư xây dựng Nhà máy Gạch ốp lát Hồng Lam', 'nha may gach op lat hong lam'],
    ['NHÀ MÁY GẠCH ỐP-LÁT  HỒNG LAM', 'nha may gach op lat hong lam'],
    ['Nha may gach op lat Hong Lam', 'nha may gach op lat hong lam'],
    ['Dự án đầu tư', 'dau tu'],
    ['Khu đô thị Đông Sơn (giai đoạn 2)', 'khu do thi dong son giai doan 2'],
  ])('%s', (name, key) => expect(projectNameKey(name)).toBe(key));
});

describe('investorNameKey', () => {
  it.each([
    ['Công ty Cổ phần Than Đông Sơn Minh Giang', 'than dong son minh giang'],
    ['CTCP Than Đông Sơn Minh Giang', 'than dong son minh giang'],
    ['Công ty TNHH MTV Xi măng Đá Bạc', 'xi mang da bac'],
    ['Công ty trách nhiệm hữu hạn một thành viên Xi măng Đá Bạc', 'xi mang da bac'],
    ['Chi nhánh Công ty TNHH Mạ Tân Phú', 'ma tan phu'],
    ['Anh Duong Solar Co., Ltd.', 'anh duong solar'],
    ['Công ty Cổ phần', 'cong ty co phan'],
  ])('%s', (name, key) => expect(investorNameKey(name)).toBe(key));

  it('keeps words that only contain a legal form', () =>
    expect(investorNameKey('Công ty Tập đoàn hoá chất JSCA')).toBe('hoa chat jsca'));
});

it('projectSearchText leaves out what is unknown', () => {
  const project = {
    name: 'Nhà máy',
    investorName: 'Đá Bạc',
    investorTaxCode: null,
    certificateNumber: '12/GCN',
  };
  expect(projectSearchText(project)).toBe('nha may da bac 12/gcn');
});
