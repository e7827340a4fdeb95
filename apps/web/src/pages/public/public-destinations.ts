import {
  IconChartBar,
  IconClipboardCheck,
  IconFileCertificate,
  IconFileDescription,
  IconZoomCheck,
} from '@tabler/icons-react';

/** Pages that everybody may open, in the order in which visitors need them. */
export const PUBLIC_DESTINATIONS = [
  { to: '/self-check', label: 'selfCheck', icon: IconClipboardCheck },
  { to: '/track', label: 'track', icon: IconZoomCheck },
  { to: '/check-letter', label: 'checkLetter', icon: IconFileCertificate },
  { to: '/service', label: 'service', icon: IconFileDescription },
  { to: '/statistics', label: 'statistics', icon: IconChartBar },
] as const;
