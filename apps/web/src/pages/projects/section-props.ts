import { type ActOnProject } from './act-dialog.js';
import { type Project } from './projects.query.js';

/** What a part of the page of a project is given. */
export interface SectionProps {
  project: Project;
  /** Whether the reader keeps the register and the project is in it. */
  keeps: boolean;
  onAct: (act: ActOnProject) => void;
}
