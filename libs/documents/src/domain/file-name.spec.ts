import { cleanFileName, extensionOf, FILE_NAME_LENGTH } from './file-name.js';

describe('cleanFileName', () => {
  it.each([
    ['Thuyết minh công nghệ.pdf', 'Thuyết minh công nghệ.pdf'],
    ['Thuyê\u0301t minh.pdf', 'Thuyết minh.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\hồ sơ\\đề án.docx', 'đề án.docx'],
    ['hoa\u202Efdp.exe', 'hoafdp.exe'],
    ['\u2067bao\u2069 cao\u200B.pdf', 'bao cao.pdf'],
    ['a\u0000b\r\nc.pdf', 'abc.pdf'],
    ['  ...ẩn.pdf. ', 'ẩn.pdf'],
    ['a<b>:"c|d?*.png', 'a_b___c_d__.png'],
    ['\u202E', 'tai-lieu'],
    ['', 'tai-lieu'],
  ])('%j becomes %j', (raw, clean) => {
    expect(cleanFileName(raw)).toBe(clean);
  });

  it('shortens a long name at a whole letter and keeps its extension', () => {
    const clean = cleanFileName(`${'ệ'.repeat(400)}.xlsx`);
    expect(clean).toBe(`${'ệ'.repeat(FILE_NAME_LENGTH - 5)}.xlsx`);
  });

  it('does not let a family of emoji be torn apart', () => {
    const clean = cleanFileName(`${'a'.repeat(FILE_NAME_LENGTH - 6)}👩‍👩‍👧.pdf`);
    expect(clean.length).toBeLessThanOrEqual(FILE_NAME_LENGTH);
    expect(clean.isWellFormed()).toBe(true);
  });
});

describe('extensionOf', () => {
  it.each([
    ['a.PDF', 'pdf'],
    ['a.tar.gz', 'gz'],
    ['.hidden', ''],
    ['none', ''],
  ])('%s has %j', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });
});
