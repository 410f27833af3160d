"""Performance indicators over several reports: their values as numbers, in order, against their targets."""
