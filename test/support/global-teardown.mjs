export default async function globalTeardown() {
  await globalThis.__cluster?.stop();
}
