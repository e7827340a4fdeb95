import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const tinos = (folder: string): string =>
  require.resolve(`@expo-google-fonts/tinos/${folder}/Tinos_${folder}.ttf`);

/** Tinos: free, of the same measures as Times New Roman, with every Vietnamese letter precomposed. */
export const FONT_FILES = {
  regular: tinos('400Regular'),
  italic: tinos('400Regular_Italic'),
  bold: tinos('700Bold'),
  boldItalic: tinos('700Bold_Italic'),
} as const;
export type FontFace = keyof typeof FONT_FILES;
