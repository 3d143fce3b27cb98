// Draws the OpenAPI description that the page names, in the light or dark that the system asks for.
const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", follow);
follow();

SwaggerUIBundle({
  url: document.getElementById("description").dataset.url,
  dom_id: "#description",
  deepLinking: true,
  // Closed, the page is a table of contents; open, it would draw every path and every schema first.
  docExpansion: "none",
  defaultModelsExpandDepth: 0,
  // The badge of a public validator would tell another host about this server.
  validatorUrl: null,
});
