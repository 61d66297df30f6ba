/**
 * Google's own description of its requests, read from the types that the googleapis package ships: which fields
 * a message has and of which type. What is not in it is refused, as Google does.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';
import { ENUMS } from './enums.ts';
import { refuse } from './refused.ts';

interface FieldType {
  kind: 'string' | 'number' | 'boolean' | 'message' | 'map' | 'any';
  message?: string;
  isList: boolean;
}
type Message = Map<string, FieldType>;

const find = createRequire(import.meta.url).resolve;
export const APIS = ['drive/v3', 'script/v1', 'sheets/v4'] as const;
export type Api = (typeof APIS)[number];
const read = new Map<Api, Map<string, Message>>();

/** Reads a service's types; the first time takes a while. */
export function messagesOf(api: Api): Map<string, Message> {
  const known = read.get(api);
  if (known) return known;
  const path = find(`googleapis/build/src/apis/${api}.js`).replace(/\.js$/, '.d.ts');
  const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const messages = new Map<string, Message>();
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) && node.name.text.startsWith('Schema$')) {
      messages.set(node.name.text.slice('Schema$'.length), fieldsOf(node, tree));
    } else ts.forEachChild(node, visit);
  };
  visit(tree);
  read.set(api, messages);
  return messages;
}

function fieldsOf(node: ts.InterfaceDeclaration, tree: ts.SourceFile): Message {
  return new Map(
    node.members.flatMap((member) =>
      ts.isPropertySignature(member) && member.type
        ? [[member.name.getText(tree), typeOf(member.type, tree)] as const]
        : [],
    ),
  );
}

function typeOf(node: ts.TypeNode, tree: ts.SourceFile): FieldType {
  if (ts.isUnionTypeNode(node)) {
    return typeOf(node.types.find((part) => part.getText(tree) !== 'null')!, tree);
  }
  if (ts.isArrayTypeNode(node)) return { ...typeOf(node.elementType, tree), isList: true };
  if (ts.isTypeReferenceNode(node) && node.getText(tree).startsWith('Schema$')) {
    return { kind: 'message', message: node.getText(tree).slice('Schema$'.length), isList: false };
  }
  if (ts.isTypeLiteralNode(node)) return { kind: 'map', isList: false };
  const text = node.getText(tree);
  if (text === 'string' || text === 'number' || text === 'boolean') return { kind: text, isList: false };
  return { kind: 'any', isList: false };
}

export function fieldOf(api: Api, message: string, field: string): FieldType | undefined {
  return messagesOf(api).get(message)?.get(field);
}

/** Refuses a message with a field that Google does not know, of another type, or with a word not on its list. */
export function checkMessage(api: Api, value: unknown, message: string, path = message): void {
  const fields = messagesOf(api).get(message);
  if (!fields) throw new Error(`The googleapis package has no message ${message}`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse(`Invalid value at '${path}': not a ${message}`);
  }
  for (const [name, part] of Object.entries(value)) {
    const field = fields.get(name);
    if (!field)
      refuse(`Invalid JSON payload received. Unknown name "${name}" at '${path}': Cannot find field.`);
    if (part === null || part === undefined) continue;
    const at = `${path}.${name}`;
    if (field.isList !== Array.isArray(part) && field.kind !== 'any')
      refuse(`Invalid value at '${at}': list or not`);
    for (const entry of field.isList ? (part as unknown[]) : [part])
      checkField(api, entry, field, at, message, name);
  }
}

function checkField(
  api: Api,
  value: unknown,
  field: FieldType,
  at: string,
  message: string,
  name: string,
): void {
  if (field.kind === 'message') {
    checkMessage(api, value, field.message!, at);
    return;
  }
  if (field.kind === 'map' || field.kind === 'any') return;
  if (typeof value !== field.kind || (typeof value === 'number' && !Number.isFinite(value))) {
    refuse(`Invalid value at '${at}' (${field.kind}), ${JSON.stringify(value)}`);
  }
  const words = ENUMS[message]?.[name];
  if (words && !words.includes(value as string)) refuse(`Invalid value at '${at}', "${String(value)}"`);
}
