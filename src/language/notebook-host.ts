import type * as ts from 'typescript';
import { cellFile, slugOfFile } from './cell-file.ts';
import { cellNames, type CellNames } from './cell-names.ts';
import type { CellText } from './cell-text.ts';
import { compilerOptions } from './compiler-options.ts';
import { linkCells, type CellLink } from './link-cells.ts';
import { resolveModule, TYPES_FOLDER } from './resolve-module.ts';
import type { TypeScript } from './typescript.ts';

interface Cell {
  text: string;
  names: CellNames;
  link: CellLink;
  version: number;
}

/** The notebook as the compiler's language service sees it: a module for each cell, and files of types. */
export class NotebookHost implements ts.LanguageServiceHost {
  readonly #typescript: TypeScript;
  readonly #types: ReadonlyMap<string, string>;
  readonly #ambient: readonly string[];
  readonly #options: ts.CompilerOptions;
  /** By slug, in reading order. */
  #cells = new Map<string, Cell>();
  #version = 0;

  /**
   * @param types files of types by path
   * @param ambient those of them that hold for every cell without being imported
   */
  constructor(typescript: TypeScript, types: Record<string, string>, ambient: readonly string[]) {
    this.#typescript = typescript;
    this.#types = new Map(Object.entries(types).map(([path, text]) => [TYPES_FOLDER + path, text]));
    this.#ambient = ambient.map((path) => TYPES_FOLDER + path);
    this.#options = compilerOptions(typescript);
  }

  /** Takes over what has changed; `order` names every cell, in reading order. */
  setCells(order: readonly string[], changed: readonly CellText[]): void {
    const texts = new Map(changed.map(({ slug, text }) => [slug, text]));
    const former = this.#cells;
    this.#cells = new Map(
      order.map((slug) => {
        const cell = former.get(slug) ?? empty;
        const text = texts.get(slug);
        const isNew = text !== undefined && (text !== cell.text || !former.has(slug));
        return [slug, isNew ? this.#read(text, cell) : cell];
      }),
    );
    this.#link();
  }

  #read(text: string, { link }: Cell): Cell {
    const { ScriptTarget, createSourceFile } = this.#typescript;
    const file = createSourceFile('cell.ts', text, ScriptTarget.Latest);
    return { text, link, names: cellNames(this.#typescript, file), version: ++this.#version };
  }

  #link(): void {
    const list = [...this.#cells].map(([slug, { names }]) => ({ slug, names }));
    for (const [slug, link] of linkCells(list)) {
      const cell = this.#cells.get(slug);
      if (cell && cell.link.text !== link.text) {
        this.#cells.set(slug, { ...cell, link, version: ++this.#version });
      }
    }
  }

  /** The learner's text of a cell, without what is hidden behind it; null when there is no such cell. */
  textOf(slug: string): string | null {
    return this.#cells.get(slug)?.text ?? null;
  }

  /** The cells that declare a name at their top level. */
  declaring(name: string): string[] {
    return [...this.#cells]
      .filter(([, { names }]) => names.declared.has(name))
      .map(([slug]) => slug);
  }

  /** Where a name that can be used at the top of a cell is declared; null when it is in no cell. */
  declarationOf(name: string, slug: string): { slug: string; offset: number } | null {
    const cell = this.#cells.get(slug);
    const declaring = cell?.names.declared.has(name) ? slug : cell?.link.scope.get(name);
    if (declaring === undefined) return null;
    const offset = this.#cells.get(declaring)?.names.declared.get(name);
    return offset === undefined ? null : { slug: declaring, offset };
  }

  /**
   * Where cells below take a name from a cell, in what is hidden behind their texts: as offsets that
   * the compiler understands.
   */
  takersOf(name: string, slug: string): { slug: string; offset: number }[] {
    return [...this.#cells].flatMap(([taker, { text, link }]) => {
      if (link.scope.get(name) !== slug) return [];
      const at = ['{', ','].flatMap((before) =>
        [',', '}'].map((after) => link.text.indexOf(before + name + after)),
      );
      return [{ slug: taker, offset: text.length + Math.max(...at) + 1 }];
    });
  }

  getCompilationSettings(): ts.CompilerOptions {
    return this.#options;
  }

  getScriptFileNames(): string[] {
    return [...this.#ambient, ...[...this.#cells.keys()].map(cellFile)];
  }

  getScriptVersion(file: string): string {
    return String(this.#cellOf(file)?.version ?? 1);
  }

  getScriptSnapshot(file: string): ts.IScriptSnapshot | undefined {
    const text = this.readFile(file);
    return text === undefined ? undefined : this.#typescript.ScriptSnapshot.fromString(text);
  }

  getCurrentDirectory(): string {
    return '/';
  }

  getDefaultLibFileName(): string {
    return `${TYPES_FOLDER}lib/lib.esnext.d.ts`;
  }

  fileExists(file: string): boolean {
    return this.readFile(file) !== undefined;
  }

  readFile(file: string): string | undefined {
    const cell = this.#cellOf(file);
    return cell ? cell.text + cell.link.text : this.#types.get(file);
  }

  resolveModuleNameLiterals(
    literals: readonly ts.StringLiteralLike[],
    from: string,
  ): ts.ResolvedModuleWithFailedLookupLocations[] {
    return literals.map(({ text }) => {
      const file = resolveModule(text, from, (candidate) => this.fileExists(candidate));
      if (file === null) return { resolvedModule: undefined };
      const { Extension } = this.#typescript;
      const extension = file.endsWith('.d.ts') ? Extension.Dts : Extension.Ts;
      return { resolvedModule: { resolvedFileName: file, extension } };
    });
  }

  #cellOf(file: string): Cell | undefined {
    const slug = slugOfFile(file);
    return slug === null ? undefined : this.#cells.get(slug);
  }
}

const empty: Cell = {
  text: '',
  names: { declared: new Map(), exported: new Set() },
  link: { text: '', scope: new Map() },
  version: 0,
};
