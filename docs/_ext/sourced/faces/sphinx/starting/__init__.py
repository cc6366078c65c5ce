"""What every build begins with, and what it loads only where there is anything to read or to write."""
