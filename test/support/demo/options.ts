/** What `npm start` was asked for, and what the machine allows. */
export interface StartOptions {
  /** Do it all once, without a window, and end. */
  once: boolean;
  headless: boolean;
  /** The desk's port; 0 for any free one. */
  port: number;
}

const USAGE = `npm start [-- options]
  --once        without a window: print what the overlay says of each ticket, save screenshots, end
  --headless    the same, but keep the desk open until Ctrl-C
  --port <n>    serve the demo desk on this port`;

/** Is there a screen to open a window on? */
export function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): boolean {
  if (env.CI && env.CI !== 'false') return false;
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Reads the arguments; a text where they cannot be read, or where help was asked for. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): StartOptions | string {
  const options: StartOptions = { once: false, headless: !hasDisplay(env), port: 0 };
  for (let index = 0; index < args.length; index++) {
    const arg = args[index];
    if (arg === '--once') options.once = true;
    else if (arg === '--headless') options.headless = true;
    else if (arg === '--port') {
      options.port = Number(args[++index]);
      if (!Number.isInteger(options.port) || options.port < 1 || options.port > 65_535) return USAGE;
    } else return USAGE;
  }
  if (options.once) options.headless = true;
  return options;
}
