/** The types of file that a dossier may hold, with the names under which people declare them. */
export interface AllowedType {
  contentType: string;
  extensions: readonly string[];
}
export const ALLOWED_TYPES = {
  pdf: { contentType: 'application/pdf', extensions: ['pdf'] },
  png: { contentType: 'image/png', extensions: ['png'] },
  jpeg: { contentType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'] },
  docx: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
} as const satisfies Record<string, AllowedType>;
export type FileType = keyof typeof ALLOWED_TYPES;

/** Content types that say nothing: the name alone then declares. */
const UNDECLARED = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'application/force-download',
]);

const isDeclaredAs = (type: AllowedType, contentType: string | null, extension: string): boolean => {
  const bare = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const named = type.extensions.includes(extension);
  return (
    named &&
    (UNDECLARED.has(bare) || bare === type.contentType || (bare === 'image/jpg' && extension !== 'png'))
  );
};

/** Whether the declared content type and the extension both speak of `type`. */
export const matchesDeclaration = (type: FileType, contentType: string | null, extension: string): boolean =>
  isDeclaredAs(ALLOWED_TYPES[type], contentType, extension);

/** Whether an extension belongs to any allowed type. */
export const isAllowedExtension = (extension: string): boolean =>
  Object.values<AllowedType>(ALLOWED_TYPES).some((type) => type.extensions.includes(extension));
