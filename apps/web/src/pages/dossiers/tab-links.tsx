import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { formatNumber } from '../../format/format.js';
import classes from './tab-links.module.css';

interface TabLink {
  to: string;
  name: string;
  current: boolean;
  count?: number | null | undefined;
}

/** Tabs that are addresses: they can be opened beside each other, sent to a colleague and gone back to. */
export function TabLinks({ label, tabs }: { label: string; tabs: TabLink[] }) {
  const nav = useRef<HTMLElement>(null);
  const current = tabs.find((tab) => tab.current)?.to;
  // Where they do not fit side by side, the one that is shown is in sight.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <nav ref={nav} aria-label={label} className={`${classes.tabs} tg-no-print`}>
      {tabs.map(({ to, name, current, count }) => (
        <Link key={to} href={to} className={classes.tab} aria-current={current ? 'page' : undefined}>
          {name}
          {typeof count === 'number' && <span className={classes.count}>{formatNumber(count)}</span>}
        </Link>
      ))}
    </nav>
  );
}
