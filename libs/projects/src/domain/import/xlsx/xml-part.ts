import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Refusal } from '#kernel';

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of one XML part does with what it meets; names come without their prefix. */
export interface XmlReader {
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads well-formed XML as it arrives. Nothing outside the part is ever looked up, and no entity is expanded but the
 * five of XML itself.
 * @throws Refusal `import_xml_refused` (a document type, which could declare entities), `file_damaged`
 */
export async function readXml(
  part: string,
  chunks: AsyncIterable<Uint8Array>,
  reader: XmlReader,
): Promise<void> {
  const parser = parserOf(part, reader);
  const decode = decoderOf();
  try {
    for await (const chunk of chunks) parser.write(decode(chunk));
    parser.close();
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('file_damaged', { part });
  }
}

function parserOf(part: string, reader: XmlReader): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Refusal('import_xml_refused', { part });
  });
  const { open, text, close } = reader;
  if (open)
    parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
      open(local(name), attributes);
    });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close)
    parser.on('closetag', ({ name }) => {
      close(local(name));
    });
  return parser;
}

/** UTF-8, or UTF-16 when the part begins with its mark; other bytes make the part damaged. */
function decoderOf(): (chunk: Uint8Array) => string {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  return (chunk) => {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    return decoder.decode(chunk, { stream: true });
  };
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
