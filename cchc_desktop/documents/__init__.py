"""Forms as blocks, and the renderers that turn blocks into PDF, Word and Excel."""
