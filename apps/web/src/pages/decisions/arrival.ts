/** For how long nothing is pressed, after a decision led here, before a press counts. */
export const QUIET_MS = 1500;
/** How far a pointer is moved by somebody who means it; a hand that clicks moves it less. */
const MOVED_PX = 12;
/** How far from the last press another one is that is not meant for the same place. */
const ELSEWHERE_PX = 48;

interface Spot {
  x: number;
  y: number;
}
/** A page to which a decision led: the button of this dossier stands where that of the last one stood. */
export interface Arrival {
  /** Of the last press, else of the arrival itself, in milliseconds. */
  quietSince: number;
  /** Where the pointer was first seen here. */
  spot: Spot | null;
  /** The pointer or the focus went somewhere since. */
  moved: boolean;
}
export type Sign =
  | { kind: 'press'; at: number; spot: Spot }
  | { kind: 'move'; spot: Spot }
  | { kind: 'key'; at: number }
  | { kind: 'tab' };

export const arrivedAt = (at: number): Arrival => ({ quietSince: at, spot: null, moved: false });

const isFar = (from: Spot | null, to: Spot, least: number): boolean =>
  from !== null && Math.hypot(from.x - to.x, from.y - to.y) >= least;

/** What is known of an arrival after a sign of its person. */
export function after(arrival: Arrival, sign: Sign): Arrival {
  const { spot, moved } = arrival;
  switch (sign.kind) {
    case 'press':
      return {
        quietSince: sign.at,
        spot: spot ?? sign.spot,
        moved: moved || isFar(spot, sign.spot, ELSEWHERE_PX),
      };
    case 'move':
      return { ...arrival, spot: spot ?? sign.spot, moved: moved || isFar(spot, sign.spot, MOVED_PX) };
    case 'key':
      return { ...arrival, quietSince: sign.at };
    case 'tab':
      return { ...arrival, moved: true };
  }
}

/** Nobody has pressed anything for a while: the presses meant for the last dossier are over. */
export const isQuiet = ({ quietSince }: Arrival, now: number): boolean => now - quietSince >= QUIET_MS;
/** And they went somewhere since: a click on the same spot may still be meant for the last dossier. */
export const isAwake = (arrival: Arrival, now: number): boolean => arrival.moved && isQuiet(arrival, now);
