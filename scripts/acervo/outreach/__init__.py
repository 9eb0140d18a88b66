"""What is sent so that people learn of a conference: texts, letters and pictures, from its record alone."""
