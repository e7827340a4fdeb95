export {
  documentOf,
  documentsOf,
  DOCUMENT_KINDS,
  type DocumentKind,
  type StoredDocument,
} from './document.row.js';
export { copyDocument, type NewDocument, registerDocument, withdrawDocument } from './document-register.js';
export * from './document-store.port.js';
export { DocumentsModule } from './documents.module.js';
export * from './domain/accept-file.js';
export { type ByteSource, bytesInMemory } from './domain/byte-source.js';
export { downloadHeaders } from './domain/download-headers.js';
export { cleanFileName, extensionOf } from './domain/file-name.js';
export { zipContent } from './domain/ooxml-content.js';
export { uploadRefusal } from './domain/upload-right.rule.js';
export { type ZipEntry, zipDirectory } from './domain/zip-directory.js';
export { zipPart } from './domain/zip-part.js';
export { LocalDocumentStore } from './local-document-store.js';
export { sweepOrphans } from './orphan-sweep.js';
export { type ReceivedUpload, receiveUpload } from './receive-upload.js';
export { storedHash } from './stored-hash.js';
