const FALLBACK = 'tai-lieu';

/** RFC 5987 value: UTF-8, percent-encoded, with the characters that encodeURIComponent leaves although they are reserved. */
const extendedValue = (name: string): string =>
  encodeURIComponent(name).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** The name in ASCII for clients that know no `filename*`: accents fall off, đ becomes d, the rest becomes `_`. */
function asciiName(name: string): string {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  return bare.replace(/[^\x20-\x7e]|["\\%]/g, '_');
}

/**
 * Headers under which a stored file may leave: always an attachment, never rendered, never cached, without any right
 * even if a browser opens it anyway. `fileName` is null when it was erased.
 */
export function downloadHeaders(file: {
  fileName: string | null;
  contentType: string;
  size: number;
}): Record<string, string> {
  const name = file.fileName ?? FALLBACK;
  return {
    'content-type': file.contentType,
    'content-length': String(file.size),
    'content-disposition': `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${extendedValue(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}
