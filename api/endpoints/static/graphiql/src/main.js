// The query page: GraphiQL with its explorer, pointed at the endpoint that the page's <meta> tags name.
import { createElement as h } from "react";
import { createRoot } from "react-dom/client";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { explorerPlugin } from "@graphiql/plugin-explorer";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import EditorWorker from "monaco-editor/esm/vs/editor/editor.worker.js?worker";
import JsonWorker from "monaco-editor/esm/vs/language/json/json.worker.js?worker";
import GraphQLWorker from "monaco-graphql/esm/graphql.worker.js?worker";
// Not graphiql/style.css: it adds half a megabyte of fonts, and Monaco's styles a second time.
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "@graphiql/plugin-history/style.css";
import "graphiql/graphiql.css";
import "@graphiql/plugin-explorer/style.css";
import "./page.css";

const workers = { json: JsonWorker, graphql: GraphQLWorker };
globalThis.MonacoEnvironment = {
  getWorker: (_id, label) => new (workers[label] ?? EditorWorker)(),
};

/** The address that a <meta> tag names, made absolute. */
function address(name) {
  return new URL(document.querySelector(`meta[name="${name}"]`).content, location.href);
}

const subscriptions = address("graphql-subscriptions");
subscriptions.protocol = location.protocol === "https:" ? "wss:" : "ws:";

const fetcher = createGraphiQLFetcher({
  url: address("graphql-endpoint").href,
  subscriptionUrl: subscriptions.href,
  // The server answers in one piece; without this GraphiQL would ask for a stream of parts.
  enableIncrementalDelivery: false,
});

const examples = import.meta.glob("./examples/*.graphql", { query: "?raw", import: "default", eager: true });
const defaultTabs = Object.keys(examples).sort().map((file) => ({ query: examples[file] }));

// A link such as /graphql?query=...&variables=... opens with that query in the first tab.
const link = new URLSearchParams(location.search);
if (link.has("query")) defaultTabs.unshift({ query: link.get("query"), variables: link.get("variables") });

const plugins = [HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })];
const logo = h(GraphiQL.Logo, null, h("a", { className: "parley-home", href: "./" }, "Parley"));
const page = h(GraphiQL, { fetcher, defaultTabs, plugins, inputValueDeprecation: true, schemaDescription: true }, logo);
createRoot(document.getElementById("graphiql")).render(page);
