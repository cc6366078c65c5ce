"""What helps an editor to write the data file: passages found, sources taken in, facts proposed."""
