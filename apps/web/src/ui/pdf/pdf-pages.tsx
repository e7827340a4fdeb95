import { Stack, Text, VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadingState } from '../states.js';
import { type OpenPdf } from './pdf-document.js';
import { PdfFaultNotice } from './pdf-fault.js';
import classes from './pdf-pages.module.css';
import { PdfToolbar } from './pdf-toolbar.js';
import { type PdfMark } from './pdf.types.js';
import { usePageText, usePdf } from './use-pdf.js';

export interface PdfPagesProps {
  file: Blob;
  /** Name of the file, for readers and for the download. */
  name: string;
  /** A place to be shown and marked: its page is turned to whenever it changes. */
  mark?: PdfMark | null;
  /** The page that is shown first, where no place is marked. */
  startAt?: number | undefined;
  /** Told which page was turned to. */
  onTurn?: (page: number) => void;
  /** Told once a page stands on the screen. */
  onDrawn?: () => void;
  /** Told once it is said that the file cannot be shown. */
  onFault?: () => void;
}
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;
const WHOLE = 2;

/** The pages of a PDF, drawn by us: one at a time, with its text for those who do not see it. */
export function PdfPages({ file, name, mark = null, startAt = 1, onTurn, onDrawn, onFault }: PdfPagesProps) {
  const { pdf, fault } = usePdf(file);
  const tellFault = useEffectEvent(() => onFault?.());
  useEffect(() => {
    if (fault !== null) tellFault();
  }, [fault]);
  const [turned, setTurned] = useState<{ file: Blob; mark: PdfMark | null; page: number } | null>(null);
  const [zoom, setZoom] = useState(WHOLE);
  // What was turned to holds until another file or another place is shown.
  const page = turned?.file === file && turned.mark === mark ? turned.page : (mark?.page ?? startAt);
  if (fault !== null) return <PdfFaultNotice code={fault} file={file} name={name} />;
  if (pdf === null) return <LoadingState rows={6} />;
  const within = (wanted: number) => Math.min(Math.max(1, wanted), pdf.pages);
  const turn = (to: number) => {
    setTurned({ file, mark, page: within(to) });
    onTurn?.(within(to));
  };
  const step = (by: number) => setZoom((at) => Math.min(Math.max(0, at + by), ZOOMS.length - 1));
  return (
    <Stack gap="xs">
      <PdfToolbar
        {...{ file, name, turn, step }}
        page={within(page)}
        pages={pdf.pages}
        zoom={ZOOMS[zoom] ?? 1}
        most={zoom === ZOOMS.length - 1}
        least={zoom === 0}
      />
      <Frame {...{ pdf, name, turn, step, mark, onDrawn }} page={within(page)} zoom={ZOOMS[zoom] ?? 1} />
    </Stack>
  );
}

interface FrameProps {
  pdf: OpenPdf;
  name: string;
  page: number;
  zoom: number;
  turn: (to: number) => void;
  step: (by: number) => void;
  mark: PdfMark | null;
  onDrawn: (() => void) | undefined;
}

function Frame({ pdf, name, page, zoom, turn, step, mark, onDrawn }: FrameProps) {
  const { t } = useTranslation('pdf');
  const { ref: measured, width } = useElementSize();
  const frame = useRef<HTMLDivElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const done = useDrawnPage(holder, pdf, page, Math.floor(width * zoom));
  const lines = usePageText(pdf, page);
  const box = mark?.page === page ? mark.box : null;
  useEffect(() => {
    const seen = frame.current;
    if (seen && box && done) seen.scrollTop = box.y * seen.scrollHeight - seen.clientHeight / 3;
  }, [box, done]);
  const tellDrawn = useEffectEvent(() => onDrawn?.());
  useEffect(() => {
    if (done) tellDrawn();
  }, [done]);
  const keys: Record<string, () => void> = {
    PageDown: () => turn(page + 1),
    PageUp: () => turn(page - 1),
    Home: () => turn(1),
    End: () => turn(pdf.pages),
    '+': () => step(1),
    '-': () => step(-1),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <>
      <div
        ref={frame}
        className={classes.frame}
        tabIndex={0}
        role="region"
        aria-label={t('frame', { name })}
        onKeyDown={onKeyDown}
      >
        <div ref={measured}>
          <div className={classes.paper} style={{ width: width === 0 ? '100%' : Math.floor(width * zoom) }}>
            <div
              ref={holder}
              role="img"
              aria-label={t('page', { page, pages: pdf.pages, name })}
              data-drawn={done}
            />
            {box && <MarkedBox box={box} />}
          </div>
        </div>
        {lines !== null && lines.length > 0 && (
          <VisuallyHidden>
            {lines.map(({ text }, index) => (
              <p key={index}>{text}</p>
            ))}
          </VisuallyHidden>
        )}
      </div>
      {lines?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noText')}
        </Text>
      )}
    </>
  );
}

const percent = (share: number) => `${share * 100}%`;
function MarkedBox({ box: { x, y, width, height } }: { box: PdfMark['box'] }) {
  const place = { left: percent(x), top: percent(y), width: percent(width), height: percent(height) };
  return <div className={classes.mark} style={place} aria-hidden />;
}

/** Draws a page beside the one that is seen, and puts it there when it is whole: nothing flickers. */
function useDrawnPage(
  holder: RefObject<HTMLDivElement | null>,
  pdf: OpenPdf,
  page: number,
  width: number,
): boolean {
  const wanted = `${page} ${width}`;
  const [drawn, setDrawn] = useState('');
  useEffect(() => {
    if (width === 0) return undefined;
    const stopper = new AbortController();
    pdf.draw(page, width, stopper.signal).then(
      (canvas) => {
        if (stopper.signal.aborted) return;
        canvas.setAttribute('aria-hidden', 'true');
        holder.current?.replaceChildren(canvas);
        setDrawn(`${page} ${width}`);
      },
      () => undefined,
    );
    return () => stopper.abort();
  }, [holder, pdf, page, width]);
  return drawn === wanted;
}
