// Builds the query page. Everything it needs is bundled: the page asks no other host for anything.
import { defineConfig } from "vite";
import { patchedExplorer } from "./explorer.js";

export default defineConfig({
  base: "./",
  plugins: [patchedExplorer()],
  build: {
    outDir: "dist",
    // A data: address would need a wider content security policy; files do not.
    assetsInlineLimit: 0,
    license: { fileName: "assets/LICENSES.txt" },
    modulePreload: { polyfill: false },
    sourcemap: false,
    // Monaco is one large module however it is cut; the limit only silences advice about that.
    chunkSizeWarningLimit: 4096,
    rolldownOptions: {
      // "use client" speaks to server-side rendering, which there is none of here.
      onwarn: (warning, warn) => warning.code === "MODULE_LEVEL_DIRECTIVE" || warn(warning),
    },
  },
  experimental: {
    // index.html is a template: the server fills in $root, so that the page also works behind a path prefix.
    renderBuiltUrl: (file, { hostType }) =>
      hostType === "html" ? `$root/static/graphiql/${file}` : { relative: true },
  },
});
