/** How a directory says what it is. Apart from its schema: who writes one needs nothing that checks one. */
export const DIRECTORY_FORMAT = 'dueline-directory';
export const DIRECTORY_VERSION = 1;
