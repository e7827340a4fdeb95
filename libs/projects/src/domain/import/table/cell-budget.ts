import { Refusal } from '#kernel';
import { IMPORT_LIMITS } from './limits.js';

/** Counts the cells of a file while it is read, over all its sheets. */
export class CellBudget {
  private left: number;

  constructor(private readonly max: number = IMPORT_LIMITS.cells) {
    this.left = max;
  }

  /** @throws Refusal `import_too_many_cells` at the first one too many */
  spend(): void {
    this.left -= 1;
    if (this.left < 0) throw new Refusal('import_too_many_cells', { max: this.max });
  }
}
