import { NavLink } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconWorld } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useSession } from '../session/session.provider.js';
import { isAt } from './is-at.js';
import { type Destination, destinationsOf, placesOf } from './navigation.js';
import classes from './shell.module.css';

/** Where one can go: the own work, and below it, folded for whoever has signed in, the pages that everybody may open. */
export function Places({ onFollow }: { onFollow: () => void }) {
  const { person } = useSession();
  const { work, open } = placesOf(person);
  const links = (places: readonly Destination[]) =>
    places.map((place) => <PlaceLink key={place.label} place={place} onFollow={onFollow} />);
  return (
    <>
      {links(work)}
      {person ? <PublicPlaces places={open}>{links(open)}</PublicPlaces> : links(open)}
    </>
  );
}

/** Open while one of them is shown, until somebody says otherwise. */
function PublicPlaces({ places, children }: { places: readonly Destination[]; children: ReactNode }) {
  const { t } = useTranslation();
  const [pathname] = useLocation();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const id = useId();
  const opened = chosen ?? places.some(({ to }) => isAt(pathname, to, places));
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <div className={classes.public}>
      <NavLink
        component="button"
        aria-expanded={opened}
        aria-controls={id}
        label={t('nav.public')}
        leftSection={<IconWorld size={18} stroke={1.7} aria-hidden />}
        rightSection={<Chevron size={16} aria-hidden />}
        onClick={() => setChosen(!opened)}
        className={classes.destination}
      />
      <div id={id} hidden={!opened}>
        {children}
      </div>
    </div>
  );
}

function PlaceLink({ place, onFollow }: { place: Destination; onFollow: () => void }) {
  const { t } = useTranslation();
  const [pathname] = useLocation();
  const { to, label, icon: Icon } = place;
  const active = isAt(pathname, to, destinationsOf(useSession().person));
  return (
    <NavLink
      component={Link}
      href={to}
      aria-current={active ? 'page' : undefined}
      active={active}
      label={t(`nav.${label}`)}
      leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
      onClick={onFollow}
      className={classes.destination}
    />
  );
}
