export * from './opinions/recorded-opinions.js';
export * from './screenings/annex-check.store.js';
export * from './screenings/confirmations.store.js';
export * from './screenings/overturn.store.js';
export * from './screenings/perform-screening.js';
export * from './screenings/screening-state.js';
export * from './screenings/screening.store.js';
