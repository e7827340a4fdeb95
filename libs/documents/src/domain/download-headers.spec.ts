import { downloadHeaders } from './download-headers.js';

const headersOf = (fileName: string | null) =>
  downloadHeaders({ fileName, contentType: 'application/pdf', size: 3 });

describe('downloadHeaders', () => {
  it('never lets a browser show the file', () => {
    expect(headersOf('a.pdf')).toEqual({
      'content-type': 'application/pdf',
      'content-length': '3',
      'content-disposition': `attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it('keeps a Vietnamese name whole and readable without it', () => {
    const disposition = headersOf("Đề án (lần 2) 'bổ sung'.pdf")['content-disposition'];
    expect(disposition).toContain(`filename="De an (lan 2) 'bo sung'.pdf"`);
    const encoded = /filename\*=UTF-8''(\S+)$/.exec(disposition ?? '')?.[1] ?? '';
    expect(encoded).not.toMatch(/['()*]/);
    expect(decodeURIComponent(encoded)).toBe("Đề án (lần 2) 'bổ sung'.pdf");
  });

  it('cannot be broken out of by a name', () => {
    expect(headersOf('a";x="\r\nset-cookie: b=1.pdf')['content-disposition']).not.toMatch(/[\r\n]|";x=/);
  });

  it('has a name when the own one was erased', () => {
    expect(headersOf(null)['content-disposition']).toContain('filename="tai-lieu"');
  });
});
