/** What can be added by a recipe: for each kind, the files that it is made of and the list that names it. */
import { type Sections, toBeTranslated, withMessage } from './catalogue.ts';
import { withListLine } from './list.ts';
import { languageNamesOf, type Names, namesOf } from './names.ts';
import { readerSkeleton, readerTest } from './skeletons/reader.ts';
import { ruleSkeleton, ruleTest } from './skeletons/rule.ts';
import { tierSkeleton, tierTest } from './skeletons/tier.ts';

/** Reads a file of the repository, and lists the files of a folder. */
export interface Repository {
  read(path: string): string;
  list(folder: string): string[];
}

export interface Plan {
  /** New files, by path. */
  created: Record<string, string>;
  /** Files that change, by path, with their new text. */
  changed: Record<string, string>;
  /** What is left for people. */
  next: readonly string[];
}

export interface Kind {
  example: string;
  namesOf(name: string): Names | undefined;
  plan(names: Names, repository: Repository): Plan;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function cataloguesWith(
  section: string,
  key: string,
  text: string,
  repository: Repository,
): Record<string, string> {
  const files = repository.list('core/language').filter((path) => path.endsWith('.json'));
  return Object.fromEntries(
    files.map((path) => {
      const sections: Sections = JSON.parse(repository.read(path));
      return [path, json(withMessage(sections, section, key, text))];
    }),
  );
}

const tier: Kind = {
  example: 'gold',
  namesOf,
  plan(names, repository) {
    const { kebab, camel, title } = names;
    const list = 'core/rulebook/tiers/index.ts';
    return {
      created: {
        [`core/rulebook/tiers/${kebab}.ts`]: tierSkeleton(names),
        [`test/core/rulebook/tiers/${kebab}.test.ts`]: tierTest(names),
      },
      changed: {
        [list]: withListLine(list, repository.read(list), {
          statement: `import { ${camel} } from './${kebab}.ts';`,
          constant: 'TIERS',
          entry: camel,
        }),
        ...cataloguesWith('tier', kebab, title, repository),
      },
      next: [
        `say in core/rulebook/tiers/${kebab}.ts what the source grants, with its clauses`,
        `give it its name in each language: core/language/*.json, tier › ${kebab}`,
      ],
    };
  },
};

const rule: Kind = {
  example: 'open-escalations',
  namesOf,
  plan(names, repository) {
    const { kebab, camel } = names;
    const list = 'core/scope/index.ts';
    return {
      created: {
        [`core/scope/${kebab}.ts`]: ruleSkeleton(names),
        [`test/core/scope/${kebab}.test.ts`]: ruleTest(names),
      },
      changed: {
        [list]: withListLine(list, repository.read(list), {
          statement: `import { ${camel} } from './${kebab}.ts';`,
          constant: 'SCOPE_RULES',
          entry: camel,
        }),
      },
      next: [
        `write the rule in core/scope/${kebab}.ts, and the case that breaks it in its test`,
        `write its sentences in each language: core/language/*.json, finding › ${kebab}-over, ${kebab}-near`,
      ],
    };
  },
};

const reader: Kind = {
  example: 'help-spot',
  namesOf,
  plan(names, repository) {
    const { kebab, camel } = names;
    const list = 'extension/readers/sites/index.ts';
    const signs = 'extension/readers/sites/signs.ts';
    const quoted = kebab === camel ? camel : `'${kebab}'`;
    return {
      created: {
        [`extension/readers/sites/${kebab}.ts`]: readerSkeleton(names),
        [`test/extension/readers/sites/${kebab}.test.ts`]: readerTest(names),
      },
      changed: {
        [list]: withListLine(list, repository.read(list), {
          statement: `import { ${camel} } from './${kebab}.ts';`,
          constant: 'SITES',
          entry: camel,
        }),
        [signs]: withListLine(signs, repository.read(signs), {
          constant: 'SIGNS',
          entry: `${quoted}: /\\/${kebab}\\/(\\d+)/`,
        }),
      },
      next: [
        `say in extension/readers/sites/signs.ts by what the address of a ticket is known`,
        `write a small page of its structure into the test, and what is on that page`,
        `say in extension/readers/sites/${kebab}.ts where its facts stand, and which of them are verified`,
      ],
    };
  },
};

const language: Kind = {
  example: 'fr',
  namesOf: languageNamesOf,
  plan({ kebab, camel }, repository) {
    const list = 'core/language/index.ts';
    const words = 'extension/readers/words/index.ts';
    const quoted = kebab === camel ? camel : `'${kebab}': ${camel}`;
    const statement = `import ${camel} from './${kebab}.json' with { type: 'json' };`;
    const english: Sections = JSON.parse(repository.read('core/language/en.json'));
    return {
      created: {
        [`core/language/${kebab}.json`]: json(toBeTranslated(english, kebab)),
        [`extension/readers/words/${kebab}.json`]: repository.read('extension/readers/words/en.json'),
        [`test/core/language/${kebab}.test.ts`]: [
          "import { expect, test } from 'vitest';",
          "import { languageFor } from '#core/language/index.ts';",
          '',
          `test('who asks for ${kebab} is answered in it', () => {`,
          `  expect(languageFor(['${kebab}'])).toBe('${kebab}');`,
          '});',
          '',
        ].join('\n'),
      },
      changed: {
        [list]: withListLine(list, repository.read(list), {
          statement,
          constant: 'CATALOGUES',
          entry: quoted,
          union: { type: 'Language', member: `'${kebab}'` },
        }),
        [words]: withListLine(words, repository.read(words), {
          statement,
          constant: 'LANGUAGES',
          entry: camel,
        }),
      },
      next: [
        `translate core/language/${kebab}.json, which is English in the plural forms of ${kebab}`,
        `replace the labels and status words in extension/readers/words/${kebab}.json by those of ${kebab}`,
      ],
    };
  },
};

export const KINDS: Record<string, Kind> = { language, reader, rule, tier };
