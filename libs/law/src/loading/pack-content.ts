import { type Pack, type PackFault, type PackManifest } from '../pack.types.js';

/** Everything of a pack but its manifest and its digest. */
export type PackContent = Omit<Pack, 'manifest' | 'digest'>;

/** Where a piece of data stands, so that a fault found later can still name file and place. */
export interface Place {
  file: string;
  place: string;
}
export class Places {
  private readonly known = new WeakMap<object, Place>();
  set(item: object, file: string, place: string): void {
    this.known.set(item, { file, place });
  }
  /** A fault at an item, or at one of its properties. */
  fault(item: object, code: string, reason: string, property = ''): PackFault {
    const at = this.known.get(item) ?? { file: 'pack.yaml', place: '' };
    return { file: at.file, place: joined(at.place, property), code, reason };
  }
}
/** One cross check of a pack whose files all fit their schemas. */
export type Check = (manifest: PackManifest, content: PackContent, places: Places) => PackFault[];

function joined(place: string, property: string): string {
  if (property === '') return place;
  return place.startsWith('line ') ? `${place}, column ${property}` : `${place}/${property}`;
}

export const emptyContent = (): PackContent => ({
  procedures: [],
  models: [],
  rules: [],
  listVersions: [],
  listRows: [],
  clocks: [],
  checklist: [],
  criteria: [],
  councils: [],
  calendar: [],
  cases: [],
});
