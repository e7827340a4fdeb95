import { app } from './app.js';
import { remarks } from './remarks.js';
import { words } from './words.js';

export const catalogue = { app, words, remarks };
