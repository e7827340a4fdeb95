import { type ByteSource, type ZipEntry, zipDirectory, zipPart } from '#documents';
import { Refusal } from '#kernel';
import { IMPORT_LIMITS } from '../table/limits.js';
import { readXml, type XmlReader } from './xml-part.js';

/** The parts of an XLSX by name; each is unpacked only when it is read. */
export interface XlsxPackage {
  /** @throws Refusal `file_damaged` when the part is missing or broken, `import_xml_refused` */
  read: (part: string, reader: XmlReader) => Promise<void>;
}

/**
 * Looks at what a container declares, before anything is unpacked.
 * @throws Refusal `file_damaged`, `import_file_encrypted`, `import_unpacks_too_large`
 */
export async function requireReadablePackage(source: ByteSource): Promise<ReadonlyMap<string, ZipEntry>> {
  const entries = await zipDirectory(source);
  if (entries === null) throw new Refusal('file_damaged');
  requireHarmless(entries);
  const parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  // Two parts of one name are read differently by different programs: nobody would know what was imported.
  if (parts.size !== entries.length) throw new Refusal('file_damaged');
  return parts;
}

/** Opens a container whose declared content is harmless. @throws Refusal of `requireReadablePackage` */
export async function openPackage(source: ByteSource): Promise<XlsxPackage> {
  const parts = await requireReadablePackage(source);
  return {
    read: async (part, reader) => {
      const entry = parts.get(part.toLowerCase());
      if (!entry) throw new Refusal('file_damaged', { part });
      await readXml(part, zipPart(source, entry), reader);
    },
  };
}

function requireHarmless(entries: readonly ZipEntry[]): void {
  if (entries.some(({ encrypted }) => encrypted)) throw new Refusal('import_file_encrypted');
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  const tooDense = entries.some(
    ({ size, packedSize }) =>
      size > IMPORT_LIMITS.ratioFromBytes && size > packedSize * IMPORT_LIMITS.unpackedRatio,
  );
  const tooMuch = unpacked > IMPORT_LIMITS.unpackedBytes || entries.length > IMPORT_LIMITS.parts;
  if (tooMuch || tooDense)
    throw new Refusal('import_unpacks_too_large', {
      unpackedBytes: unpacked,
      maxBytes: IMPORT_LIMITS.unpackedBytes,
    });
}
