"""The description of the REST API in OpenAPI 3.1, made of the same tables that answer requests."""
