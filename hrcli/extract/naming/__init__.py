"""Names and who they are: the rooms behind `names.py` and `actors.py`."""
