export * from './document-store.port.js';
export * from './domain/accept-file.js';
export { ALLOWED_TYPES } from './domain/allowed-types.js';
export * from './domain/byte-source.js';
export * from './domain/download-headers.js';
export { cleanFileName } from './domain/file-name.js';
export { LocalDocumentStore } from './local-document-store.js';
