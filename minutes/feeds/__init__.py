"""What calendars and feed readers fetch: due dates, meetings and news, each at a private address of one person."""
