/** Longest stored name in characters, extension included. */
export const FILE_NAME_LENGTH = 150;
const FALLBACK = 'tai-lieu';

/** Marks that change how a name reads without being seen: directional overrides, isolates, zero-width, BOM, soft hyphen. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
const CONTROL = /\p{Cc}/gu;
const FORBIDDEN_ON_DISKS = /[<>:"|?*]/g;

/** The extension of a name in lower case without the dot, or an empty text. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/**
 * Makes a name safe to store, show and send: last part of a path, NFC, no control or invisible characters
 * (a right-to-left override would hide the true extension), no leading dots, at most 150 characters with its extension.
 */
export function cleanFileName(raw: string): string {
  const last = raw.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const visible = last.replace(INVISIBLE, '').replace(CONTROL, '').replace(FORBIDDEN_ON_DISKS, '_');
  const trimmed = visible.replace(/\s+/gu, ' ').replace(/^[. ]+|[. ]+$/g, '');
  return shortened(trimmed === '' ? FALLBACK : trimmed);
}

function shortened(name: string): string {
  const letters = [...new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(name)].map(
    (part) => part.segment,
  );
  if (name.length <= FILE_NAME_LENGTH) return name;
  const extension = extensionOf(name).slice(0, 10);
  const room = FILE_NAME_LENGTH - extension.length - 1;
  let stem = '';
  for (const letter of letters) {
    if (stem.length + letter.length > room) break;
    stem += letter;
  }
  return extension === '' ? stem : `${stem.trimEnd()}.${extension}`;
}
