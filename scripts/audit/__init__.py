"""The quality gates of the repository and of the built site: `make audit`."""
