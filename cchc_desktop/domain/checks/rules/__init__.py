"""One module per check, each with a ``CHECK``; ``registry`` finds them."""
