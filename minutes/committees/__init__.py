"""What a committee's page tells, worked out from its meetings."""
