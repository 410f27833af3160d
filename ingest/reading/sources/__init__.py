"""From a file to what stands in it: pages of positioned lines (PDF), or paragraphs (Word, plain text)."""
