import { type RefCallback, useCallback } from 'react';

/** Tells an element how far below the top of the page it begins (`--decide-top`): notices and long titles stand above it. */
export function useTop(): RefCallback<HTMLElement> {
  return useCallback((element) => {
    if (element === null) return undefined;
    const measure = () => {
      const top = element.getBoundingClientRect().top + window.scrollY;
      element.style.setProperty('--decide-top', `${Math.round(top)}px`);
    };
    const watch = new ResizeObserver(measure);
    for (const one of [document.body, element.parentElement?.firstElementChild ?? element])
      watch.observe(one);
    measure();
    return () => watch.disconnect();
  }, []);
}
