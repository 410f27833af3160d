"""What tells those who run an installation how it is: checks for probes, and figures for Prometheus."""
