/** Codes as people type or paste them, with dots or spaces inside and commas or semicolons between; null: one of them is none. */
export function typedCodes(text: string, form: RegExp): string[] | null {
  const codes = text
    .split(/[,;\n]+/)
    .map((code) => code.replace(/[.\s]/g, '').toUpperCase())
    .filter((code) => code !== '');
  return codes.every((code) => form.test(code)) ? codes : null;
}
export const HS_FORM = /^\d{2,12}$/;
export const VSIC_FORM = /^[A-Z]?\d{1,5}$/;
