import { Text } from '@mantine/core';
import { type ReactNode } from 'react';
import classes from './decide.module.css';

interface Props {
  /** Before the name: how heavy it is, in a word. */
  tag?: ReactNode;
  name: string;
  /** After the name, as far as there is room. */
  aside?: string | undefined;
  children: ReactNode;
}
/** One line of a decision, cut where the room ends; opened, it is whole and says the rest. */
export function Line({ tag, name, aside, children }: Props) {
  return (
    <details className={classes.line}>
      <Text component="summary" size="sm">
        {tag}
        <strong className={classes.name}>{name}</strong>
        {aside !== undefined && aside !== '' && <span className={classes.aside}>{aside}</span>}
      </Text>
      <Text size="sm" component="div">
        {children}
      </Text>
    </details>
  );
}
