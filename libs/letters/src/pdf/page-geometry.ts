const MM = 72 / 25.4;

/** A4 and the margins of NĐ 30/2020, Annex I (points); layout values as domain table 7.11 gives them. */
export const PAGE = {
  width: 595.28,
  height: 841.89,
  margins: { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 18 * MM },
} as const;
export const TEXT_WIDTH = PAGE.width - PAGE.margins.left - PAGE.margins.right;
export const TEXT_BOTTOM = PAGE.height - PAGE.margins.bottom;

/** Sizes in points. */
export const SIZES = {
  issuer: 12,
  country: 12,
  motto: 13,
  number: 13,
  about: 12,
  body: 13,
  title: 14,
  table: 11,
  note: 11,
  label: 12,
  mark: 9,
} as const;
export const FIRST_LINE_INDENT = 10 * MM;
export const PARAGRAPH_GAP = 6;
export const LINE_GAP = 1.5;
/** Room for the signature and the seal. */
export const SIGNATURE_ROOM = 70;
/** Side of a QR code with its quiet zone: modules of half a millimetre and more, which every telephone reads. */
export const QR_SIDE = 36 * MM;
