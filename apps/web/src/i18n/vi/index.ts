import { app } from './app.js';
import { words } from './words.js';

/** The texts that every page needs in Vietnamese; those of an area come with its pages (`areas.ts`). */
export const catalogue = { app, words };
