"""The REST API: the same questions as GraphQL's, each at a URL of its own, answered by the same mill."""
