import { encode } from 'uqr';

/** Light modules around a code, so that a camera finds its edge (ISO/IEC 18004, 5.3.8). */
const QUIET_ZONE = 4;

/** The modules of a QR code that holds a text, with its quiet zone; a scratch or a fold (15 %) leaves it readable. */
export const qrModules = (text: string): boolean[][] => encode(text, { ecc: 'M', border: QUIET_ZONE }).data;

/**
 * The address under which a dossier is followed, with code and secret in its fragment: a browser sends that to no
 * server, so that neither logs nor histories of others hold the secret (ADR 0028).
 */
export const trackingLink = (address: string, fileCode: string, secret: string): string =>
  `${address}#${new URLSearchParams({ code: fileCode, secret }).toString()}`;
