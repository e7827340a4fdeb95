/** Largest file in bytes, from the configuration. */
export const UPLOAD_MAX_BYTES = Symbol('UploadMaxBytes');
/** How much one dossier may hold (`DossierRoom`), from the configuration. */
export const DOSSIER_ROOM = Symbol('DossierRoom');
