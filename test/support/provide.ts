/** Makes sure that the programs a part needs are there: finds them, or installs them where we may. */
import { canInstall, installDebianPackages } from './debian.mjs';
import { findTool, type Tool } from './tools.ts';

export type Provided = { ok: true } | { ok: false; reason: string; failed: boolean };

/** Finds or installs a tool. Where we may install and cannot, that has failed; elsewhere it is a skip. */
export async function provide(tool: Tool): Promise<Provided> {
  if (canInstall()) {
    const wrong = await installDebianPackages(tool.name, findTool(tool) ? tool.beside : tool.debianPackages);
    if (wrong) return { ok: false, failed: true, reason: wrong };
  }
  if (findTool(tool)) return { ok: true };
  return { ok: false, failed: false, reason: `${tool.name} was not found. ${tool.wayOut}` };
}
