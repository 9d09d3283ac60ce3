import type * as ts from 'typescript';
import type { TypeScript } from './typescript.ts';

/**
 * Strict, but for what would nag people who write plain JavaScript: a parameter without a type is
 * fine, and so is `error.message` in a `catch`.
 */
export function compilerOptions(typescript: TypeScript): ts.CompilerOptions {
  return {
    strict: true,
    noImplicitAny: false,
    useUnknownInCatchVariables: false,
    target: typescript.ScriptTarget.ESNext,
    module: typescript.ModuleKind.ESNext,
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    // Otherwise a package's types would be asked for by names that nothing here has.
    types: [],
    skipLibCheck: true,
    noEmit: true,
  };
}
