import { Paper, Text } from '@mantine/core';
import { Link } from 'wouter';
import { formatNumber } from '../format/format.js';
import classes from './figure-card.module.css';

interface Props {
  value: number;
  /** What stands in the place of the number, such as its share of a whole. */
  shown?: string;
  label: string;
  /** The list of exactly what is counted. */
  to: string;
  /** What is counted, where the label does not say it all. */
  note?: string;
  /** A number above nothing is a fault to be mended. */
  isAlarm?: boolean;
}

/** A figure that one looks at, and that opens its list. */
export function FigureCard({ value, shown, label, to, note, isAlarm = false }: Props) {
  return (
    <Paper
      component={Link}
      href={to}
      withBorder
      p="md"
      className={isAlarm && value > 0 ? classes.alarm : classes.card}
    >
      <span className={classes.value}>{shown ?? formatNumber(value)}</span>
      <span className={classes.label}>{label}</span>
      {note !== undefined && (
        <Text component="span" size="sm" c="dimmed" className={classes.note}>
          {note}
        </Text>
      )}
    </Paper>
  );
}
