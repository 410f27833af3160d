"""An agenda item followed over meetings: what is like it, and what an officer says of that."""
