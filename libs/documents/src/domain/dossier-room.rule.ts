/** How many documents a dossier holds, withdrawn ones too: their bytes stay. */
export interface StoredAmount {
  documents: number;
  bytes: number;
}
/** How many documents and how many bytes one dossier may hold. */
export type DossierRoom = StoredAmount;

/** Whether one more document of so many bytes has room in a dossier. */
export const hasRoom = (stored: StoredAmount, bytes: number, room: DossierRoom): boolean =>
  stored.documents + 1 <= room.documents && stored.bytes + bytes <= room.bytes;
