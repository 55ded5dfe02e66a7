"""Who is or was deprived of liberty: the rooms behind `detentions.py`."""
