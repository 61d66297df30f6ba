/** Apps Script projects: their files, and their versions. */
import type { script_v1 as script } from 'googleapis/build/src/apis/script/v1.js';
import { notFound } from './book.ts';
import { refuse } from './refused.ts';
import { checkMessage } from './schema.ts';

interface Project {
  id: string;
  title: string;
  parentId?: string;
  files: script.Schema$File[];
  versions: script.Schema$Version[];
}

const KINDS = ['HTML', 'JSON', 'SERVER_JS'];

export class Scripts {
  readonly projects: Project[] = [];

  create(body: script.Schema$CreateProjectRequest): script.Schema$Project {
    checkMessage('script/v1', body, 'CreateProjectRequest');
    const project: Project = {
      id: `script-${this.projects.length + 1}-of-the-stand-in`,
      title: body.title ?? 'Untitled',
      ...(body.parentId ? { parentId: body.parentId } : {}),
      files: [{ name: 'appsscript', type: 'JSON', source: '{"timeZone":"Etc/UTC"}' }],
      versions: [],
    };
    this.projects.push(project);
    return { scriptId: project.id, title: project.title };
  }

  content(id: string): script.Schema$Content {
    return { scriptId: id, files: structuredClone(this.project(id).files) };
  }

  update(id: string, body: script.Schema$Content): script.Schema$Content {
    checkMessage('script/v1', body, 'Content');
    const names = (body.files ?? []).map(({ name }) => name);
    if (new Set(names).size !== names.length) refuse('Two files of one name');
    if (body.files?.some(({ type }) => !KINDS.includes(type ?? ''))) refuse('Invalid type of file');
    const manifest = body.files?.find(({ name, type }) => name === 'appsscript' && type === 'JSON');
    if (!manifest) refuse('Must include the manifest, appsscript.json');
    JSON.parse(manifest!.source!);
    this.project(id).files = structuredClone(body.files!);
    return this.content(id);
  }

  addVersion(id: string, body: script.Schema$Version): script.Schema$Version {
    checkMessage('script/v1', body, 'Version');
    const { versions } = this.project(id);
    const version = {
      scriptId: id,
      versionNumber: versions.length + 1,
      description: body.description ?? '',
      createTime: '2026-01-01T00:00:00Z',
    };
    versions.push(version);
    return version;
  }

  versions(id: string): script.Schema$ListVersionsResponse {
    return { versions: [...this.project(id).versions].reverse() };
  }

  private project(id: string): Project {
    return this.projects.find((candidate) => candidate.id === id) ?? notFound();
  }
}
