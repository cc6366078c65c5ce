"""What has changed since the last build, told by digests of what pages rest on."""
