import { languages } from 'monaco-editor/editor';

const { CompletionItemKind: Kind } = languages;

/** What TypeScript calls a thing, as the kind that gives a completion its icon. */
export function completionKind(kind: string): languages.CompletionItemKind {
  switch (kind) {
    case 'keyword':
    case 'primitive type':
      return Kind.Keyword;
    case 'const':
    case 'let':
    case 'var':
    case 'local var':
    case 'parameter':
    case 'alias':
    case 'using':
    case 'await using':
      return Kind.Variable;
    case 'property':
    case 'getter':
    case 'setter':
    case 'accessor':
      return Kind.Field;
    case 'function':
    case 'local function':
      return Kind.Function;
    case 'method':
    case 'construct':
    case 'call':
    case 'index':
      return Kind.Method;
    case 'enum':
      return Kind.Enum;
    case 'enum member':
      return Kind.EnumMember;
    case 'module':
    case 'external module name':
      return Kind.Module;
    case 'class':
    case 'local class':
      return Kind.Class;
    case 'interface':
    case 'type':
    case 'type parameter':
      return Kind.Interface;
    case 'string':
      return Kind.Constant;
    default:
      return Kind.Property;
  }
}
