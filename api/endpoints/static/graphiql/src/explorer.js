// What graphiql-explorer lacks, put into its code while it is bundled: the sources of the package enter, patched ones
// leave. A patch whose place is not found stops the build, so that a newer package is looked at.
const LISTS = {
  // It knows no lists ("TODO: handle List types") and complains of them on the console: show them as they are written.
  from: "if (argValue.kind === 'Variable') {",
  to: `if (argValue.kind === 'ListValue' || argValue.kind === 'NullValue') {
          input = React.createElement(
            'span',
            { style: { color: styleConfig.colors.string2 } },
            (0, _graphql.print)(argValue)
          );
        } else if (argValue.kind === 'Variable') {`,
};
const FOCUS = {
  // Every input takes the focus when it appears: without this a pane that opens scrolls down to its last one.
  from: "input.focus();",
  to: "input.focus({ preventScroll: true });",
};

/** The Vite plugin that applies the patches. */
export function patchedExplorer() {
  return {
    name: "patched-explorer",
    transform(code, id) {
      return id.endsWith("/graphiql-explorer/dist/Explorer.js") ? [LISTS, FOCUS].reduce(patched, code) : null;
    },
  };
}

function patched(code, { from, to }) {
  const pieces = code.split(from);
  if (pieces.length !== 2) throw new Error(`graphiql-explorer has changed: "${from}" stands in it ${pieces.length - 1} times`);
  return pieces.join(to);
}
