"""What comes from outside into data/: by the network, from another machine, from the export of a form."""
