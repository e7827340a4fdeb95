import { useEffect, useRef, useState } from 'react';

/** Whether a part of the page holds more than its width shows, so that it is moved sideways. */
export function useWider() {
  const scroller = useRef<HTMLDivElement>(null);
  const [isWider, setWider] = useState(false);
  useEffect(() => {
    const part = scroller.current;
    if (part === null) return;
    const look = () => setWider(part.scrollWidth > part.clientWidth + 1);
    const watch = new ResizeObserver(look);
    watch.observe(part);
    look();
    return () => watch.disconnect();
  }, []);
  return { scroller, isWider };
}
