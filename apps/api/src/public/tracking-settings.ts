import { createHmac } from 'node:crypto';
import { type TrackingSettings } from '#casework';
import { type ApiConfig } from '../config.js';
import { type WEB_SECTIONS } from '../web/web-sections.js';

/** Where the web application lets people follow a dossier; receipts print it, so it stays what it is. */
const TRACKING_SECTION = 'track' satisfies (typeof WEB_SECTIONS)[number];

/**
 * The key of the tracking secrets is a key of its own, derived from the secret of sessions: when that is changed, secrets
 * that were printed keep opening, since they are checked by their digest (ADR 0028).
 */
export const trackingSettings = ({
  sessionSecret,
  publicUrl,
}: Pick<ApiConfig, 'sessionSecret' | 'publicUrl'>): TrackingSettings => ({
  key: createHmac('sha256', sessionSecret).update('techgate/tracking-secret/v1').digest('hex'),
  address: `${publicUrl}/${TRACKING_SECTION}`,
});
