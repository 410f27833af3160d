"""What people make so that other programs, calendars and feed readers can read for them."""
