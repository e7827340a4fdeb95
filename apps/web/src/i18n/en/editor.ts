import { type SameShape } from '../same-shape.js';
import { type editor as vietnamese } from '../vi/editor.js';

/** What the dossier editor says about faults and about files that are read beside the page. */
export const editor: SameShape<typeof vietnamese> = {
  formal: {
    project_name_missing: 'The project has no name',
    technology_missing: 'There is neither a line nor a machine',
    investor_missing: 'There is no investor',
    requester_missing: 'There is no requesting agency',
    project_authority_missing: 'The competent authority is missing',
    nothing_changed: 'Lines and machines are those of the approved dossier: enter what changes',
    first_dossier_not_approved:
      'No approval of the earlier dossier is in force: wait for its letter, or for the result of its review',
    first_dossier_changed_since:
      'A later change of this technology has been approved: open a dossier on the newest change',
    change_in_hand:
      'Another change of the same earlier dossier is in hand: add to it, or withdraw it and submit this one',
    wrong_type: 'The value is of the wrong type (text, number or yes/no): enter it again',
    unknown_field: 'This is no fact of the form: take it out or enter it where it belongs',
    required: 'A required value is missing',
    too_long: 'Too long: shorten it',
    too_many: 'Too many items: take some out',
    control_character: 'Contains a hidden character: clear it and type it again',
    not_allowed: 'Not one of the choices: choose again',
    bad_code: 'The code has the wrong form',
    no_such_day: 'There is no such day',
    hs_digits: 'An HS code has 4, 6 or 8 digits',
    hs_chapter: 'There is no such HS chapter',
    out_of_range: 'The value is out of range',
    too_many_decimals: 'Too many decimal places',
    duplicate_id: 'Two items have the same identifier: remove one and add it again',
    year_in_future: 'The year made lies in the future',
    issued_in_future: 'The day of issue lies in the future',
    arrival_before_made: 'The year of arrival lies before the year made',
    no_such_line: 'The dossier has no such line: choose again',
    path_names_nothing: 'It proves a fact that is no longer in the dossier: choose the fact again',
    other: 'A value has to be corrected',
  },
  parts: {
    id: 'Identifier',
    covers: 'Proves',
    issuedOn: 'Day of issue',
    number: 'Number of the certificate',
    body: 'Issued by',
    page: 'Page',
  },
  held: {
    title_one: '{{count}} value could not be saved in the dossier',
    title_other: '{{count}} values could not be saved in the dossier',
    text: 'The dossier still has what stood there before, or nothing. Mend each of them before you send.',
  },
  source: {
    title: 'The document that is being read',
    text: 'A paper dossier that was accepted: each fact says from which document and page it was read. Choose the document and the page first, then enter below.',
    document: 'Document',
    choose: 'Choose a document',
    page: 'Page',
    pageFault: 'Enter the number of a page, such as 3.',
    toDocuments: 'See or add documents of the dossier',
    file: 'Source: {{file}}',
    filePage: 'Source: {{file}}, page {{page}}',
    unknown: 'No source is recorded',
    take: 'Record the page that is read',
    takeNamed: 'Record the page that is read for {{name}}',
  },
  numbered: '{{section}} {{number}}',
  readingFile: 'Reading the file',
  noReader:
    'There is no connection, and what reads files could not be loaded. Check the network and choose the file again, or copy the cells in Excel and paste them into the page of the list.',
  kinds: { title: 'Faults by column', rows: 'Rows', first: 'First row' },
  more_one: 'and {{count}} more',
  more_other: 'and {{count}} more',
};
