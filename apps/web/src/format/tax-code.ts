/** A tax code of Viet Nam: ten digits, for a branch three more behind a line. */
export const TAX_CODE = /^\d{10}(-\d{3})?$/;

/** Whether it can be a tax code; an organisation may have none. */
export const isTaxCode = (text: string): boolean => text.trim() === '' || TAX_CODE.test(text.trim());
