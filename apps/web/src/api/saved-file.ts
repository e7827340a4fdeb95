import { answerAsSession } from './file.js';
import { ProblemError, UNREACHABLE } from './problem.js';

/** The bytes of a file of the API. @throws ProblemError */
const fetchFile = async (path: string): Promise<Blob> => (await answerAsSession(path)).blob();

/** Saves a file of the API on the device: it is never opened inside of this page. @throws ProblemError */
export async function saveFile(path: string, fileName: string): Promise<void> {
  const address = URL.createObjectURL(await fetchFile(path));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Bytes as an address that the content security policy admits for images. @throws ProblemError */
export function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new ProblemError(UNREACHABLE));
    reader.readAsDataURL(blob);
  });
}
