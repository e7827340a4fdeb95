export type * from './law-set.types.js';
export { CLOCK_PURPOSES, CLOCK_STARTS, FACT_CONDITIONS } from './pack.types.js';
export type * from './pack.types.js';
export { loadAllPacks, loadPack, type LoadedPack } from './load-packs.js';
export { packFolders, readPackFolder } from './loading/read-pack-folder.js';
