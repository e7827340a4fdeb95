/** Largest file in bytes, from the configuration. */
export const UPLOAD_MAX_BYTES = Symbol('UploadMaxBytes');
