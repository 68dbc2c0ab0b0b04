"""Word, Excel, text and pasted tables into typed drafts and problems; writes nothing."""
