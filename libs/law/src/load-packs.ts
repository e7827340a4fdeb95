import { join } from 'node:path';
import { digestOf, Refusal } from '#kernel';
import { deepFreeze } from './loading/deep-freeze.js';
import { MANIFEST_SCHEMA } from './loading/manifest.schema.js';
import { crossFaults } from './loading/pack-checks.js';
import { type PackContent, Places } from './loading/pack-content.js';
import { parseYaml } from './loading/parse-file.js';
import { readContent } from './loading/read-content.js';
import { packFolders, readPackFolder } from './loading/pack-folder.reader.js';
import { schemaFaults } from './loading/validate.js';
import { type Pack, type PackFault, type PackFile, type PackManifest } from './pack.types.js';

/** A whole pack, or every reason why there is none; never a part of it. */
export type LoadedPack = { pack: Pack; faults: [] } | { pack: null; faults: PackFault[] };

const MANIFEST = 'pack.yaml';

function readManifest(
  files: PackFile[],
  folder: string,
  places: Places,
): { manifest: PackManifest | null; faults: PackFault[] } {
  const file = files.find(({ path }) => path === MANIFEST);
  const fault = (place: string, code: string, reason: string) => ({
    manifest: null,
    faults: [{ file: MANIFEST, place, code, reason }],
  });
  if (file === undefined) return fault('', 'missing_file', 'every pack has one');
  const { value, faults } = parseYaml(file);
  const all = faults.length > 0 ? faults : schemaFaults(MANIFEST_SCHEMA, value, MANIFEST);
  if (all.length > 0) return { manifest: null, faults: all };
  const manifest = value as PackManifest;
  if (manifest.id.toLowerCase() !== folder)
    return fault('/id', 'file_name_mismatch', `the folder is named ${folder}`);
  places.set(manifest, MANIFEST, '');
  manifest.missing.forEach((part, index) => places.set(part, MANIFEST, `/missing/${index}`));
  return { manifest, faults: [] };
}

/** Days and people that an entry leaves out are those of its list version or of its pack. */
function fillIn(manifest: PackManifest, content: PackContent): void {
  for (const row of content.listRows) {
    const version = content.listVersions.find(({ id }) => id === row.versionId);
    row.validFrom ??= version?.validFrom ?? manifest.validFrom;
    row.validTo ??= version?.validTo ?? null;
  }
  for (const item of content.checklist) {
    item.validFrom ??= manifest.validFrom;
    if (item.validTo === undefined) item.validTo = manifest.validTo;
  }
  for (const row of content.calendar) {
    row.draftedBy ??= manifest.draftedBy;
    row.publishedBy ??= manifest.publishedBy;
  }
}

const named = (folder: string, faults: PackFault[]): PackFault[] =>
  faults.map((fault) => ({ ...fault, file: `${folder}/${fault.file}` }));

/**
 * Builds a pack from the files of its folder.
 * In: the folder's name (the pack id in lower case) and its files. Out: the deep-frozen pack with the SHA-256 of its
 * canonical JSON, or all faults, each with file (`<folder>/…`), place (JSON pointer, or csv line and column), code and reason.
 */
export function loadPack(folder: string, files: PackFile[]): LoadedPack {
  const places = new Places();
  const { manifest, faults } = readManifest(files, folder, places);
  const rest = readContent(
    files.filter(({ path }) => path !== MANIFEST),
    places,
  );
  const found = [...faults, ...rest.faults];
  if (manifest === null || found.length > 0) return { pack: null, faults: named(folder, found) };
  fillIn(manifest, rest.content);
  const crossed = crossFaults(manifest, rest.content, places);
  if (crossed.length > 0) return { pack: null, faults: named(folder, crossed) };
  const whole = { manifest, ...rest.content };
  return { pack: deepFreeze({ ...whole, digest: digestOf(whole) }), faults: [] };
}

/**
 * Loads every pack folder below `root`, sorted by folder.
 * @throws Refusal `pack_refused` with `faults` of all packs when any pack is faulty: there is no partial load.
 */
export function loadAllPacks(root: string): Pack[] {
  const loaded = packFolders(root).map((folder) => loadPack(folder, readPackFolder(join(root, folder))));
  const faults = loaded.flatMap((one) => one.faults);
  if (faults.length > 0) throw new Refusal('pack_refused', { faults });
  return loaded.flatMap(({ pack }) => (pack === null ? [] : [pack]));
}
