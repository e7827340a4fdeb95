import { type pdf as vietnamese } from '../vi/pdf.js';
import { type SameShape } from '../same-shape.js';

export const pdf: SameShape<typeof vietnamese> = {
  tools: 'Tools of the document',
  frame: 'Document {{name}}. Page Down and Page Up turn pages; plus and minus make them larger and smaller',
  page: 'Page {{page}} of {{pages}} of {{name}}',
  previous: 'Previous page',
  next: 'Next page',
  pageNumber: 'Page number',
  ofPages: '/ {{pages}}',
  smaller: 'Smaller',
  larger: 'Larger',
  zoom: '{{share}}%',
  download: 'Download the file',
  print: 'Print',
  noText: 'This page is a picture without text to read or find. A screen reader cannot read it.',
  notShown: 'The document cannot be shown',
  faults: {
    empty: 'The file is empty (0 bytes). Choose the right file.',
    not_pdf: 'This file is no PDF. Download it and open it with a program that fits.',
    damaged: 'The PDF is damaged or incomplete. Ask the sender for it again.',
    locked: 'The PDF has a password. Ask the sender for a copy without one.',
  },
};
