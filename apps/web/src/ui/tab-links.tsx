import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatNumber } from '../format/format.js';
import classes from './tab-links.module.css';
import { hiddenTabs, scrollTo } from './tab-scroll.js';

interface TabLink {
  to: string;
  name: string;
  current: boolean;
  count?: number | null | undefined;
}

/** Tabs that are addresses: they can be opened beside each other, sent to a colleague and gone back to. */
export function TabLinks({ label, tabs }: { label: string; tabs: TabLink[] }) {
  const row = useRef<HTMLDivElement>(null);
  const hidden = useHidden(row, tabs);
  return (
    <nav aria-label={label} className={`${classes.tabs} tg-no-print`}>
      <div
        ref={row}
        className={classes.row}
        data-before={tabs[0] && hidden.includes(tabs[0].to) ? true : undefined}
        data-after={hidden.includes(tabs.at(-1)?.to ?? '') ? true : undefined}
      >
        {tabs.map(({ to, name, current, count }) => (
          <Link key={to} href={to} className={classes.tab} aria-current={current ? 'page' : undefined}>
            {name}
            {typeof count === 'number' && <span className={classes.count}>{formatNumber(count)}</span>}
          </Link>
        ))}
      </div>
      {hidden.length > 0 && <OtherTabs tabs={tabs.filter(({ to }) => hidden.includes(to))} />}
    </nav>
  );
}

/** The tabs that are out of sight, by name. */
function OtherTabs({ tabs }: { tabs: TabLink[] }) {
  const { t } = useTranslation('app');
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.more}>
          {t('tabs.more')} <span className={classes.count}>{formatNumber(tabs.length)}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {tabs.map(({ to, name, current }) => (
          <Menu.Item key={to} component={Link} href={to} aria-current={current ? 'page' : undefined}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The addresses of the tabs that are out of sight, in the window as it is; the one that is shown is brought into sight. */
function useHidden(row: RefObject<HTMLDivElement | null>, tabs: TabLink[]): readonly string[] {
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const drawn = tabs.map(({ to, name, current, count }) => `${to} ${name} ${current} ${count}`).join('\n');
  useEffect(() => {
    const box = row.current;
    if (box === null) return;
    const look = () => {
      // While the page is being drawn the row may have no room at all, which says nothing of its tabs.
      if (box.clientWidth === 0) return;
      const next = hiddenTabs(placesOf(box), { from: box.scrollLeft, width: box.clientWidth });
      setHidden((known) => (known.join() === next.join() ? known : next));
    };
    const begin = () => {
      showCurrent(box);
      look();
    };
    // Also once the letters of the page have come, which are wider than those before them.
    const sizes = new ResizeObserver(begin);
    for (const element of [box, ...box.children]) sizes.observe(element);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [row, drawn]);
  return hidden;
}

const linksOf = (box: HTMLElement) => [...box.querySelectorAll<HTMLAnchorElement>(':scope > a')];
const placesOf = (box: HTMLElement) =>
  linksOf(box).map((link) => ({
    to: link.getAttribute('href') ?? '',
    left: link.offsetLeft,
    width: link.offsetWidth,
  }));

function showCurrent(box: HTMLElement): void {
  const current = linksOf(box).find((link) => link.hasAttribute('aria-current'));
  if (!current) return;
  const place = { left: current.offsetLeft, width: current.offsetWidth };
  box.scrollLeft = scrollTo(place, { from: box.scrollLeft, width: box.clientWidth });
}
