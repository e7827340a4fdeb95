import { Alert, createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** From the lightest to the darkest; shade 7 on white has a contrast of 7:1. */
const jade: MantineColorsTuple = [
  '#e8f5f6',
  '#d3e8ea',
  '#a4d1d6',
  '#72b9c1',
  '#4ba5af',
  '#32989f',
  '#1d7f8a',
  '#0b5563',
  '#084652',
  '#033640',
];

const titleColour = (colour?: string) =>
  colour === 'red' ? 'var(--tg-fault-text)' : 'var(--mantine-color-text)';

export const theme = createTheme({
  colors: { jade },
  primaryColor: 'jade',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  headings: {
    fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.6rem' }, h2: { fontSize: '1.2rem' }, h3: { fontSize: '1rem' } },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'never',
  // What scrolls has to be what the keyboard can reach: the other kind scrolls in a box inside of it.
  components: {
    TableScrollContainer: { defaultProps: { type: 'native' } },
    // A click beside a dialog must not throw away what was written in it; Escape and the cross are meant.
    Modal: { defaultProps: { closeOnClickOutside: false } },
    // The library takes the colour of the line for the title, which is below 4.5:1 in amber; what it is about is in the words.
    Alert: Alert.extend({ styles: (_theme, { color }) => ({ title: { color: titleColour(color) } }) }),
    // The first entry has the focus; an empty place before it is none that a menu may have.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
  },
});

/** What is said quietly is still read: the library's own greys, and its red of faults, are below a contrast of 4.5:1. */
export const readableGreys: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#51606a',
    '--mantine-color-placeholder': '#5c6a73',
    '--mantine-color-error': '#b3261e',
  },
  dark: {
    '--mantine-color-dimmed': '#a9b7bf',
    '--mantine-color-placeholder': '#9aa8b0',
    '--mantine-color-error': '#ffb4ad',
  },
});
