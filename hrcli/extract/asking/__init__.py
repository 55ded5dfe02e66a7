"""Who says what, and who asks what of whom: the rooms behind `speakers.py` and `demands.py`."""
