import { type ReactNode } from 'react';
import classes from './disclosure.module.css';

/** Something that is there for whoever wants it: opens by mouse and keyboard, and stands open on paper. */
export function Disclosure({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className={classes.details}>
      <summary className={classes.summary}>{summary}</summary>
      <div className={classes.content}>{children}</div>
    </details>
  );
}
