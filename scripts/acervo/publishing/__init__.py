"""The finished site: what data/ says is read, joined, made into files, indexed and exchanged for the old one."""
