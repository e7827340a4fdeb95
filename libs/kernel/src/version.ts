/** The version of the software, as in package.json and CHANGELOG. */
export const VERSION = '0.2.0';
