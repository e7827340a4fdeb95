const BOUNDARY = '----techgate-journey';

/** A form with texts and one file, as a browser sends it (RFC 7578). */
export function multipart(
  fields: Record<string, string>,
  file: { name: string; type: string; content: Uint8Array },
): { body: Uint8Array<ArrayBuffer>; contentType: string } {
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `${texts.join('')}--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), file.content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
  return { body: new Uint8Array(body), contentType: `multipart/form-data; boundary=${BOUNDARY}` };
}
